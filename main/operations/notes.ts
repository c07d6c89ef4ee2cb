import { type Mentionable, type Mentioned, mentionable } from '../../shared/contract/mentions.ts'
import type { NoteLine } from '../../shared/contract/notes.ts'
import type { ExcerptId, NoteId } from '../../shared/model/id.ts'
import type { RichText } from '../../shared/model/rich-text.ts'
import { done } from '../../shared/outcome.ts'
import { byId, grouped } from '../../shared/rules/groups.ts'
import { type MarkdownNames, plain } from '../../shared/rules/markdown/inline.ts'
import { markdownOf } from '../../shared/rules/markdown/write.ts'
import { citedExcerpts, plainText } from '../../shared/rules/rich-text.ts'
import { quotedWords } from '../../shared/rules/sentence.ts'
import { partialDateWords } from '../../shared/rules/words.ts'
import { type AtDesk, logged, type Reading, type Writing } from '../operation.ts'
import { readExcerpts } from '../records/excerpts.ts'
import { createNote, keepLinks } from '../records/notes.ts'
import { notes, sources } from '../records/tables.ts'
import { fileNameOf, saveAs } from '../save-as.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'

export const list: Reading<'notes.list'> = db => notes.all(db).map(({ document: _, ...note }) => note)

/** UTF-16 code units of the opening that a list shows. */
const opening = 240

export const lines: Reading<'notes.lines'> = db =>
  db.all<NoteLine>(
    `select id, title, created, updated, substr(text, 1, ${opening}) as opening,
       case when text = '' then 0
         else length(text) - length(replace(replace(text, ' ', ''), char(10), '')) + 1 end as words,
       (select count(*) from noteCitation where note = note.id) as cites
     from note order by updated desc, id desc`,
  )

type Pointing = { record: Mentionable; target: string; note: NoteId }

export const subjects: Reading<'notes.subjects'> = db => {
  const pointing = db.all<Pointing>(
    `select record, target, note from noteMention
     union select 'source', e.source, c.note from noteCitation as c join excerpt as e on e.id = c.excerpt`,
  )
  const ids = JSON.stringify(pointing.map(({ target }) => target))
  const named = (record: Mentionable, ref: string, name: string) =>
    db.all<Mentioned>(
      `select '${record}' as record, id, ${ref} as ref, ${name} as name from ${record}
       where id in (select value from json_each(?))`,
      [ids],
    )
  const notesOf = grouped(pointing, ({ record, target }) => `${record} ${target}`)
  return [
    ...named('term', 'ref', 'name'),
    ...named('risk', 'ref', 'title'),
    ...named('source', "''", 'title'),
    ...named('note', "''", 'title'),
  ]
    .flatMap(one => {
      const found = notesOf.get(`${one.record} ${one.id}`)
      return found === undefined ? [] : [{ ...one, notes: found.map(({ note }) => note) }]
    })
    .toSorted((one, other) => other.notes.length - one.notes.length || one.ref.localeCompare(other.ref))
}

export const read: Reading<'notes.read'> = (db, { id }) => notes.need(db, id)

export const create: Writing<'notes.create'> = (db, draft) =>
  logged(say('log.noteAdded', { title: draft.title }), createNote(db, draft))

export const update: Writing<'notes.update'> = (db, { id, patch }) => {
  const note = notes.update(db, id, { ...patch, text: patch.document && plainText(patch.document) })
  if (patch.document) keepLinks(db, id, patch.document)
  return logged(say('log.noteChanged', { title: note.title }), null)
}

export const duplicate: Writing<'notes.duplicate'> = (db, { id }) => {
  const { title, document } = notes.need(db, id)
  const copy = createNote(db, { title: title === '' ? '' : say('notes.copyOf', { title }), document })
  return logged(say('log.noteAdded', { title: copy.title }), copy)
}

export const remove: Writing<'notes.remove'> = (db, { id }) => {
  const { title } = notes.need(db, id)
  notes.remove(db, id)
  return logged(say('log.noteRemoved', { title }), null)
}

/** What a note points to, by the words that Markdown shows in its place. */
const namesIn = (db: Database, document: RichText): MarkdownNames => {
  const excerpts = byId(
    readExcerpts(db, 'id in (select value from json_each(?))', [JSON.stringify(citedExcerpts(document))]),
  )
  const sourceOf = byId(
    sources.all(db, 'id in (select value from json_each(?))', [
      JSON.stringify([...excerpts.values()].map(({ source }) => source)),
    ]),
  )
  return {
    citation: id => {
      const excerpt = excerpts.get(id as ExcerptId)
      const source = excerpt && sourceOf.get(excerpt.source)
      if (!excerpt || !source) return say('briefing.missingPassage')
      const title = source.title || say('briefing.untitled')
      const date = source.published === null ? '' : `, ${partialDateWords(source.published)}`
      const page =
        excerpt.anchor.page === null ? '' : `, ${say('apparatus.page', { page: String(excerpt.anchor.page) })}`
      return `${quotedWords(excerpt.anchor.exact)} ${title}${date}${page}.`
    },
    mention: (record, id) => nameOf(db, record, id) ?? say('notes.lostMention'),
    block: () => '',
  }
}

const nameOf = (db: Database, record: string, id: string): string | null => {
  const [ref, name] = record === 'term' ? ['ref', 'name'] : record === 'risk' ? ['ref', 'title'] : ["''", 'title']
  const table = mentionable.safeParse(record)
  const row = table.success
    ? db.get<{ words: string }>(`select trim(${ref} || ' ' || ${name}) as words from ${table.data} where id = ?`, [id])
    : undefined
  return row ? row.words || say('briefing.untitled') : null
}

export const save: AtDesk<'notes.save'> = async (desk, { id }) => {
  const caseFile = desk.needCase()
  const { title, document } = caseFile.read(db => notes.need(db, id))
  const named = title || say('notes.untitled')
  const path = await desk.host.chooseSave({ suggested: fileNameOf(named, 'md'), kind: 'md' })
  if (path === null) return done({ path, degraded: [] })
  const text = caseFile.read(db => markdownOf(document, namesIn(db, document)))
  saveAs(path, `# ${plain(named)}\n\n${text}`)
  return done({ path, degraded: [] })
}
