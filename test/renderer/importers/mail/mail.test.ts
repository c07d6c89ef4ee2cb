import { describe, expect, test } from 'vitest'
import type { EnclosedFile } from '../../../../renderer/importers/draft.ts'
import { mailLimits } from '../../../../renderer/importers/mail/parts.ts'
import { draftFrom, faults, importedFrom, outline, refusalOf } from '../imports.ts'

const head = [
  'Return-Path: <jane@roe.example>',
  'Received: from relay.example by mail.example; Tue, 11 Mar 2025 08:00:05 +0000',
  'From: =?utf-8?Q?J=C3=A1ne_Roe?= <jane@roe.example>',
  'To: "Doe, John" <john@doe.example>, Team: a@team.example, b@team.example;',
  'Cc: press@state.example',
  'Date: Tue, 11 Mar 2025 10:00:00 +0200 (EET)',
  'Subject: The draft of',
  ' the fund',
  'Message-ID: <1@roe.example>',
  'MIME-Version: 1.0',
]
const own = 'The second clause has changed since Monday, and the annex is not in it any more.'
const mail = (...body: string[]) => [...head, ...body].join('\r\n')
const plain = (...lines: string[]) => mail('Content-Type: text/plain; charset=utf-8', '', ...lines)
const multipart = (kind: string, ...parts: string[][]) =>
  mail(
    `Content-Type: multipart/${kind}; boundary=b; protocol="application/pgp-signature"`,
    '',
    ...parts.flatMap(part => ['--b', ...part]),
    '--b--',
    '',
  )
const base64 = (words: string) => Buffer.from(words).toString('base64')
const attachment = (name: string, words: string, type = 'application/octet-stream') => [
  `Content-Type: ${type}; name="${name}"`,
  'Content-Transfer-Encoding: base64',
  'Content-Disposition: attachment',
  '',
  base64(words),
]

const enclosedIn = async (content: string): Promise<EnclosedFile[]> => {
  const imported = await importedFrom('a.eml', content)
  return 'enclosed' in imported ? imported.enclosed : []
}

