import { readFileSync } from 'node:fs'
import path from 'node:path'
import { briefingStyle } from '../../../main/exporters/briefing/style.ts'
import { briefingFontFiles, type Font, fontFaces } from '../../../main/exporters/fonts.ts'
import { element, type Html, styleElement } from '../../../main/exporters/html.ts'
import type { PrintedDocument } from '../../../main/exporters/pdf/print-document.ts'
import { root as repository } from '../../../main/setup/project.mjs'

export const fonts: Font[] = briefingFontFiles.map(({ file, ...face }) => ({
  ...face,
  data: new Uint8Array(readFileSync(path.join(repository, 'node_modules/@fontsource', file))),
}))

export type Extent = { sections: number; paragraphs: number; rows: number; citations: number }

const vocabulary =
  'accord transit fee fund escort corridor pause monitor signature clause share ceiling partner draft annex reserve claim source talks term ministry vessel port guarantee'.split(
    ' ',
  )
const sentence = (seed: number, length: number): string =>
  `${Array.from({ length }, (_, at) => vocabulary[(seed * 7 + at * (1 + (seed % 5))) % vocabulary.length]).join(' ')}.`

/** A document of the look and the parts of a briefing: cover, contents, prose that cites, tables, notes that lead back. */
export function documentOf({ sections, paragraphs, rows, citations }: Extent): PrintedDocument {
  const title = 'The accord after signature: what is settled and what is not'
  const headings = Array.from({ length: sections }, (_, at) => ({
    level: 1 as const,
    title: `Section ${at + 1} on the ${vocabulary[at % vocabulary.length]}`,
    anchor: `section-${at + 1}`,
  }))
  let cited = 0
  const cite = (): Html | null => {
    if (cited >= citations) return null
    cited += 1
    const link = element('a', { id: `cite-${cited}-1`, href: `#note-${cited}`, 'aria-label': `Note ${cited}` }, cited)
    return element('sup', { class: 'cite' }, link)
  }
  const perSection = Math.ceil(rows / sections)
  const table = (at: number): Html =>
    element(
      'table',
      {},
      element('caption', {}, `Table ${at + 1}. Terms by source`),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ...['Ref', 'Term', 'First source', 'Second source', 'Position'].map(words =>
            element('th', { scope: 'col' }, words),
          ),
        ),
      ),
      element(
        'tbody',
        {},
        ...Array.from({ length: perSection }, (_, row) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, `T-${at * perSection + row + 1}`),
            element('td', {}, sentence(row + at, 5)),
            element('td', {}, sentence(row * 3, 6), row % 6 === 0 && cite()),
            element('td', {}, sentence(row * 5, 4)),
            element('td', {}, sentence(row * 11, 5)),
          ),
        ),
      ),
    )
  const body = headings.map(({ title: words, anchor }, at) =>
    element(
      'section',
      { 'aria-labelledby': anchor },
      element('h2', { id: anchor }, words),
      ...Array.from({ length: paragraphs }, (_, place) => element('p', {}, sentence(at + place, 60), cite())),
      table(at),
    ),
  )
  const contents = headings.map(({ title: words, anchor }) =>
    element(
      'li',
      { class: 'contents-1' },
      element(
        'a',
        { href: `#${anchor}` },
        element('span', { class: 'contents-title' }, words),
        element('span', { class: 'contents-page' }),
      ),
    ),
  )
  const notes = Array.from({ length: cited }, (_, at) =>
    element(
      'li',
      { id: `note-${at + 1}` },
      element('span', { class: 'note-number' }, at + 1),
      `“${sentence(at, 14)}” `,
      element('a', { href: `#cite-${at + 1}-1` }, 'a'),
    ),
  )
  const root = element(
    'html',
    { lang: 'en' },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('title', {}, title),
      styleElement(`${fontFaces(fonts)}\n${briefingStyle}`),
    ),
    element(
      'body',
      { class: 'briefing' },
      element('header', { class: 'cover' }, element('h1', {}, title)),
      element(
        'nav',
        { class: 'contents', 'aria-labelledby': 'contents' },
        element('h2', { id: 'contents' }, 'Contents'),
        element('ol', {}, ...contents),
      ),
      element(
        'main',
        {},
        ...body,
        element('section', {}, element('h2', { id: 'notes' }, 'Notes'), element('ol', { class: 'endnotes' }, ...notes)),
      ),
    ),
  )
  return { root, facts: { title, marking: 'TLP:GREEN' }, headings }
}
