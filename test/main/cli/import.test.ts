import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sourceDraft } from '../../../shared/model/text-version.ts'
import { importInput } from '../../support/case.ts'
import { buildCommandLine, bundlingTime, type CommandLine } from '../../support/command-line.ts'
import { blankBibliography } from '../../support/records.ts'

// The verb, with a process in the place of the one that parses: it says what the file tells it to say, so that mails and
// lists of references are there whatever the importers can.
const puppet = `let slices = []
process.on('message', message => {
  if ('bytes' in message) return slices.push(message.bytes)
  const words = Buffer.concat(slices).toString()
  slices = []
  const said = JSON.parse(words, (key, value) => (key === 'bytes' ? new Uint8Array(Buffer.from(value)) : value))
  process.send(said)
})`

let glossator: CommandLine
beforeAll(async () => {
  glossator = await buildCommandLine()
  writeFileSync(glossator.at('main/importer-process.cjs'), puppet)
}, bundlingTime)
afterAll(() => glossator.remove())

type Outcome = { file: string; within: string | null; outcome: string; source: string | null; message: string }

const draftOf = (text: string) => sourceDraft.parse(importInput(text).draft)
const holding = (text: string, enclosed: { name: string; bytes: string }[] = []) =>
  JSON.stringify({ draft: draftOf(text), enclosed })
const put = (name: string, content: string) => {
  mkdirSync(path.dirname(glossator.at(name)), { recursive: true })
  writeFileSync(glossator.at(name), content)
}
const imported = async (name: string, ...files: string[]) => {
  await glossator.run('new', name)
  const run = await glossator.run('import', name, ...files, '--json')
  return { run, files: (run.document() as { files: Outcome[] }).files }
}
const lines = (files: Outcome[]) => files.map(({ file, within, outcome }) => [file, within, outcome])

describe('import', () => {
  test('takes a folder with all that is in it, and leaves out what is hidden, led back to, or of no kind that can be read', async () => {
    put('papers/b.txt', holding('Second words.'))
    put('papers/2025/a.txt', holding('First words.'))
    put('papers/.git/config', 'not looked into')
    put('papers/.hidden.txt', 'not looked into')
    put('papers/Thumbs.db', 'not looked into')
    put('papers/picture.png', JSON.stringify({ refusal: '“papers/picture.png” is a picture.', unknownKind: true }))
    put('papers/broken.txt', JSON.stringify({ refusal: '“papers/broken.txt” is broken.' }))
    symlinkSync(glossator.at('papers'), glossator.at('papers/2025/round'))
    const { run, files } = await imported('folder.gloss', 'papers', 'papers/picture.png')
    expect(lines(files)).toEqual([
      ['papers/2025/a.txt', null, 'imported'],
      ['papers/b.txt', null, 'imported'],
      ['papers/broken.txt', null, 'failed'],
      ['papers/picture.png', null, 'left out'],
      // Named by itself it was meant.
      ['papers/picture.png', null, 'failed'],
      ['papers/.git', null, 'left out'],
      ['papers/.hidden.txt', null, 'left out'],
      ['papers/2025/round', null, 'left out'],
      ['papers/Thumbs.db', null, 'left out'],
    ])
    expect(run.status).toBe(1)
    // Many that were left out are a number, not a row each; the path within the folder is the name in the case.
    const again = await glossator.run('import', 'folder.gloss', 'papers')
    expect(again.out).toContain('2 duplicate, 1 failed, 5 left out')
    expect(again.out).not.toContain('Thumbs.db')
    await glossator.run('export', 'folder.gloss', '--format', 'json', '-o', 'folder.json')
    const { findings } = (await glossator.run('check', 'folder.gloss', '--json')).document() as { findings: unknown[] }
    expect(findings).toEqual([])
  })

  test('imports what a file encloses after it, to the depth there is, and links what is there already', async () => {
    const inner = holding('The text of the mail within.', [
      { name: '../../etc/deep\u202e.txt', bytes: holding('Deep words.') },
    ])
    put(
      'mail.eml',
      holding('A mail.', [
        { name: 'note.txt', bytes: holding('A note.') },
        { name: 'mail.eml', bytes: inner },
        { name: 'note again.txt', bytes: holding('A note.') },
        { name: '', bytes: JSON.stringify({ refusal: 'This cannot be read.', unknownKind: true }) },
      ]),
    )
    const { files } = await imported('mail.gloss', 'mail.eml')
    expect(lines(files)).toEqual([
      ['mail.eml', null, 'imported'],
      ['note.txt', 'mail.eml', 'imported'],
      ['mail.eml', 'mail.eml', 'imported'],
      ['deep.txt', 'mail.eml', 'imported'],
      ['note again.txt', 'mail.eml', 'duplicate'],
      ['Enclosed file', 'mail.eml', 'left out'],
    ])
    expect(files[4]?.source).toBe(files[1]?.source)
    const { items } = (await glossator.run('list', 'mail.gloss', 'sources', '--json')).document() as {
      items: { id: string; enclosedIn: string | null }[]
    }
    const enclosedIn = new Map(items.map(item => [item.id, item.enclosedIn]))
    expect(files.slice(0, 4).map(({ source }) => enclosedIn.get(source ?? ''))).toEqual([
      null,
      files[0]?.source,
      files[0]?.source,
      files[2]?.source,
    ])
  })

  test('mails in mails come to an end', async () => {
    let mail = holding('The innermost.')
    for (let depth = 8; depth > 0; depth -= 1) mail = holding(`Mail ${depth}.`, [{ name: `${depth}.eml`, bytes: mail }])
    put('nested.eml', mail)
    const { files } = await imported('nested.gloss', 'nested.eml')
    expect(files.filter(({ outcome }) => outcome === 'imported')).toHaveLength(6)
    expect(files.at(-1)).toMatchObject({ outcome: 'left out', message: expect.stringContaining('more than 5 deep') })
  })

  test('an attachment that is missing of a mail that is there already is brought in', async () => {
    put('half.eml', holding('Half a mail.'))
    put('whole.eml', holding('Half a mail.', [{ name: 'rest.txt', bytes: holding('The rest.') }]))
    const { files } = await imported('half.gloss', 'half.eml', 'whole.eml')
    expect(lines(files)).toEqual([
      ['half.eml', null, 'imported'],
      ['whole.eml', null, 'duplicate'],
      ['rest.txt', 'whole.eml', 'imported'],
    ])
  })

  test('hands a list of references to the library', async () => {
    const references = [{ bibliography: { ...blankBibliography, title: 'On the Fund' }, statements: [], abstract: '' }]
    put('library.bib', JSON.stringify({ references, warnings: ['One entry has no title.'] }))
    const { run, files } = await imported('references.gloss', 'library.bib')
    expect(lines(files)).toEqual([['library.bib', null, 'references']])
    expect(files[0]?.message).toContain('One entry has no title.')
    expect(run.status).toBe(0)
    const { items } = (await glossator.run('list', 'references.gloss', 'sources', '--json')).document()
    expect(items).toMatchObject([{ title: 'On the Fund' }])
  })
})

