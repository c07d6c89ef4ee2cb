import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import { openPdf } from '../../../../renderer/importers/pdf/pdfjs.ts'
import { pageLimit } from '../../../../renderer/importers/pdf/read-pdf.ts'
import { pdfOf, type Sheet } from '../../../support/pdf.ts'
import { draftFrom, importedFrom, refusalOf } from '../imports.ts'

const words = ({ line }: Sheet) => line('The treaty was signed in the old town hall.', { x: 70, y: 90 })

describe('what a document states of itself', () => {
  test('its properties, each with its mark', async () => {
    const bytes = await pdfOf([words], pdf => {
      pdf.setTitle('Of Harbours')
      pdf.setAuthor('Ada Marsh and Ben Holm')
      pdf.setCreationDate(new Date('2021-04-09T12:00:00Z'))
      pdf.setLanguage('en-GB')
    })
    const draft = await draftFrom('info.pdf', bytes)
    const said = draft.statements.filter(({ origin }) => origin === 'document properties')
    expect(said.map(({ field, value, mark }) => [field, value, mark])).toEqual([
      ['title', 'Of Harbours', 'Title'],
      ['authors', 'Ada Marsh; Ben Holm', 'Author'],
      ['published', '2021-04-09', 'CreationDate'],
      ['language', 'en-GB', 'Language'],
    ])
  })

  test('its XMP packet comes before them', async () => {
    const packet = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">On Rivers</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Cora Lind</rdf:li><rdf:li>Dan Okoro</rdf:li></rdf:Seq></dc:creator><dc:date><rdf:Seq><rdf:li>2019-11</rdf:li></rdf:Seq></dc:date></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
    const bytes = await pdfOf([words], pdf => {
      pdf.setTitle('Untitled')
      const stream = pdf.context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })
      pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream))
    })
    const draft = await draftFrom('xmp.pdf', bytes)
    expect(draft.statements.filter(({ origin }) => origin === 'xmp').map(({ value, mark }) => [value, mark])).toEqual([
      ['On Rivers', 'dc:title'],
      ['Cora Lind; Dan Okoro', 'dc:creator'],
      ['2019-11', 'dc:date'],
    ])
    // A name that a program gives what nobody has named is no title.
    expect(draft.statements.some(({ value }) => value === 'Untitled')).toBe(false)
    expect(draft.bibliography.authors).toEqual(['Cora Lind', 'Dan Okoro'])
  })

  test('the labels of its pages', async () => {
    const bytes = await pdfOf([words, words, words], pdf => {
      const ranges = pdf.context.obj([0, { S: 'r' }, 2, { S: 'D', St: 1, P: PDFString.of('A-') }])
      pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({ Nums: ranges }))
    })
    expect((await draftFrom('labels.pdf', bytes)).pages.map(({ label }) => label)).toEqual(['i', 'ii', 'A-1'])
  })
})

describe('what cannot be read', () => {
  test('a locked document', async () => {
    const pdf = await PDFDocument.load(await pdfOf([words]))
    await pdf.encrypt({ userPassword: 'open sesame', ownerPassword: 'owner' })
    expect(await refusalOf('locked.pdf', await pdf.save())).toMatch(/^“locked\.pdf” is locked with a password\./)
  })

  test('one that is only locked against changes is read', async () => {
    const pdf = await PDFDocument.load(await pdfOf([words]))
    await pdf.encrypt({ userPassword: '', ownerPassword: 'owner' })
    expect((await draftFrom('changes.pdf', await pdf.save())).text).toBe('The treaty was signed in the old town hall.')
  })

  test('one that only begins like a PDF', async () => {
    expect(await refusalOf('broken.pdf', '%PDF-1.7\nand nothing else')).toMatch(/^“broken\.pdf” is damaged: no page/)
  })

  test('one whose end is missing is read as far as it goes', async () => {
    const whole = await pdfOf([words, words])
    const cut = await importedFrom('cut.pdf', whole.subarray(0, whole.length - 200))
    if ('draft' in cut) expect(cut.draft.text).toContain('The treaty was signed')
    else expect('refusal' in cut && cut.refusal).toMatch(/damaged/)
  })

  test('one with nothing on it', async () => {
    expect(await refusalOf('blank.pdf', await pdfOf([() => {}]))).toMatch(/no words in it/)
  })

  test('one with too many pages', async () => {
    const bytes = await pdfOf(Array.from({ length: pageLimit + 1 }, () => () => {}))
    expect(await refusalOf('long.pdf', bytes)).toMatch(/has 5,001 pages, the limit is 5,000/)
  })
})

describe('a document that is only pictures', () => {
  const picture = ({ page }: Sheet) => page.drawCircle({ x: 200, y: 400, size: 90 })

  test('is kept with its pages and no words, and called by the name of its file', async () => {
    const draft = await draftFrom('minutes 1911.pdf', await pdfOf([picture, () => {}, picture]))
    expect(draft).toMatchObject({ text: '', blocks: [], bibliography: { title: 'minutes 1911', authors: [] } })
    expect(draft.pages).toEqual([true, false, true].map(imageOnly => ({ start: 0, label: '', imageOnly })))
    expect(draft.statements.filter(({ field }) => field === 'title')).toMatchObject([
      { value: 'minutes 1911', origin: 'file name' },
    ])
    expect(draft.warnings).toEqual([expect.stringMatching(/^Its 2 pages are pictures: .*recognised \(OCR\)/)])
  })

  test('is called by its properties where they give a title', async () => {
    const bytes = await pdfOf([picture], pdf => pdf.setTitle('Minutes of the Harbour Board'))
    const { bibliography, statements } = await draftFrom('scan0001.pdf', bytes)
    expect(bibliography.title).toBe('Minutes of the Harbour Board')
    expect(statements.filter(({ field }) => field === 'title').at(-1)?.value).toBe('scan0001')
  })
})

test('the bytes are left as they were, for they are still to be kept', async () => {
  const bytes = new Uint8Array(await pdfOf([words]))
  const before = bytes.slice()
  await (await openPdf(bytes)).loadingTask.destroy()
  expect(bytes).toEqual(before)
})

test('what marked content says its glyphs mean is read in their place', async () => {
  const bytes = await pdfOf([
    ({ page, line }) => {
      line('before', { x: 70, y: 142 })
      const [font] = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict).keys() ?? []
      const drawn = `/Span <</ActualText (after all)>> BDC BT ${font} 10 Tf 120 700 Td (###) Tj ET EMC`
      page.node.addContentStream(page.doc.context.register(page.doc.context.stream(drawn)))
    },
  ])
  expect((await draftFrom('meant.pdf', bytes)).text).toBe('before after all')
})
