import { describe, expect, test } from 'vitest'
import { createTextIndex } from '../../../../shared/rules/resemblance/text-index.ts'
import { prepared } from '../../../support/resemblance/document.ts'
import { type Pair, pairs, translations } from '../../../support/resemblance/labelled.ts'
import { judged, judgedTogether, ratesOf } from '../../../support/resemblance/measure.ts'
import { frames, stories } from '../../../support/resemblance/stories.ts'

const wrong = (all: readonly (Pair & { found: unknown })[]) =>
  all
    .filter(({ kind, found }) => (kind === null) !== (found === null))
    .map(({ what, second }) => `${what}: ${second.id}`)

describe('the labelled pairs', () => {
  const alone = judged(pairs)

  test('are hundreds of both sorts', () => {
    expect(pairs.filter(({ kind }) => kind !== null).length).toBeGreaterThan(200)
    expect(pairs.filter(({ kind }) => kind === null).length).toBeGreaterThan(300)
  })

  test('are told apart, two by two', () => {
    const { precision, recall, sameKind } = ratesOf(alone)
    expect(precision, wrong(alone).join('\n')).toBeGreaterThanOrEqual(0.99)
    expect(recall, wrong(alone).join('\n')).toBeGreaterThanOrEqual(0.98)
    expect(sameKind).toBeGreaterThanOrEqual(0.95)
  })

  test('are told apart in one case with all others', () => {
    const { precision, recall } = ratesOf(judgedTogether(pairs))
    expect(precision).toBeGreaterThanOrEqual(0.99)
    expect(recall).toBeGreaterThanOrEqual(0.98)
  })

  test('never take two who quote one speech, or tell one event, for relays', () => {
    const quoting = alone.filter(({ what }) => /speech|event, told/.test(what))
    expect(quoting).toHaveLength(4 * stories.length)
    expect(wrong(quoting)).toEqual([])
  })

  test('a translation is not recognised: not a word of it stands in the other', () => {
    expect(ratesOf(judged(translations)).recall).toBe(0)
  })
})

test('what a site prints in the middle of whatever it prints is its custom from the fourth text on', () => {
  const [notice = ''] = frames[0]?.foot ?? []
  const onSite = stories.map(({ name, tellings: [{ title, author, paragraphs }] }) =>
    prepared({
      id: name,
      title,
      author,
      publisher: 'One Site',
      published: '',
      paragraphs: paragraphs.toSpliced(2, 0, notice),
    }),
  )
  const index = createTextIndex()
  for (const { known } of onSite.slice(0, 2)) index.put(known)
  const third = onSite[3]
  if (!third) throw new Error('There are more than three stories.')
  expect(index.candidates(third.known)).toHaveLength(2)
  for (const { known } of onSite.slice(0, 3)) index.put(known)
  expect(index.candidates(third.known)).toEqual([])
  const customary = index.customary(third.known, third.fingerprints, third.words)
  const marked = customary?.reduce((sum, one) => sum + one, 0) ?? 0
  expect(marked).toBeGreaterThan(30)
  expect(marked).toBeLessThan(65)
})