const { text, blocks } = draftOf('Words of a text. More of them.')
const [block] = blocks
if (!block) throw new Error('The draft has no block.')

let cases = 0

describe('a draft that is no draft is refused at the door, and nothing of it is kept', () => {
  test.each([
    ['a block beyond the text', { blocks: [{ ...block, end: text.length + 1 }] }],
    ['words in no block', { blocks: [{ ...block, end: 5 }] }],
    ['blocks that overlap', { blocks: [block, { ...block, start: 3 }] }],
    ['a block that ends before it begins', { blocks: [{ ...block, start: 9, end: 2 }] }],
    ['a cell beyond its table', { blocks: [{ ...block, kind: 'table', rows: [[{ start: 0, end: 999 }]] }] }],
    ['half a surrogate pair', { text: `${text.slice(0, -1)}\ud800` }],
    ['a text that is not NFC', { text: `e\u0301${text.slice(2)}` }],
    ['a carriage return', { text: `\r${text.slice(1)}` }],
    ['a byte order mark', { text: `\ufeff${text.slice(1)}` }],
    ['nothing but white space', { text: ' '.repeat(text.length) }],
    [
      'pages out of order',
      {
        pages: [
          { start: 9, label: '', imageOnly: false },
          { start: 3, label: '', imageOnly: false },
        ],
      },
    ],
    ['a page beyond the text', { pages: [{ start: text.length + 10, label: '', imageOnly: false }] }],
    ['a title without end', { bibliography: { ...blankBibliography, title: 'a'.repeat(3_000) } }],
    ['a kind that there is not', { bibliography: { ...blankBibliography, kind: 'rumour' } }],
    ['a million warnings', { warnings: [{ sentence: 'no string' }] }],
    [
      'statements of no field',
      { statements: [{ field: 'id', value: 'x', readings: [], words: '', origin: 'text', mark: '' }] },
    ],
  ])('%s', async (_, patch) => {
    cases += 1
    const name = `door ${cases}.gloss`
    put(
      'bad.txt',
      JSON.stringify({ draft: { ...draftOf(text), ...patch }, enclosed: [{ name: 'in.txt', bytes: holding('In.') }] }),
    )
    put('good.txt', holding('Good words.'))
    const { files } = await imported(name, 'bad.txt', 'good.txt')
    expect(lines(files)).toEqual([
      ['bad.txt', null, 'failed'],
      ['good.txt', null, 'imported'],
    ])
    expect(files[0]?.message).toContain('bad.txt')
    expect((await glossator.run('list', name, 'sources', '--json')).document().items).toHaveLength(1)
    expect(await glossator.run('check', name)).toMatchObject({ status: 0 })
  })
})
