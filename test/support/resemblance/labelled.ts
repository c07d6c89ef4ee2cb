import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ResemblanceKind } from '../../../shared/model/resemblance.ts'
import { randomFrom } from '../../bench/corpus.ts'
import type { Document } from './document.ts'
import { cited } from './languages.ts'
import { background, frames, type Story, stories, type Telling } from './stories.ts'

/**
 * Pairs of articles of which it is known whether they are independent. `kind` is what the second is to the first: null
 * for independent ones. All words are the project's own: stories written for this, each told twice, and the five digests.
 */
export type Pair = { what: string; first: Document; second: Document; kind: ResemblanceKind | null }

/** From the root of the project, where tests and measurements are started: a bundled measurement lies elsewhere. */
const digests = resolve('seeds/digests')

const digest = (number: string): Telling => {
  const paragraphs = readFileSync(join(digests, `${number}.txt`), 'utf8')
    .trim()
    .split(/\n\n+/)
  return { title: paragraphs[0] ?? '', publisher: `Digest ${number}`, author: '', paragraphs: paragraphs.slice(1) }
}

type Base = Telling & { name: string; number: number }

const toldOnce = (story: Story, which: 0 | 1): Telling => story.tellings[which]

/** Every article as its newsroom wrote it. */
const bases: Base[] = [
  ...stories.flatMap(story =>
    ([0, 1] as const).map(which => ({ ...toldOnce(story, which), name: `${story.name} ${which}` })),
  ),
  ...['000', '001', '002', '003', '004'].map(number => ({ ...digest(number), name: `digest ${number}` })),
].map((base, number) => ({ ...base, number }))

const document = (base: Telling & { name: string }, change: Partial<Document> = {}): Document => ({
  id: base.name,
  title: base.title,
  publisher: base.publisher,
  author: base.author,
  published: '2025-03-10',
  paragraphs: base.paragraphs,
  ...change,
})

const allWords = bases
  .flatMap(({ paragraphs }) => paragraphs.join(' ').split(/\s+/))
  .filter(word => /^\p{Ll}{4,}$/u.test(word))

/** Puts other words for a share of them. */
const reworded = (paragraphs: readonly string[], share: number, seed: number): string[] => {
  const random = randomFrom(seed)
  const other = () => allWords[Math.floor(random() * allWords.length)] ?? ''
  return paragraphs.map(words => words.replace(/\p{L}{3,}/gu, word => (random() < share ? other() : word)))
}

const withOtherFigures = (paragraphs: readonly string[]): string[] =>
  paragraphs.map(words =>
    words
      .replace(/\d+/g, number => String(Number(number) + 3))
      .replace(/\b(three|four|six|nine|ten|eleven|half)\b/g, 'fifteen'),
  )

const plainLetters = (paragraphs: readonly string[]): string[] =>
  paragraphs.map(words => words.replace(/[“”]/g, '"').replace(/[’]/g, "'").replace(/–/g, '-'))

/** Background that only this article prints: two articles with the same paragraph would relay each other. */
const own = (number: number, count: number): string[] =>
  Array.from(
    { length: count },
    (_, at) => reworded([background[(number + at) % background.length] ?? ''], 0.9, 7 * number + at)[0] ?? '',
  )

const framed = (site: 0 | 1, paragraphs: readonly string[]): string[] => [
  ...(frames[site]?.head ?? []),
  ...paragraphs,
  ...(frames[site]?.foot ?? []),
]

const longest = (paragraphs: readonly string[]): string[] =>
  paragraphs.toSorted((one, other) => other.length - one.length)

type Alteration = [what: string, kind: ResemblanceKind, change: (base: Base) => Partial<Document>]

