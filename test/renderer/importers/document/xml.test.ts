import { describe, expect, test } from 'vitest'
import {
  childAt,
  childElements,
  elementsNamed,
  parseXml,
  xmlLimits,
  xmlWords,
} from '../../../../renderer/importers/document/xml.ts'
import { NotImported } from '../../../../renderer/importers/draft.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

const refusal = (document: string): string => {
  try {
    parseXml(document, 'a.xml')
  } catch (error) {
    if (error instanceof NotImported) return error.key
    throw error
  }
  return ''
}

describe('XML', () => {
  test('the tree of a document, with the names of known namespaces by one prefix', () => {
    const root = parseXml(
      `<?xml version="1.0"?><x:document xmlns:x="${word}"><x:p x:id="1"><x:t>a</x:t><![CDATA[<b>]]></x:p><other/></x:document>`,
    )
    expect(root.name).toBe('w:document')
    expect(childAt(root, 'w:p', 'w:t')?.children).toEqual(['a'])
    expect(childAt(root, 'w:p')?.attributes['w:id']).toBe('1')
    expect(childElements(root).map(({ name }) => name)).toEqual(['w:p', 'other'])
    expect(elementsNamed(root, 'w:t')).toHaveLength(1)
    expect(xmlWords(root)).toBe('a<b>')
  })

  test('the default namespace ends where it ends', () => {
    const root = parseXml(`<a><document xmlns="${word}"><p/></document><p/></a>`)
    expect(childElements(root).map(({ name }) => name)).toEqual(['w:document', 'p'])
    expect(childAt(root, 'w:document', 'w:p')).toBeDefined()
  })

  test('the five entities and references are expanded, and no others', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&lt;&#x416;&amp;&b;&c;</a>`
    expect(xmlWords(parseXml(bomb))).toBe('<Ж&&b;&c;')
  })

  test('names of the language itself are only names', () => {
    const root = parseXml('<a __proto__="1" constructor="2"><__proto__/></a>')
    expect(Object.keys(root.attributes)).toEqual(['__proto__', 'constructor'])
    expect(({} as Record<string, unknown>)['1']).toBeUndefined()
  })

  test('not well-formed, too deep, too many', () => {
    for (const document of ['', 'words', '<a>', '<a></b>', '<a b=1/>', '<a/><b/>', '<a>\u0001</a>', '\0\0'])
      expect(refusal(document)).toBe('xml.malformed')
    expect(refusal('<a>'.repeat(xmlLimits.depth + 1))).toBe('importing.tooDeep')
    expect(refusal(`<a>${'<b/>'.repeat(xmlLimits.elements)}</a>`)).toBe('importing.tooManyElements')
  })
})