describe('a mail', () => {
  test('its head becomes a title, a byline and statements', async () => {
    const draft = await draftFrom('a.eml', plain('Dear John,', '', own))
    expect(faults(draft)).toEqual([])
    expect(outline(draft).slice(0, 2)).toEqual([
      'title: The draft of the fund',
      [
        'byline: From: Jáne Roe <jane@roe.example>',
        'To: Doe, John <john@doe.example>, a@team.example, b@team.example',
        'Cc: press@state.example',
        'Date: Tue, 11 Mar 2025 10:00:00 +0200 (EET)',
      ].join('\n'),
    ])
    expect(draft.bibliography).toMatchObject({
      title: 'The draft of the fund',
      authors: ['Jáne Roe'],
      published: '2025-03-11',
      kind: 'correspondence',
    })
    expect(draft.statements).toContainEqual(
      expect.objectContaining({ field: 'authors', origin: 'mail header', mark: 'From', value: 'Jáne Roe' }),
    )
    expect(outline(draft).slice(2)).toEqual(['paragraph: Dear John,', `paragraph: ${own}`])
    expect(draft.mediaType).toBe('message/rfc822')
    expect(draft.encoding).toBe('utf-8 (all its bytes fit)')
  })

  test('is known by its content, whatever its name', async () => {
    for (const name of ['a.txt', 'a', 'a.html']) {
      const draft = await draftFrom(name, plain(own))
      expect(draft.mediaType).toBe('message/rfc822')
      expect(draft.warnings).toHaveLength(name === 'a' ? 0 : 1)
    }
  })

  test('earlier mail and the signature are set apart, and kept', async () => {
    const draft = await draftFrom(
      'a.eml',
      plain(
        own,
        '',
        '-- ',
        'Jane Roe',
        'The Ministry',
        '',
        'On Mon, 10 Mar 2025, John Doe wrote:',
        '> What has changed?',
        '> And who knows?',
      ),
    )
    expect(outline(draft).slice(2)).toEqual([
      `paragraph: ${own}`,
      '*paragraph: --',
      '*paragraph: Jane Roe',
      '*paragraph: The Ministry',
      '*quotation: On Mon, 10 Mar 2025, John Doe wrote:',
      '*quotation: > What has changed?\n> And who knows?',
    ])
  })

  test('the head of an earlier mail, copied as Outlook does, begins what is set apart', async () => {
    const draft = await draftFrom(
      'a.eml',
      plain(
        own,
        '',
        'From: John Doe',
        'Sent: Monday, 10 March 2025 09:00',
        'To: Jane Roe',
        'Subject: The draft',
        '',
        'What has changed?',
      ),
    )
    expect(draft.blocks.filter(({ apparatus }) => !apparatus)).toHaveLength(3)
    expect(outline(draft).at(-1)).toBe('*quotation: What has changed?')
  })

  test('quotations that are answered one by one stay, as quotations', async () => {
    const draft = await draftFrom(
      'a.eml',
      plain('> What has changed?', '', own, '', '> And who knows?', '', 'Nobody knows it yet.'),
    )
    expect(outline(draft).slice(2)).toEqual([
      'quotation: > What has changed?',
      `paragraph: ${own}`,
      'quotation: > And who knows?',
      'paragraph: Nobody knows it yet.',
    ])
  })

  test('a forwarded mail is what the mail is about, and stays', async () => {
    const draft = await draftFrom(
      'a.eml',
      plain(
        'Please read this today.',
        '',
        '---------- Forwarded message ---------',
        'From: John Doe <john@doe.example>',
        'Date: Mon, 10 Mar 2025',
        'Subject: Clause two',
        '',
        own,
      ),
    )
    expect(draft.blocks.every(({ apparatus }) => !apparatus)).toBe(true)
  })

  test('of two versions the page is read, unless it has clearly fewer words', async () => {
    const page = [
      'Content-Type: text/html; charset=utf-8',
      '',
      `<h2>Clause two</h2><p>${own}</p><img src="https://track.example/p.gif">`,
    ]
    const words = ['Content-Type: text/plain; charset=utf-8', '', 'Clause two', '', own]
    expect(outline(await draftFrom('a.eml', multipart('alternative', words, page))).slice(2)).toEqual([
      'heading 2: Clause two',
      `paragraph: ${own}`,
    ])
    const empty = ['Content-Type: text/html; charset=utf-8', '', '<p>Click here.</p>']
    const long = ['Content-Type: text/plain; charset=utf-8', '', ...Array(5).fill(own)]
    const draft = await draftFrom('a.eml', multipart('alternative', long, empty))
    expect(draft.text).toContain(own)
    expect(draft.text).not.toContain('Click')
    expect(draft.warnings.join(' ')).toMatch(/holds its words twice/)
  })

  test('the encoding of each part counts, and an unnamed one is guessed and said', async () => {
    const russian = 'Министр заявил во вторник, что соглашение будет подписано позднее.'
    const koi8 = Buffer.from('ну', 'utf8')
    expect(koi8.length).toBe(4)
    const bytes = [...russian].map(character => {
      const point = character.charCodeAt(0)
      return point < 128 ? point : point - 0x410 + 0xc0
    })
    const asFile = (charset: string) =>
      Buffer.concat([
        Buffer.from(mail(`Content-Type: text/plain${charset}`, 'Content-Transfer-Encoding: 8bit', '', '')),
        Buffer.from(bytes),
      ])
    const declared = await draftFrom('a.eml', asFile('; charset=windows-1251'))
    expect(declared.text).toContain(russian)
    expect(declared.encoding).toBe('windows-1251 (declared in the file)')
    expect(declared.warnings).toEqual([])
    const guessed = await draftFrom('a.eml', asFile(''))
    expect(guessed.text).toContain(russian)
    expect(guessed.warnings.join(' ')).toMatch(/WINDOWS-1251/)
  })

  test('flowed lines are joined to paragraphs again', async () => {
    const draft = await draftFrom(
      'a.eml',
      mail(
        'Content-Type: text/plain; charset=us-ascii; format=flowed',
        '',
        'The second clause has ',
        'changed since ',
        'Monday.',
        '',
        '> it was ',
        '> so',
      ),
    )
    expect(draft.text).toContain('The second clause has changed since Monday.')
    expect(draft.text).toContain('> it was so')
  })

  test('what is attached comes as files, with names that are names of files and no two the same', async () => {
    const inner = plain('The mail within the mail says the same words again.')
    const content = multipart(
      'mixed',
      ['Content-Type: text/plain', '', own],
      attachment('../../etc/annex.txt', 'The annex.'),
      attachment('annex.txt', 'Another annex.'),
      attachment('', '| a |', 'text/csv'),
      ['Content-Type: message/rfc822', '', inner],
      [
        'Content-Type: image/png',
        'Content-ID: <logo>',
        'Content-Disposition: inline',
        'Content-Transfer-Encoding: base64',
        '',
        'iVBORw0KGgo=',
      ],
    )
    const enclosed = await enclosedIn(content)
    expect(enclosed.map(({ name }) => name)).toEqual([
      'annex.txt',
      'annex (2).txt',
      'attachment 3.csv',
      'The draft of.eml',
    ])
    const within = await draftFrom('x.eml', enclosed[3]?.bytes ?? new Uint8Array())
    expect(within.text).toContain('The mail within the mail')
  })

  test('a signature is said and not attached; an encrypted mail is said, and its head is kept', async () => {
    const signed = multipart(
      'signed',
      ['Content-Type: text/plain', '', own],
      ['Content-Type: application/pgp-signature', '', '-----BEGIN'],
    )
    expect((await draftFrom('a.eml', signed)).warnings).toEqual([
      'The mail is signed (PGP/MIME); the signature was not checked.',
    ])
    expect(await enclosedIn(signed)).toEqual([])
    const sealed = mail(
      'Content-Type: application/pkcs7-mime; smime-type=enveloped-data',
      'Content-Transfer-Encoding: base64',
      '',
      base64('secret'),
    )
    const draft = await draftFrom('a.eml', sealed)
    expect(draft.bibliography.title).toBe('The draft of the fund')
    expect(draft.warnings.join(' ')).toMatch(/encrypted \(S\/MIME\)/)
  })

  test('a mail that lies within its signature is read, in one piece or in several', async () => {
    const element = (tag: number, ...content: number[]): number[] =>
      content.length < 128
        ? [tag, content.length, ...content]
        : [tag, 0x82, content.length >> 8, content.length & 0xff, ...content]
    const identifier = (last: number) => element(0x06, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, last)
    const entity = [...Buffer.from(`Content-Type: text/plain; charset=utf-8\r\n\r\n${own}`)]
    const half = Math.floor(entity.length / 2)
    const inPieces = [
      0x24,
      0x80,
      ...element(0x04, ...entity.slice(0, half)),
      ...element(0x04, ...entity.slice(half)),
      0,
      0,
    ]
    for (const octets of [element(0x04, ...entity), inPieces]) {
      const signed = element(
        0x30,
        ...element(0x02, 1),
        ...element(0x31),
        ...element(0x30, ...identifier(1), ...element(0xa0, ...octets)),
      )
      const message = element(0x30, ...identifier(2), ...element(0xa0, ...signed))
      const sealed = mail(
        'Content-Type: application/pkcs7-mime; smime-type=signed-data',
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from(message).toString('base64'),
      )
      const draft = await draftFrom('a.eml', sealed)
      expect(draft.text).toContain(own)
      expect(draft.warnings).toEqual(['The mail is signed (S/MIME); the signature was not checked.'])
    }
  })

  test('a bare head is read, and said to be one', async () => {
    const draft = await draftFrom('a.eml', mail('', ''))
    expect(draft.warnings.join(' ')).toMatch(/no words of its own/)
  })
})

