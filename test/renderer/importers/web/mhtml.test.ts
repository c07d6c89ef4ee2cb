import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sourceDraft } from '../../../../shared/model/text-version.ts'
import { draftFrom, faults, importedFrom, outline, refusalOf } from '../imports.ts'

type Part = { headers: Record<string, string>; body: string }

const lines = (headers: Record<string, string>) => Object.entries(headers).map(([name, value]) => `${name}: ${value}`)

const archive = (parts: Part[], headers: Record<string, string> = {}, type = 'type="text/html"') =>
  [
    'From: <Saved by Blink>',
    ...lines(headers),
    'MIME-Version: 1.0',
    `Content-Type: multipart/related;\r\n\t${type};\r\n\tboundary="--edge--"`,
    '',
    '',
    ...parts.flatMap(({ headers: own, body }) => ['----edge--', ...lines(own), '', body]),
    '----edge------',
    '',
  ].join('\r\n')

const quoted = (words: string) =>
  Array.from(new TextEncoder().encode(words), byte =>
    byte === 61 || byte > 126 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
  ).join('')

const first = 'Міністри у вівторок заявили, що фонд матиме половину майбутніх доходів держави.'
const address = 'https://daily.example/fund'
const page = (body: string): Part => ({
  headers: {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-ID': '<frame-0@mhtml.blink>',
    'Content-Transfer-Encoding': 'quoted-printable',
    'Content-Location': address,
  },
  body: quoted(body).replace('frame src', 'frame =\r\nsrc'),
})
const picture: Part = {
  headers: {
    'Content-Type': 'image/png',
    'Content-Transfer-Encoding': 'base64',
    'Content-Location': 'https://cdn.example/a.png',
  },
  body: 'iVBORw0KGgo=',
}
const saved = { 'Snapshot-Content-Location': address, Date: 'Fri, 14 Mar 2025 08:23:00 -0000' }

describe('a web archive', () => {
  test('is read as the page in it, with where from and when it was saved; its pictures are left alone', async () => {
    const draft = await draftFrom(
      'a.mhtml',
      archive([page(`<h1>Угода про фонд</h1><p>${first}</p><img src="cid:x">`), picture], saved),
    )
    expect(outline(draft)).toEqual(['title: Угода про фонд', `paragraph: ${first}`])
    expect(draft.bibliography).toMatchObject({ url: address, accessed: '2025-03-14', language: 'uk', published: null })
    expect(draft.mediaType).toBe('multipart/related')
    expect(draft.statements).toContainEqual(
      expect.objectContaining({ field: 'accessed', origin: 'snapshot', mark: 'web archive' }),
    )
    expect(JSON.stringify(draft)).not.toContain('cdn.example')
  })

  test('the pages of its frames stand in their places, set apart', async () => {
    const inner: Part = {
      headers: {
        'Content-Type': 'text/html',
        'Content-ID': '<frame-1@mhtml.blink>',
        'Content-Transfer-Encoding': 'base64',
      },
      body: btoa('<p>A post that the page shows.</p>'),
    }
    const draft = await draftFrom(
      'a.mht',
      archive([page(`<p>${first}</p><iframe src="cid:frame-1@mhtml.blink"></iframe><p>Далі.</p>`), inner], saved),
    )
    expect(outline(draft)).toEqual([
      `paragraph: ${first}`,
      '*paragraph: A post that the page shows.',
      'paragraph: Далі.',
    ])
  })

  test('a frameset is its frames', async () => {
    const inner: Part = {
      headers: { 'Content-Type': 'text/html', 'Content-Location': 'text.html' },
      body: '<p>The text of the page.</p>',
    }
    const outer = page('<frameset cols="20%,80%"><frame src="https://daily.example/text.html"></frameset>')
    expect(outline(await draftFrom('a.mht', archive([outer, inner])))).toEqual(['paragraph: The text of the page.'])
  })

  test('the root is the part that the archive names, not the first', async () => {
    const other: Part = {
      headers: { 'Content-Type': 'text/html', 'Content-ID': '<other>' },
      body: '<p>Another page.</p>',
    }
    const root: Part = {
      headers: { 'Content-Type': 'text/html', 'Content-ID': '<root>' },
      body: '<p>The page itself.</p>',
    }
    expect((await draftFrom('a.mht', archive([other, root], {}, 'type="text/html"; start="<root>"'))).text).toBe(
      'The page itself.',
    )
    expect((await draftFrom('a.mht', archive([other, { ...page('<p>Seine Seite.</p>') }], saved))).text).toBe(
      'Seine Seite.',
    )
  })

  test('the encoding of its header is used', async () => {
    const part: Part = {
      headers: { 'Content-Type': 'text/html; charset="windows-1251"', 'Content-Transfer-Encoding': 'quoted-printable' },
      body: '<p>=CA=E8=BF=E2</p>',
    }
    const draft = await draftFrom('a.mht', archive([part]))
    expect(draft.text).toBe('Київ')
    expect(draft.encoding).toMatch(/^windows-1251/)
  })

  test('frames that show each other end', async () => {
    const loop: Part = {
      headers: { 'Content-Type': 'text/html', 'Content-ID': '<loop>' },
      body: '<p>Again.</p><iframe src="cid:loop"></iframe><iframe src="cid:loop"></iframe>',
    }
    const draft = await draftFrom('a.mht', archive([page(`<p>${first}</p><iframe src="cid:loop"></iframe>`), loop]))
    expect(draft.blocks.length).toBeLessThan(60)
  })

  test('without a page in it, it is refused with a sentence that names it', async () => {
    expect(await refusalOf('a.mhtml', archive([picture]))).toMatch(/^“a\.mhtml” .*page.*\.$/)
  })

  test('whatever an archive holds, it becomes a valid draft or a refusal', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '----edge--',
        '----edge----',
        '\r\n',
        '\n',
        '\r\n\r\n',
        '=',
        '=E',
        '=3D',
        '<p>a',
        'Content-Type: text/html',
        'Content-Type: multipart/mixed; boundary="--edge--"',
        'Content-Transfer-Encoding: base64',
        'Content-ID: <a>',
        '<iframe src="cid:a">',
        ':',
        ' folded',
      ),
      fc.string({ maxLength: 8 }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async pieces => {
        const imported = await importedFrom(
          'a.mhtml',
          archive([page(`<p>${first}</p>`), { headers: {}, body: pieces.join('') }]),
        )
        if ('draft' in imported) {
          expect(sourceDraft.safeParse(imported.draft).error).toBeUndefined()
          expect(faults(imported.draft)).toEqual([])
        } else expect(imported).toHaveProperty('refusal')
      }),
      { numRuns: 200 },
    )
  })
})
