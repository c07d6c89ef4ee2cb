import { canonicalText } from '../../../shared/rules/canonical-text.ts'
import { say } from '../../say.ts'
import { statedWords } from '../document/statements.ts'
import { textWriter } from '../document/text-writer.ts'
import type { Reading } from '../draft.ts'
import { type Cue, readCues } from './cues.ts'
import { readPlainText } from './plain-text.ts'

/** Words that somebody says, with the cue in which they stand; an empty speaker is one who is not named. */
type Utterance = { speaker: string; words: string; cue: Cue; opens: boolean }

/**
 * Reads captions as a transcript: what one speaker says in a row is one paragraph, with the time at which it begins; the
 * times of every cue follow in a table of their own, set apart.
 */
export function readTranscript(characters: string): Reading {
  const text = canonicalText(characters)
  const { head, cues, notes } = readCues(text)
  if (cues.length === 0) return { ...readPlainText(text), warnings: [say('importing.noCues')] }
  const writer = textWriter()
  const title = /^WEBVTT[ \t]+(?:[-–—][ \t]*)?(?<title>\S.*)$/.exec(head[0] ?? '')?.groups?.title ?? ''
  writer.block(title, { kind: 'heading', level: 1, apparatus: false })
  const told = head.slice(/^\ufeff?WEBVTT/.test(head[0] ?? '') ? 1 : 0).join('\n')
  writer.block(told, { kind: 'byline', apparatus: true })
  for (const paragraph of paragraphsOf(utterancesIn(rolledUp(cues)))) {
    writer.block(paragraph, { kind: 'paragraph', apparatus: false })
  }
  for (const note of notes) writer.block(note, { kind: 'footnote', apparatus: true })
  writer.table(timesOf(cues), true, true)
  const language = /^Language:\s*(?<tag>[a-z]{2,3}(?:-\w+)*)\s*$/im.exec(told)?.groups?.tag
  return {
    ...writer.finish(),
    statements: [
      ...statedWords('title', title, { origin: 'document properties', mark: 'WEBVTT' }),
      ...statedWords('language', language, { origin: 'document properties', mark: 'Language' }),
    ],
  }
}

const marks = /<\/?[a-z][^<>]*>|<\d[\d:.]*>|\{\\[^{}]*\}/gi
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0', lrm: '\u200e', rlm: '\u200f' }

const wordsIn = (line: string) =>
  line
    .replace(marks, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (whole, name: string) => entities[name] ?? whole)
    .trim()

/** Live captions roll: each cue shows the line before once more. When many do, a line counts where it is new. */
function rolledUp(cues: Cue[]): Cue[] {
  const repeated = cues.map((cue, index) => overlap(cues[index - 1]?.lines ?? [], cue.lines))
  if (repeated.filter(count => count > 0).length < cues.length * 0.3) return cues
  return cues.map((cue, index) => ({ ...cue, lines: cue.lines.slice(repeated[index] ?? 0) }))
}

/** How many lines at the end of one cue stand at the start of the next. */
function overlap(before: string[], after: string[]): number {
  for (let count = Math.min(before.length, after.length); count > 0; count -= 1) {
    const same = after
      .slice(0, count)
      .every((line, at) => wordsIn(line) === wordsIn(before[before.length - count + at] ?? ''))
    if (same && after.slice(0, count).some(line => wordsIn(line) !== '')) return count
  }
  return 0
}

const dash = /^(?:[-–—]\s*(?=\S)|>>+\s*)/
const namePrefix =
  /^(?:\p{Lu}[\p{L}.'’-]*|\p{Lu}+)(?:\s+(?:\p{Lu}[\p{L}.'’-]*|de|da|van|von|der|bin|al)){0,3}(?:\s*\([^()]{1,40}\))?:\s+\S/u

/** The words of cues by who says them: by voice marks, by a name and a colon, by the dash of a dialogue. */
function utterancesIn(cues: Cue[]): Utterance[] {
  const all: Utterance[] = []
  let speaker = ''
  for (const cue of cues) {
    const dialogue = cue.lines.filter(line => dash.test(wordsIn(line))).length > 1
    cue.lines.forEach((line, at) => {
      const voice = /<v(?:\.[^\s>]*)?[ \t]+(?<name>[^>]+)>/i.exec(line)?.groups?.name?.trim()
      const words = wordsIn(line)
      if (words === '') return
      const opens = namePrefix.test(words.replace(dash, '')) || /^>>/.test(words) || (dialogue && dash.test(words))
      if (voice !== undefined) speaker = voice
      else if (opens || at === 0) speaker = opens || !hasVoice(cue) ? '' : speaker
      all.push({ speaker, words, cue, opens })
    })
  }
  return all
}

const hasVoice = (cue: Cue) => cue.lines.some(line => /<v[.\s]/i.test(line))

/** A pause after which a paragraph ends, in milliseconds. */
const pause = 4_000
/** Characters after which a paragraph ends with the sentence, and after which it ends in any case. */
const longParagraph = 500
const longestParagraph = 2_000

function paragraphsOf(utterances: Utterance[]): string[] {
  const paragraphs: string[] = []
  let current = ''
  let end = 0
  utterances.forEach((utterance, index) => {
    const before = utterances[index - 1]
    const { speaker, words, cue, opens } = utterance
    const ends =
      !before ||
      opens ||
      speaker !== before.speaker ||
      (cue !== before.cue && cue.start - end >= pause) ||
      (current.length > longParagraph && /[.!?…。！？]["'”’»)\]]*$/u.test(current)) ||
      current.length > longestParagraph
    if (ends) {
      if (current) paragraphs.push(current)
      current = `[${cue.from}] ${speaker === '' ? '' : `${speaker}: `}${words}`
    } else current += `${isUnspaced(current.at(-1)) && isUnspaced(words[0]) ? '' : ' '}${words}`
    end = Math.max(end, cue.end)
  })
  return current ? [...paragraphs, current] : paragraphs
}

const isUnspaced = (character = '') => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。]/u.test(character)

const timesOf = (cues: Cue[]): string[][] => [
  [say('importing.cue'), say('importing.cueFrom'), say('importing.cueTo'), say('importing.cueWords')],
  ...cues.map(({ name, from, to, lines }, index) => {
    const words = lines.map(wordsIn).join(' ').split(/\s+/)
    return [name || String(index + 1), from, to, `${words.slice(0, 5).join(' ')}${words.length > 5 ? ' …' : ''}`]
  }),
]
