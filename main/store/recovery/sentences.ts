import { clipped } from '../../../shared/rules/sentence.ts'
import { say } from '../../say.ts'
import type { Connection, Database } from '../connection.ts'
import { recordOfTable } from '../log/change-log.ts'
import type { Row } from './salvage.ts'

/** What could not be copied, and what was made again, a sentence each. */
export type Recovery = { lost: string[]; rebuilt: string[] }

/** What became of a row. */
export type Fate = 'lost' | 'rebuilt' | 'doubtful' | 'stoodIn' | 'dropped' | 'nulled'

/** Collects what is to be told of a recovery, each thing once and by name where it has one. */
export type Sentences = {
  say(fate: Fate, table: string, row: Row, parent?: string): void
  /** What the search index of the damaged case says of a record. */
  searched(id: string): { title: string; body: string | null } | undefined
  all(): Recovery
}

const longestName = 80

const tell = (told: Map<string, number>, sentence: string): void => {
  told.set(sentence, (told.get(sentence) ?? 0) + 1)
}

/** Several records of one name, or of none, share a sentence. */
const listed = (told: Map<string, number>): string[] =>
  [...told].map(([sentence, count]) => (count === 1 ? sentence : say('keeping.times', { sentence, count })))

/** `claimEvidence` as people say it. */
const words = (table: string): string => table.replace(/[A-Z]/g, capital => ` ${capital.toLowerCase()}`)

const named = ['ref', 'title', 'name', 'raw', 'fileName', 'exact', 'text', 'statement'] as const

export const createSentences = (damaged: Connection, made: Database): Sentences => {
  const said = { lost: new Map<string, number>(), rebuilt: new Map<string, number>() }
  /** Rows that nobody knows by name, by table. */
  const entries = { lost: new Map<string, number>(), rebuilt: new Map<string, number>() }
  const files = new Set<string>()

  const searched: Sentences['searched'] = id => {
    try {
      return damaged.get('select title, body from search_text where record = ? limit 1', [id])
    } catch {
      return undefined
    }
  }

  const nameOf = (row: Row): string => {
    const parts = named.flatMap(column => (typeof row[column] === 'string' && row[column] !== '' ? [row[column]] : []))
    if (parts.length > 0) return parts.slice(0, row.ref ? 2 : 1).join(' ')
    const found = typeof row.id === 'string' ? searched(row.id) : undefined
    return found?.title || found?.body || ''
  }

  /** The name of the file that a piece or an upload belongs to. */
  const fileOf = (row: Row): string => {
    const sql = `select fileName from textVersion where fileSha256 = coalesce(?1, (select sha256 from attachmentUpload where id = ?2)) limit 1`
    return made.get<{ fileName: string }>(sql, [row.sha256 ?? null, row.upload ?? null])?.fileName ?? ''
  }

  return {
    searched,
    say: (fate, table, row, parent) => {
      const told = fate === 'rebuilt' ? said.rebuilt : said.lost
      if (table === 'attachmentPiece' || table === 'attachmentUpload' || table === 'attachment') {
        if (told === said.lost) files.add(fileOf(row))
        return
      }
      if (recordOfTable(table) !== table || table === 'anchor') {
        const counts = told === said.lost ? entries.lost : entries.rebuilt
        counts.set(table, (counts.get(table) ?? 0) + 1)
        return
      }
      const name = nameOf(row)
      const kind = words(table)
      const what =
        name === ''
          ? say('keeping.unnamed', { kind })
          : say('keeping.named', { kind, name: clipped(name, longestName) })
      if (fate === 'dropped' || fate === 'nulled')
        tell(
          told,
          say(fate === 'dropped' ? 'keeping.droppedLink' : 'keeping.nulledLink', { what, parent: words(parent ?? '') }),
        )
      else tell(told, say(`keeping.${fate}`, { what }))
    },
    all: () => ({
      lost: [
        ...listed(said.lost),
        ...[...files].map(fileName =>
          fileName === '' ? say('keeping.lostBytes') : say('keeping.lostPieces', { fileName }),
        ),
        ...[...entries.lost].map(([table, count]) =>
          table === 'change' || table === 'tx'
            ? say('keeping.lostChanges', { count })
            : say('keeping.lostEntries', { count, list: words(table) }),
        ),
      ],
      rebuilt: [
        ...listed(said.rebuilt),
        ...[...entries.rebuilt].map(([table, count]) => say('keeping.madeEntries', { count, list: words(table) })),
      ],
    }),
  }
}
