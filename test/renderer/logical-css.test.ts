import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../main/setup/project.mjs'

const physical =
  /^\s*(?:(?:padding|margin|border)-(?:left|right)(?:-\w+)?|left|right|float:\s*(?:left|right)|text-align:\s*(?:left|right))\b.*$/gm

/** Drawn at places that are measured on the page, which count from the left in every direction of writing. */
const measured = ['renderer/features/reader/hands/hands.css']

/** Set to the other side from right to left by a rule of its own, as its engine may know no logical word for it. */
const mirrored = ['renderer/features/matrix/cell.css']

/** Words that Chromium 114, the oldest engine the page runs on, does not know (the first that does: 118). */
const tooNew = /^\s*(?:float|clear):\s*inline-(?:start|end)\b.*$/gm

const sheets = readdirSync(path.join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.css'))
  .map(name => ({
    file: `renderer/${name.replaceAll('\\', '/')}`,
    text: readFileSync(path.join(root, 'renderer', name), 'utf8'),
  }))

const breaches = (text: string) => [...text.matchAll(physical)].map(([line]) => line.trim())

test('styles follow the direction of writing: start and end, never left and right', () => {
  expect(sheets.length).toBeGreaterThan(40)
  const found = sheets
    .filter(({ file }) => ![...measured, ...mirrored].includes(file))
    .flatMap(({ file, text }) => breaches(text).map(line => `${file}: ${line}`))
  expect(found).toEqual([])
})

test('no style floats by a word that the oldest engine does not know, and what is mirrored has a rule for each side', () => {
  expect(
    sheets.flatMap(({ file, text }) => [...text.matchAll(tooNew)].map(([line]) => `${file}: ${line.trim()}`)),
  ).toEqual([])
  for (const { text } of sheets.filter(({ file }) => mirrored.includes(file)))
    expect(breaches(text)).toEqual(['float: right;', 'float: left;'])
})

test('a physical side is found', () => {
  const planted =
    '.a {\n  left: 0;\n  padding-left: 2px;\n  float: right;\n  border-left-color: red;\n  text-align: left;\n}'
  expect(breaches(planted)).toHaveLength(5)
  expect(breaches('.a {\n  inset-inline-start: 0;\n  text-align: start;\n}')).toEqual([])
})