const alterations: Alteration[] = [
  ['copied, other headline', 'same article', () => ({ title: 'What happened, and what comes next', author: '' })],
  ['copied into another frame', 'same article', ({ paragraphs }) => ({ paragraphs: framed(1, paragraphs) })],
  [
    'a paragraph left out',
    'same article',
    ({ paragraphs }) => ({ paragraphs: paragraphs.filter((_, at) => at !== 1) }),
  ],
  [
    'a paragraph added',
    'same article',
    ({ paragraphs, number }) => ({ paragraphs: [...paragraphs, ...own(number, 1)] }),
  ],
  [
    'updated: figures, headline, one paragraph more',
    'same article',
    ({ paragraphs, number, title }) => ({
      title: `Update: ${title}`,
      paragraphs: [...own(number + 3, 1), ...withOtherFigures(paragraphs)],
    }),
  ],
  [
    'every sixteenth word another',
    'same article',
    ({ paragraphs, number }) => ({ paragraphs: reworded(paragraphs, 0.06, number) }),
  ],
  [
    'every eighth word another',
    'same article',
    ({ paragraphs, number }) => ({ paragraphs: reworded(paragraphs, 0.12, number) }),
  ],
  [
    'every fifth word another',
    'same article',
    ({ paragraphs, number }) => ({ paragraphs: reworded(paragraphs, 0.2, number) }),
  ],
  ['paragraphs in another order', 'same article', ({ paragraphs }) => ({ paragraphs: paragraphs.toReversed() })],
  [
    'shortened to six tenths',
    'same article',
    ({ paragraphs }) => ({ paragraphs: paragraphs.slice(0, Math.ceil(0.6 * paragraphs.length)) }),
  ],
  [
    'typed anew: quotes, apostrophes, capitals',
    'same article',
    ({ paragraphs, title }) => ({ title: title.toUpperCase(), paragraphs: plainLetters(paragraphs) }),
  ],
  [
    'whole, in a longer article',
    'relay',
    ({ paragraphs, number }) => ({
      paragraphs: [...own(number, 3), ...paragraphs, ...own(number + 5, paragraphs.length)],
    }),
  ],
  [
    'half of it in a longer article',
    'relay',
    ({ paragraphs, number }) => ({
      title: 'A week in review',
      paragraphs: [...own(number, 4), ...paragraphs.slice(0, Math.ceil(paragraphs.length / 2)), ...own(number + 4, 4)],
    }),
  ],
  [
    'two long paragraphs, every tenth word another, in a longer article',
    'relay',
    ({ paragraphs, number }) => ({
      title: 'The wider picture',
      paragraphs: [...own(number, 3), ...reworded(longest(paragraphs).slice(0, 2), 0.1, number), ...own(number + 3, 3)],
    }),
  ],
  [
    'its longest paragraph in an article of its own',
    'relay',
    ({ paragraphs, number }) => ({
      title: 'Another matter',
      paragraphs: [...own(number, 2), ...longest(paragraphs).slice(0, 1), ...own(number + 2, 2)],
    }),
  ],
]

const altered: Pair[] = bases.flatMap(base =>
  alterations.map(([what, kind, change], at): Pair => {
    const second = document(base, { publisher: 'Another Site', author: 'Someone Else', ...change(base) })
    return { what, kind, first: document(base), second: { ...second, id: `${base.name}: ${at}` } }
  }),
)

/** The two tellings of each event: as they are, and with the same words of a speaker in both. */
const independent: Pair[] = stories.flatMap(({ name, tellings: [one, other], speech }): Pair[] => {
  const [first, second] = [document({ ...one, name: `${name} 0` }), document({ ...other, name: `${name} 1` })]
  const said = [...speech.map((words, at) => (at === 0 ? `“${words},” the speaker said.` : `And then: “${words}.”`))]
  const reported = [`Applause broke out at the sentence "${speech[0]}".`, `Later he added: "${speech[1]}."`]
  const german = speech.map(words => `„${words}“, hieß es.`)
  const quoting = (mine: string[], theirs: string[], what: string): Pair => ({
    what,
    kind: null,
    first: {
      ...first,
      id: `${name} ${what} 0`,
      paragraphs: [...one.paragraphs.slice(0, 2), ...mine, ...one.paragraphs.slice(2)],
    },
    second: { ...second, id: `${name} ${what} 1`, paragraphs: [...theirs, ...other.paragraphs] },
  })
  return [
    { what: 'the same event, told twice', kind: null, first, second },
    quoting(said, reported, 'the same event and the same speech quoted'),
    quoting(said, german, 'the same speech, other quotation marks'),
    quoting([...said, ...said], [...reported, ...said], 'the same speech, quoted at length'),
  ]
})

/** Words that are nobody's own: a formula both parties agreed upon, and the notice of a firm that builds sites for many. */
const formula =
  'The Joint Commission on the Implementation of the Agreement on the Use of the Waters of the Sorn and Its Tributaries met for its third ordinary session.'
