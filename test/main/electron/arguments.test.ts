import { expect, test } from 'vitest'
import { readArguments } from '../../../main/electron/arguments.ts'

const nothing = { caseFile: null, originals: null, tour: null, smoke: null, printing: false }

test.each([
  ['nothing', [], false, nothing],
  ['a case', ['one.gloss'], false, { ...nothing, caseFile: '/desk/one.gloss' }],
  ['a whole path', ['/cases/one.gloss'], false, { ...nothing, caseFile: '/cases/one.gloss' }],
  ['the app in development', ['.'], true, nothing],
  ['the app and a case', ['--no-sandbox', '.', 'one.gloss'], true, { ...nothing, caseFile: '/desk/one.gloss' }],
  [
    'a folder of originals',
    ['--originals', 'articles', 'one.gloss'],
    false,
    { ...nothing, originals: '/desk/articles', caseFile: '/desk/one.gloss' },
  ],
  ['the same in one word', ['--originals=articles'], false, { ...nothing, originals: '/desk/articles' }],
  ['a tour', ['.', '--tour', 'out'], true, { ...nothing, tour: '/desk/out' }],
  ['a smoke run', ['--smoke'], false, { ...nothing, smoke: { pdf: null } }],
  ['a smoke run to a file', ['--smoke', 'a.pdf'], false, { ...nothing, smoke: { pdf: '/desk/a.pdf' } }],
  [
    'a smoke run of a case',
    ['.', 'one.gloss', '--smoke', 'a.PDF'],
    true,
    { ...nothing, caseFile: '/desk/one.gloss', smoke: { pdf: '/desk/a.PDF' } },
  ],
  ['printing', ['start.cjs', '--printing', '--user-data-dir=/x'], true, { ...nothing, printing: true }],
  [
    "Chromium's own switches",
    ['--inspect=0', '--lang=de', 'one.gloss'],
    false,
    { ...nothing, caseFile: '/desk/one.gloss' },
  ],
  ['a switch without its folder', ['--originals'], false, nothing],
  ['an equals sign in a path', ['--tour=a=b'], false, { ...nothing, tour: '/desk/a=b' }],
])('%s', (_what, values, appGiven, expected) => {
  expect(readArguments(values, appGiven, '/desk')).toEqual(expected)
})