describe('hostile mails', () => {
  test('nothing of a page in a mail but its words survives', async () => {
    const page = mail(
      'Content-Type: text/html',
      '',
      `<script>SECRET</script><p style="display:none">SECRET</p><a href="javascript:SECRET">x</a><p>${own}</p>`,
    )
    expect((await draftFrom('a.eml', page)).text).not.toContain('SECRET')
  })

  test.each([
    ['parts nested beyond the limit', mailLimits.depth + 10, /nested deeper than 40 levels/],
    ['parts nested ten thousand deep', 10_000, /nested deeper than 40 levels/],
  ])('%s: refused', async (_, depth, sentence) => {
    const nested = Array.from({ length: depth }, (_, at) => [
      `Content-Type: multipart/mixed; boundary=b${at}`,
      '',
      `--b${at}`,
    ]).flat()
    expect(await refusalOf('a.eml', mail(...nested))).toMatch(sentence)
  })

  test('more parts than a mail has: refused', async () => {
    const parts = Array.from({ length: mailLimits.parts + 1 }, () => ['Content-Type: text/plain', '', 'a'])
    expect(await refusalOf('a.eml', multipart('mixed', ...parts))).toMatch(/more than 2,000 parts/)
  })

  test('a head without end: refused', async () => {
    expect(await refusalOf('a.eml', mail('X-Filler: words\r\n'.repeat(200_000)))).toMatch(
      /head is larger than 1,024 kB/,
    )
  })

  test('many attachments: the first are taken, and the rest is said', async () => {
    const parts = Array.from({ length: mailLimits.enclosed + 5 }, (_, at) => attachment(`${at}.txt`, 'words'))
    const content = multipart('mixed', ['Content-Type: text/plain', '', own], ...parts)
    expect(await enclosedIn(content)).toHaveLength(mailLimits.enclosed)
    expect((await draftFrom('a.eml', content)).warnings.join(' ')).toMatch(/205 attachments; only the first 200/)
  })

  test('mails within mails are files within files: each import opens one', async () => {
    let content = plain(own)
    for (let depth = 0; depth < 30; depth += 1) content = mail('Content-Type: message/rfc822', '', content)
    let bytes: Uint8Array = new TextEncoder().encode(content)
    for (let depth = 0; depth < 30; depth += 1) {
      const imported = await importedFrom('a.eml', bytes)
      bytes = 'enclosed' in imported ? (imported.enclosed[0]?.bytes ?? new Uint8Array()) : new Uint8Array()
    }
    expect((await draftFrom('a.eml', bytes)).text).toContain(own)
  })

  test('a mailbox of several mails is refused for what it is', async () => {
    const box = `From jane@roe.example Tue Mar 11 10:00:00 2025\n${plain(own)}\n\nFrom john@doe.example Tue Mar 11 11:00:00 2025\n${plain(own)}`
    expect(await refusalOf('a.txt', box)).toMatch(/mailbox of several mails/)
  })
})