const consent =
  'We and our partners store and read information on your device in order to measure how our pages are used. You may agree to this, refuse it, or look at every purpose one by one, and you can change your mind at any time under the heading of privacy at the foot of each page.'

/** Articles about other things: of other sites, and of one site with its lines around them. */
const unrelated: Pair[] = bases.flatMap((one, at) =>
  bases.slice(at + 1).flatMap((other): Pair[] => {
    if (one.name.split(' ')[0] === other.name.split(' ')[0] && !one.name.startsWith('digest')) return []
    const [first, second] = [document(one), document(other)]
    const site = ((at + other.number) % 2) as 0 | 1
    const onSite = (base: Base, index: number): Document =>
      document(base, {
        id: `${base.name} on site ${site} ${index}`,
        publisher: `Site ${site}`,
        paragraphs: framed(site, base.paragraphs),
      })
    const subject = one.name.startsWith('digest') && other.name.startsWith('digest')
    return [
      { what: subject ? 'the same subject, other articles' : 'other events', kind: null, first, second },
      {
        what: 'other articles, with the same formula and the same notice at the end',
        kind: null,
        first: { ...first, id: `${first.id} noticed`, paragraphs: [formula, ...first.paragraphs, consent] },
        second: { ...second, id: `${second.id} noticed`, paragraphs: [...second.paragraphs, formula, consent] },
      },
      { what: 'other articles in the frame of one site', kind: null, first: onSite(one, 0), second: onSite(other, 1) },
    ]
  }),
)

const plain = (id: string, publisher: string, author: string, words: string, published = '2025-03-10'): Document => ({
  id,
  title: '',
  publisher,
  author,
  published,
  paragraphs: [words],
})

/** Articles that name another one's publisher as their origin, in seven languages; and such as name nobody, or another. */
const named: Pair[] = cited.flatMap(
  ({ language, publisher, author, report, relay, independent: alone }, at): Pair[] => {
    const next = cited[(at + 1) % cited.length]
    const first = plain(`${language} report`, publisher, author, report)
    const byOther = plain(`${language} relay`, 'A Third Site', '', relay, '2025-03-11')
    return [
      { what: 'names its origin', kind: 'relay', first, second: byOther },
      {
        what: 'names an origin that printed it later',
        kind: null,
        first: { ...first, id: `${language} later`, published: '2025-04-02' },
        second: byOther,
      },
      {
        what: 'the same matter, nobody named',
        kind: null,
        first,
        second: plain(`${language} alone`, 'A Third Site', '', alone, '2025-03-11'),
      },
      {
        what: 'names an origin that is about something else',
        kind: null,
        first: plain(`${language} other`, publisher, author, next?.report ?? ''),
        second: byOther,
      },
    ]
  },
)

export const pairs: Pair[] = [...altered, ...independent, ...unrelated, ...named]

/** The first report in other languages: the same article, which shares not a word with it. */
export const translations: Pair[] = [
  'Die Fährgesellschaft hat bei der Werft in Lindholm vier Elektroschiffe bestellt. Sie sollen bis zum übernächsten Frühjahr die Dieselschiffe auf der Inselroute ersetzen und je zweihundert Fahrgäste befördern. Der Auftrag ist neunzig Millionen Kronen wert, ein Drittel zahlt der Staat.',
  'La compagnie de ferries a commandé quatre navires électriques au chantier de Lindholm. Ils remplaceront d’ici au printemps d’après les bateaux diesel de la ligne des îles et transporteront deux cents passagers chacun. Le contrat vaut quatre-vingt-dix millions de couronnes, dont un tiers payé par l’État.',
  'Поромна компанія замовила на верфі в Ліндгольмі чотири електричні судна. До позаступної весни вони мають замінити дизельні на острівному маршруті й перевозитимуть по двісті пасажирів. Контракт коштує дев’яносто мільйонів крон, третину платить держава.',
].map((words, at) => ({
  what: 'translated',
  kind: 'same article',
  first: plain('en report', cited[0]?.publisher ?? '', cited[0]?.author ?? '', cited[0]?.report ?? ''),
  second: plain(`translation ${at}`, 'Another Site', '', words, '2025-03-11'),
}))
