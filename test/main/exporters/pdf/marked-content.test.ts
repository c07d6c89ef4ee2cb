import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markedSections, pageContent, withArtifacts } from '../../../../main/exporters/pdf/marked-content.ts'

const read = (text: string) => pageContent(new Uint8Array(Buffer.from(text, 'latin1')))
const textOf = (content: Uint8Array) => Buffer.from(content).toString('latin1')
const marked = (text: string, dropped: readonly number[] = []) => textOf(withArtifacts(read(text), new Set(dropped)))

describe('marked content of a page', () => {
  test('sections by number, with their glyphs, and whether they paint', () => {
    const page =
      '/P <</MCID 3 >>BDC\nBT\n/F1 9 Tf\n<0037> Tj\n2 0 Td (a\\)b) Tj\nET\nEMC\n/TD <</MCID 4>> BDC 0 0 5 1 re f EMC'
    expect(markedSections(read(page))).toEqual([
      { mcid: 3, glyphs: '<0037>2 0 Td (a\\)b)'.replace('2 0 Td ', ''), paints: false },
      { mcid: 4, glyphs: '', paints: true },
    ])
  })

  test('a span within a section belongs to it', () => {
    const page = '/P <</MCID 1 >>BDC BT /Span<</ActualText (fi) >> BDC <13b2> Tj EMC <0055> Tj ET EMC'
    expect(markedSections(read(page))).toEqual([{ mcid: 1, glyphs: '<13b2><0055>', paints: false }])
    expect(marked(page)).toBe(page)
  })

  test('what stands in no section is an artifact: words, lines, drawings; what shows nothing is left alone', () => {
    expect(marked('BT (x) Tj ET')).toBe('/Artifact BMC\nBT (x) Tj ET\nEMC')
    expect(marked('q 1 0 0 1 0 0 cm 0 0 m 5 5 l S Q')).toBe('q 1 0 0 1 0 0 cm /Artifact BMC\n0 0 m 5 5 l S\nEMC Q')
    expect(marked('/X0 Do')).toBe('/Artifact BMC\n/X0 Do\nEMC')
    expect(marked('0 0 9 9 re W* n')).toBe('0 0 9 9 re W* n')
    expect(marked('/Artifact BMC (x) Tj EMC')).toBe('/Artifact BMC (x) Tj EMC')
  })

  test('a section that is dropped becomes an artifact, whatever is in it', () => {
    expect(marked('/TD <</MCID 4 >>BDC 0 0 5 1 re f EMC', [4])).toBe('/Artifact BMC 0 0 5 1 re f EMC')
  })

  const step = fc.oneof(
    fc.constantFrom('BT (shown) Tj ET', '0 0 5 5 re f', '0 0 m 1 1 l S', '/X1 Do', 'q 1 0 0 1 3 4 cm', 'Q', '0 0 1 rg'),
    fc.constantFrom('0 0 9 9 re W n', 'BT /F1 9 Tf ET', '[(a) -12.5 (b\\(c)] 0 d', '% a remark (Tj)\n'),
    fc
      .tuple(fc.nat(30), fc.boolean())
      .map(([mcid, words]) => `/P <</MCID ${mcid} >>BDC ${words ? 'BT (said) Tj ET' : '1 1 2 2 re f'} EMC`),
  )

  test('of any page: the painting is the same, and nothing that shows stands outside', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.array(fc.nat(30)), (steps, dropped) => {
        const page = steps.join('\n')
        const result = marked(page, dropped)
        const bare = (text: string) =>
          text
            .replace(/\/P <<\/MCID \d+ >>BDC|\/Artifact BMC|\bEMC\b/g, '')
            .replace(/\s+/g, ' ')
            .trim()
        expect(bare(result)).toBe(bare(page))
        expect(marked(result, dropped)).toBe(result)
        const kept = markedSections(read(result)).map(({ mcid }) => mcid)
        expect(kept).toEqual(
          markedSections(read(page))
            .map(({ mcid }) => mcid)
            .filter(mcid => !dropped.includes(mcid)),
        )
      }),
    )
  })

  test('any bytes at all end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        const content = pageContent(bytes)
        markedSections(content)
        withArtifacts(content, new Set([0]))
      }),
    )
  })
})
