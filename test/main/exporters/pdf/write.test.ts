import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadPdf } from '../../../../main/exporters/pdf/places.ts'
import { writePdf } from '../../../../main/exporters/pdf/write.ts'

const plain = fc.oneof(
  fc.integer(),
  fc.boolean(),
  fc.double({ min: -1000, max: 1000, noNaN: true }).map(number => Math.round(number * 100) / 100),
)
const words = fc.oneof(
  fc.string({ unit: 'binary' }).map(text => PDFHexString.fromText(text)),
  fc.string({ unit: fc.constantFrom('a', '\\(', '\\)', ' ', '\\\\', 'é') }).map(text => PDFString.of(text)),
  fc.string({ minLength: 1, unit: 'binary-ascii' }).map(text => PDFName.of(text)),
)
const key = fc.stringMatching(/^[A-Z][a-z #/()]{0,4}$/)
const value = fc.oneof(plain, words, fc.array(plain, { maxLength: 5 }), fc.dictionary(key, plain, { maxKeys: 4 }))

/** Every object of a document by its number, as the library says it; what a file is packed in is no part of it. */
const objectsOf = (pdf: PDFDocument) =>
  new Map(
    pdf.context
      .enumerateIndirectObjects()
      .map(([ref, object]): [string, string] => [ref.tag, object.toString()])
      .filter(([, text]) => !/\/Type \/(?:XRef|ObjStm)\b/.test(text)),
  )

test('what is written is read again as it was, gaps in the numbers and all, and in the same bytes each time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.dictionary(key, value, { maxKeys: 5 }), fc.boolean()), { maxLength: 450 }),
      fc.uint8Array({ maxLength: 500 }),
      async (dictionaries, bytes) => {
        const pdf = await PDFDocument.create()
        pdf.addPage()
        const refs = dictionaries.map(([dictionary]) => pdf.context.register(pdf.context.obj(dictionary)))
        for (const [index, [, isGone]] of dictionaries.entries())
          if (isGone && refs[index]) pdf.context.delete(refs[index])
        pdf.context.register(pdf.context.flateStream(bytes))
        const written = await writePdf(pdf)
        const before = objectsOf(pdf)
        const read = await loadPdf(written)
        expect(objectsOf(read)).toEqual(before)
        expect(read.getPageCount()).toBe(1)
        expect(read.catalog.lookup(PDFName.of('Pages'), PDFDict)).toBeDefined()
        expect(Buffer.compare(await writePdf(read), await writePdf(await loadPdf(written)))).toBe(0)
      },
    ),
    { numRuns: 30 },
  )
})

test('forty thousand objects are written in little more than a second, where each is written once', async () => {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  for (let number = 0; number < 40_000; number += 1)
    pdf.context.register(pdf.context.obj({ Type: 'StructElem', S: 'P' }))
  const begun = process.cpuUsage()
  const written = await writePdf(pdf)
  const { user, system } = process.cpuUsage(begun)
  // The library's own writer takes six seconds.
  expect((user + system) / 1000).toBeLessThan(3000)
  expect(written.length).toBeLessThan(400_000)
})

test('an encrypted document opens with its password alone, and says no word without', async () => {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  pdf.setTitle('The harbour')
  pdf.setLanguage('en-GB')
  await pdf.attach(new TextEncoder().encode('a secret'), 'secret.txt', { description: 'What is hidden' })
  await pdf.flush()
  pdf.encrypt({ userPassword: 'pass', ownerPassword: 'pass' })
  const written = await writePdf(pdf)
  const raw = Buffer.from(written).toString('latin1')
  for (const words of ['en-GB', 'harbour', 'secret', 'hidden']) expect(raw).not.toContain(words)
  const read = await PDFDocument.load(written, { password: 'pass' })
  expect(read.getPageCount()).toBe(1)
  await expect(PDFDocument.load(written, { password: 'other' })).rejects.toThrow()
})
