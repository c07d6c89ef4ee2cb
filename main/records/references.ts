import type { SourceId } from '../../shared/model/id.ts'
import type { Bibliography, Source, Statement } from '../../shared/model/source.ts'
import type { BlockKind, SourceDraft, TextBlock } from '../../shared/model/text-version.ts'
import { canonicalText } from '../../shared/rules/canonical-text.ts'
import { chicagoEntry } from '../../shared/rules/citation/chicago.ts'
import { doiOf } from '../../shared/rules/citation/cited.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'
import { wholeFile } from './files.ts'
import { referenceKeys } from './reference-keys.ts'
import { isUnstated, sourceRows } from './source-rows.ts'
import { addTextVersion } from './source-text.ts'
import { sources } from './tables.ts'

/** An entry of a list of references: what is known of a document whose words are not there. */
export type Reference = { bibliography: Bibliography; statements: Statement[]; abstract: string }

/** The sources of the case by what they are recognised by, the first come where several share it. */
export type KnownSources = {
  find(stated: Bibliography): SourceId | null
  add(id: SourceId, stated: Bibliography): void
}

/** Letters of a DOI may be written small or large. */
const doiKey = (address: string) => doiOf(address)?.toLowerCase() ?? null

export const knownSources = (db: Database): KnownSources => {
  const byKey = new Map<string, { id: SourceId; doi: string | null }>()
  const add: KnownSources['add'] = (id, stated) => {
    const doi = doiKey(stated.url)
    for (const key of referenceKeys(stated)) if (!byKey.has(key)) byKey.set(key, { id, doi })
  }
  for (const row of sourceRows(db)) add(row.id, row)
  return {
    add,
    find: stated => {
      const doi = doiKey(stated.url)
      const found = referenceKeys(stated).map(key => byKey.get(key))
      // Two documents of one title and year have names of their own all the same.
      return found.find(one => one && (one.doi === null || doi === null || one.doi === doi))?.id ?? null
    },
  }
}

const same = (one: Statement, other: Statement) =>
  one.field === other.field && one.value === other.value && one.words === other.words && one.origin === other.origin

/**
 * Gives a source what a reference states and the source does not: a field that says something is never written over, and
 * one that the analyst cleared stays empty. What differs is kept as a further statement. False when nothing is new.
 */
export const complete = (db: Database, id: SourceId, { bibliography, statements }: Reference): boolean => {
  const source = sources.need(db, id)
  const isFree = (field: string) => {
    const owner = field.startsWith('published') ? 'published' : field
    return !source.accepted.some(one => one === owner)
  }
  const lacking = Object.entries(bibliography).filter(
    ([field, value]) =>
      field !== 'kind' &&
      !isUnstated(value) &&
      isUnstated(source[field as keyof Bibliography]) &&
      isFree(field) &&
      // Readings and words belong to the date that they are of.
      (!field.startsWith('published') || (source.published === null && source.publishedStated === '')),
  ) as [keyof Bibliography, never][]
  const further = statements.filter(statement => !source.statements.some(one => same(one, statement)))
  const changed: Partial<Source> = Object.fromEntries(lacking)
  if (further.length > 0) changed.statements = [...source.statements, ...further]
  if (Object.keys(changed).length === 0) return false
  sources.update(db, id, changed)
  return true
}

/** The words of a reference as a canonical text: what there is to read until the document itself is imported. */
const textOf = ({ bibliography, abstract }: Reference): Pick<SourceDraft, 'text' | 'blocks'> => {
  const { title, authors } = bibliography
  const parts: [BlockKind, string][] = [
    ['title', title],
    ['byline', authors.join('; ')],
    ['paragraph', chicagoEntry(bibliography)],
    ...abstract.split(/\n\s*\n/).map((paragraph): [BlockKind, string] => ['paragraph', paragraph]),
  ]
  let text = ''
  const blocks: TextBlock[] = []
  for (const [kind, words] of parts) {
    // Half a surrogate pair cannot be kept as UTF-8.
    const canonical = canonicalText(words.replace(/\p{Surrogate}/gu, '\ufffd')).trim()
    if (canonical === '') continue
    const start = text === '' ? 0 : text.length + 2
    text = text === '' ? canonical : `${text}\n\n${canonical}`
    blocks.push({ start, end: text.length, kind, apparatus: false })
  }
  return { text, blocks }
}

/** Keeps a reference as a source of its own. */
export const addReference = (db: Database, fileName: string, reference: Reference): SourceId => {
  const { text, blocks } = textOf(reference)
  const { id } = sources.create(db, {
    ...reference.bibliography,
    reliability: 'F',
    reliabilityReason: '',
    lineage: null,
    warnings: [say('import.referenceOnly', { fileName })],
    comment: '',
    tags: [],
    collections: [],
    statements: reference.statements,
    accepted: [],
    enclosedIn: null,
  })
  const draft = { text, blocks, pages: [], encoding: '', mediaType: 'text/plain' }
  addTextVersion(db, id, 'import', { draft, fileName, bytes: wholeFile(new TextEncoder().encode(text)) })
  return id
}
