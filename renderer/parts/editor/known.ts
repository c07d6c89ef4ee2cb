import { useEffect, useMemo, useRef, useState } from 'react'
import type { CitedQuote, Mentioned } from '../../../shared/contract/mentions.ts'
import { excerptId } from '../../../shared/model/id.ts'
import type { RichText } from '../../../shared/model/rich-text.ts'
import { citedExcerpts, type MentionedRecord, mentionedRecords } from '../../../shared/rules/rich-text.ts'
import { useRead } from '../../query.ts'
import { titleOf } from '../names.ts'

export type NamedBlock = { id: string; name: string }

/**
 * What a text points to, as the case has it now. Undefined: not answered yet, as for what has just been pasted · null: it
 * is no longer there.
 */
export type Known = {
  quote(excerpt: string): CitedQuote | null | undefined
  mention(record: string, id: string): Mentioned | null | undefined
  block(id: string): string | null
}

/** A mention as the text shows it: by its ref and name. */
export const mentionName = ({ ref, name }: Pick<Mentioned, 'ref' | 'name'>): string =>
  ref === '' ? titleOf({ title: name }) : `${ref} ${name}`

const keyOf = (record: string, id: string) => `${record} ${id}`

/** The excerpts and records that are asked for: those of the document, and those that come into the text while it is open. */
const useAsked = (document: RichText) => {
  const [quotes, setQuotes] = useState(() => citedExcerpts(document))
  const [records, setRecords] = useState<readonly MentionedRecord[]>(() => mentionedRecords(document))
  return {
    quotes,
    records,
    ask: (more: Pointers) => {
      setQuotes(known => {
        const fresh = more.quotes.flatMap(id => excerptId.safeParse(id).data ?? []).filter(id => !known.includes(id))
        return fresh.length === 0 ? known : [...known, ...fresh]
      })
      setRecords(known => {
        const has = new Set(known.map(one => keyOf(one.record, one.id)))
        const fresh = more.records.filter(one => !has.has(keyOf(one.record, one.id)))
        return fresh.length === 0 ? known : [...known, ...fresh]
      })
    },
  }
}

/** What a text cites and mentions. */
export type Pointers = { quotes: readonly string[]; records: readonly MentionedRecord[] }

export type KnownRecords = {
  /** Null until the records of the document are known: the text is drawn once and right. */
  known: Known | null
  /** Asks for what has come into the text. */
  ask: (more: Pointers) => void
  /** What the person has just chosen is known before the case is asked again. */
  remember: (chosen: CitedQuote | Mentioned) => void
}

/** The records that a text points to and no others: a case may have tens of thousands. */
export const useKnown = (document: RichText, blocks: readonly NamedBlock[] = []): KnownRecords => {
  const asked = useAsked(document)
  const answeredQuotes = useRead('mentions.quotes', { ids: [...asked.quotes] }).value
  const answeredNames = useRead('mentions.named', { records: [...asked.records] }).value
  // While a longer question is on its way the last answer stands.
  const latest = useRef<{ quotes?: readonly CitedQuote[]; names?: readonly Mentioned[] }>({})
  if (answeredQuotes) latest.current.quotes = answeredQuotes
  if (answeredNames) latest.current.names = answeredNames
  const chosen = useRef(new Map<string, CitedQuote | Mentioned>())
  useEffect(() => {
    if (answeredQuotes && answeredNames) chosen.current.clear()
  }, [answeredQuotes, answeredNames])

  const { quotes, names } = latest.current
  const isSettled = answeredQuotes !== undefined && answeredNames !== undefined
  const known = useMemo((): Known | null => {
    if (!quotes || !names) return null
    const byExcerpt = new Map<string, CitedQuote>(quotes.map(quote => [quote.id, quote]))
    const byRecord = new Map(names.map(one => [keyOf(one.record, one.id), one]))
    const byBlock = new Map(blocks.map(({ id, name }) => [id, name]))
    const answered = new Set<string>(isSettled ? asked.quotes : [])
    const answeredRecords = new Set(isSettled ? asked.records.map(one => keyOf(one.record, one.id)) : [])
    const chosenOf = (key: string) => chosen.current.get(key)
    return {
      quote: id =>
        byExcerpt.get(id) ?? (chosenOf(id) as CitedQuote | undefined) ?? (answered.has(id) ? null : undefined),
      mention: (record, id) => {
        const key = keyOf(record, id)
        return (
          byRecord.get(key) ?? (chosenOf(key) as Mentioned | undefined) ?? (answeredRecords.has(key) ? null : undefined)
        )
      },
      block: id => byBlock.get(id) ?? null,
    }
  }, [quotes, names, blocks, isSettled, asked.quotes, asked.records])

  return {
    known,
    ask: asked.ask,
    remember: one => void chosen.current.set('exact' in one ? one.id : keyOf(one.record, one.id), one),
  }
}
