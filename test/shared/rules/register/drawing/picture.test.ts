import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { MappedRisk } from '../../../../../shared/contract/risks.ts'
import { levelLetter } from '../../../../../shared/model/criteria.ts'
import { mapPicture } from '../../../../../shared/rules/register/drawing/picture.ts'
import { ink, levelFill, onLevel, svgOf } from '../../../../../shared/rules/register/drawing/shapes.ts'
import { mappedWith } from '../../../../support/mapped.ts'
import { icdCriteria } from '../../../../support/records.ts'

const pictureOf = (risks: MappedRisk[], title = 'The case: Heat map', arrows: 'every' | null = 'every') =>
  mapPicture({
    map: { criteria: icdCriteria, risks },
    appetite: [{ level: 'M', categories: [''] }],
    arrows,
    words: {
      title,
      subtitle: 'as of 17 Mar 2025',
      marking: 'TLP:GREEN',
      impactAxis: 'Impact',
      legend: {
        inherent: 'inherent',
        target: 'target',
        range: 'range',
        opportunity: 'opportunity',
        foreign: 'foreign',
        closed: 'closed',
      },
      appetite: ({ level }) => `up to ${level}`,
      cell: ({ level, risks: here }) => `${level}: ${here.map(({ ref }) => ref).join(' ')}`,
      range: ({ low, high }) => `${low}–${high} %`,
      more: count => `+${count}`,
    },
  })

const texts = (picture: ReturnType<typeof pictureOf>) =>
  picture.shapes.flatMap(shape => (shape.kind === 'text' ? [shape.words] : []))

const risks = [
  mappedWith(1, { likelihood: 4, impact: 3 }, { inherent: { likelihood: 6, impact: 4 } }),
  mappedWith(2, { likelihood: 4, impact: 3 }, { kind: 'opportunity', spans: { lowest: 3, highest: 5 } }),
  mappedWith(3, { likelihood: 0, impact: 0 }, { status: 'closed', isForeign: true }),
]

test('title, day, marking at both ends, every letter, every ref and the number of a cell are on it, and in its words', () => {
  const picture = pictureOf(risks)
  const words = texts(picture)
  expect(words.filter(word => word === 'TLP:GREEN')).toHaveLength(2)
  expect(words).toEqual(expect.arrayContaining(['The case: Heat map', 'as of 17 Mar 2025', 'R01', 'R02', 'R03', '2']))
  for (const level of levelLetter.options)
    expect(words.filter(word => word === level)).toHaveLength(
      icdCriteria.grid.flat().filter(letter => letter === level).length,
    )
  expect(picture.description).toBe('as of 17 Mar 2025. H: R-01 R-02. VL: R-03')
})

test('the legend names what is on the map, and nothing else', () => {
  const all = ['inherent', 'target', 'range', 'opportunity', 'foreign', 'closed', 'up to M']
  const legend = (picture: ReturnType<typeof pictureOf>) => texts(picture).filter(word => all.includes(word))
  expect(legend(pictureOf(risks))).toEqual(['inherent', 'range', 'opportunity', 'foreign', 'closed', 'up to M'])
  expect(legend(pictureOf([], 'Empty', null))).toEqual(['up to M'])
})

test('of thousands the numbers are drawn', () => {
  const many = Array.from({ length: 5000 }, (_, at) => mappedWith(at + 1, { likelihood: at % 7, impact: at % 5 }))
  const picture = pictureOf(many)
  expect(texts(picture).some(word => /^R\d/.test(word))).toBe(false)
  expect(
    texts(picture)
      .filter(word => /^\d+$/.test(word))
      .map(Number)
      .reduce((sum, count) => sum + count, 0),
  ).toBe(2 * 5000)
  expect(picture.shapes.length).toBeLessThan(700)
})

test('nothing is drawn beyond its edges', () => {
  const { shapes, width, height } = pictureOf(risks)
  for (const shape of shapes) {
    if (shape.kind !== 'text') continue
    expect(shape.x).toBeGreaterThanOrEqual(0)
    expect(shape.x).toBeLessThanOrEqual(width)
    expect(shape.y).toBeLessThanOrEqual(height)
  }
})

test('the file fetches nothing and holds any words: signs of markup are written out, what XML forbids is left out', () => {
  const svg = svgOf(pictureOf(risks, 'A <b> & "c" \u0001\ud800 d'))
  expect(svg).toContain('<title id="title">A &lt;b&gt; &amp; &quot;c&quot;  d</title>')
  expect(svg).not.toMatch(/href|url\(|<image|<script|<style/)
  expect(svg).toContain("font-family=\"Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif\"")
})

test('its colours are those of the light page', () => {
  const css = readFileSync(path.resolve(import.meta.dirname, '../../../../../renderer/ui/tokens.css'), 'utf8')
  const token = (name: string) => new RegExp(`--${name}: (#\\w{6})`).exec(css)?.[1]
  for (const [at, level] of levelLetter.options.entries()) {
    expect(levelFill[level]).toBe(token(`level-${at + 1}`))
    expect(onLevel(level)).toBe(token(`on-level-${at + 1}`))
  }
  for (const name of ['ink', 'muted', 'faint', 'accent'] as const) expect(ink[name]).toBe(token(name))
})
