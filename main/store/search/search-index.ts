import type { Connection, Database } from '../connection.ts'
import type { Progress } from '../disk/copy.ts'
import { sqlOfPairs, wordMarks } from './scripts.ts'

/**
 * What search finds of one kind of record. Values are SQL over `r`, a row of `table`; ids are in its column `id`.
 * `title` and `body` are indexed; `heading` is only shown, so that a search for the title of a source does not find all
 * of its excerpts.
 */
export type Searchable = {
  kind: string
  table: string
  title: string
  body: string
  heading: string
  /** Id of the source the record belongs to, or null. */
  source: string
  /** Id of the row of `longText` that holds the body, instead of `body`: a long text is kept only once. */
  version?: string
  /** What a listing shows of a record, where it is not the body. */
  opening?: string
  /** Other tables the values come from: `record` is the id it belongs to, or a select of several, over `new` or `old` written as `r`. */
  alsoFrom?: { table: string; record: string }[]
  /**
   * What must hold of a record for it to enter the index, for records that are made in two steps: they enter it once. To
   * take a row out again makes FTS4 write what it has gathered: an import would write a segment for every article.
   */
  complete?: string
}

/** A word of the title counts as much as this many of the body, and makes the record as much longer. */
export const titleWeight = 3

/** Where the long texts are: immutable rows, so that the index can always take out exactly what it put in. */
const longText = { table: 'textVersion', column: 'text', record: 'r.source', kind: 'source' }

export const caseSearchables: readonly Searchable[] = [
  {
    kind: 'source',
    table: 'source',
    title: 'r.title',
    body: 'null',
    opening: 'r.publisher',
    heading: 'r.title',
    source: 'r.id',
    version: '(select v.id from textVersion as v where v.source = r.id order by v.number desc limit 1)',
    complete: 'exists (select 1 from textVersion as v where v.source = r.id)',
  },
  {
    kind: 'excerpt',
    table: 'excerpt',
    title: `''`,
    body: `coalesce((select a.exact from anchor as a join textVersion as v on v.id = a.textVersion
      where a.excerpt = r.id order by v.number desc limit 1), '') || char(10) || r.comment`,
    heading: '(select s.title from source as s where s.id = r.source)',
    source: 'r.source',
    alsoFrom: [{ table: 'anchor', record: 'r.excerpt' }],
    complete: 'exists (select 1 from anchor as a where a.excerpt = r.id)',
  },
  {
    kind: 'claim',
    table: 'claim',
    title: `''`,
    opening: 'r.raw',
    body: `r.raw || char(10) || r.assertedBy || char(10) || r.condition || char(10) || r.comment`,
    heading: `(select t.ref || ' ' || t.name from term as t where t.id = r.term)`,
    source: 'r.source',
  },
  {
    kind: 'term',
    table: 'term',
    title: 'r.name',
    opening: 'r.question',
    body: `r.ref || char(10) || r.category || char(10) || r.question`,
    heading: `r.ref || ' ' || r.name`,
    source: 'null',
  },
  {
    kind: 'risk',
    table: 'risk',
    title: 'r.title',
    opening: 'r.event',
    body: `r.ref || char(10) || r.cause || char(10) || r.event || char(10) || r.consequence`,
    heading: `r.ref || ' ' || r.title`,
    source: 'null',
  },
  {
    kind: 'note',
    table: 'note',
    title: 'r.title',
    // A mention in the text is a link: its name is the record's, which may change.
    body: `r.text || char(10) || coalesce((select group_concat(case m.record
        when 'source' then (select s.title from source as s where s.id = m.target)
        when 'term' then (select t.ref || ' ' || t.name from term as t where t.id = m.target)
        else (select k.ref || ' ' || k.title from risk as k where k.id = m.target) end, char(10))
      from noteMention as m where m.note = r.id), '')`,
    opening: 'r.text',
    heading: 'r.title',
    source: 'null',
    alsoFrom: [
      { table: 'noteMention', record: 'r.note' },
      ...['source', 'term', 'risk'].map(table => ({
        table,
        record: '(select m.note from noteMention as m where m.target = r.id)',
      })),
    ],
  },
]

const longBody = (version: string): string =>
  `select t.${longText.column} from ${longText.table} as t where t.id = ${version}`

const insertNew = `insert into search_fts (docid, title, body)
  select rowid, title, body from search_indexed where rowid = new.docid;`

/** How texts are cut into words and folded, as arguments of an FTS4 table that is not to be told where its texts are. */
export const tokenizer = `'unicode61', 'remove_diacritics=2', 'tokenchars=${wordMarks}'`

/**
 * `search_text` has a row for everything that can be found; the view `search_content` fetches long texts from where they
 * are, and the full-text index reads what it indexed through `search_indexed` (FTS4 keeps no copy). `length` is what ranking divides
 * by, in characters: beside the row it costs no page of its own, as FTS4's table of lengths would with each edit.
 * The prefix indexes cost an edit half a page; without them two letters and a star take five times as long.
 */
const tables = (long: boolean): string => `
create table search_text (
  docid integer primary key,
  kind text not null,
  record text not null,
  source text,
  length integer not null,
  title text not null,
  body text,
  version text,
  unique (record, kind)
) strict;
create index search_text_version on search_text (version) where version is not null;
create view search_content as
  select docid as rowid, title,
    ${long ? `coalesce(body, (${longBody('version')}), '')` : `coalesce(body, '')`} as body
  from search_text;
create view search_indexed as
  select rowid as rowid, ${sqlOfPairs('title')} as title,
    (select ${sqlOfPairs('text')} from (select body as text)) as body
  from search_content;
create virtual table search_fts using fts4 (
  content="search_indexed", title, body, tokenize=unicode61 "remove_diacritics=2" "tokenchars=${wordMarks}",
  prefix="2,3", matchinfo=fts3
);
create trigger search_text_insert after insert on search_text begin
  ${insertNew}
end;
create trigger search_text_before_update before update on search_text begin
  delete from search_fts where docid = old.docid;
end;
create trigger search_text_update after update on search_text begin
  ${insertNew}
end;
create trigger search_text_delete before delete on search_text begin
  delete from search_fts where docid = old.docid;
end;
`

/** SQL that brings the rows of one kind up to date where `where` (over `r`) holds; unchanged rows cost the index nothing. */
const refresh = (
  { kind, table, title, body, source, version, complete = 'true' }: Searchable,
  where: string,
): string => `
insert into search_text (kind, record, source, length, title, body, version)
  select kind, record, source, ${titleWeight} * length(title) + coalesce(length(body), ${version ? `length((${longBody('version')}))` : 'null'}, 0), title, body, version
  from (select '${kind}' as kind, r.id as record, ${source} as source, ${title} as title, ${body} as body, ${version ?? 'null'} as version
    from "${table}" as r where ${where} and ${complete})
  where true
  on conflict (record, kind) do update set source = excluded.source, length = excluded.length, title = excluded.title,
    body = excluded.body, version = excluded.version
  where title is not excluded.title or body is not excluded.body or version is not excluded.version or source is not excluded.source;`

const over = (row: 'old' | 'new', sql: string): string => sql.replaceAll(/\br\./g, `${row}.`)

const trigger = (name: string, event: string, table: string, body: string): string =>
  `create trigger "search_${name}" ${event} on "${table}" begin ${body} end;`

/** The columns of a row that its entry is made of: a change of the others, such as a colour, costs the index nothing. */
const indexedColumns = ({ title, body, source, version = '', complete = '' }: Searchable): string[] => [
  ...new Set(
    [title, body, source, version, complete].flatMap(sql =>
      [...sql.matchAll(/\br\.(\w+)/g)].map(([, name]) => name ?? ''),
    ),
  ),
]

const triggersFor = (item: Searchable): string[] => {
  const { kind, table } = item
  const own = [
    trigger(`${kind}_insert`, 'after insert', table, refresh(item, 'r.id = new.id')),
    trigger(
      `${kind}_update`,
      `after update of ${indexedColumns(item)
        .map(name => `"${name}"`)
        .join(', ')}`,
      table,
      refresh(item, 'r.id = new.id'),
    ),
    trigger(
      `${kind}_delete`,
      'before delete',
      table,
      `delete from search_text where record = old.id and kind = '${kind}';`,
    ),
  ]
  const others = (item.alsoFrom ?? []).flatMap(({ table: other, record }) =>
    (['insert', 'update', 'delete'] as const).map(op =>
      trigger(
        `${kind}_${other}_${op}`,
        `after ${op}`,
        other,
        refresh(item, `r.id in (${over(op === 'delete' ? 'old' : 'new', record)})`),
      ),
    ),
  )
  return [...own, ...others]
}

/** A long text leaves the index before its row changes, while the index can still read what it has to take out. */
const longTextTriggers = (item: Searchable): string[] => {
  const { table, record, kind } = longText
  const out = 'delete from search_text where version = old.id;'
  return [
    trigger(`${kind}_text_insert`, 'after insert', table, refresh(item, `r.id = ${over('new', record)}`)),
    trigger(`${kind}_text_before_update`, 'before update', table, out),
    trigger(`${kind}_text_update`, 'after update', table, refresh(item, `r.id = ${over('new', record)}`)),
    trigger(`${kind}_text_before_delete`, 'before delete', table, out),
    trigger(`${kind}_text_delete`, 'after delete', table, refresh(item, `r.id = ${over('old', record)}`)),
  ]
}

/** Takes the index away: while the schema changes, and before it is made anew. */
export const removeSearchIndex = (connection: Connection): void => {
  for (const { type, name } of connection.all<{ type: string; name: string }>(
    `select type, name from sqlite_schema where name in ('search_fts', 'search_indexed', 'search_content', 'search_text')
     or (type = 'trigger' and name glob 'search_*') order by type = 'table', name = 'search_text'`,
  ))
    connection.script(`drop ${type} if exists "${name}"`)
}

/** Makes an index without entries, whose triggers keep what is edited from now on. Inside a transaction of the caller. */
export const installEmptySearchIndex = (connection: Connection, searchables: readonly Searchable[]): void => {
  removeSearchIndex(connection)
  if (searchables.length === 0) return
  const long = searchables.find(item => item.version)
  connection.script(tables(long !== undefined))
  for (const item of searchables)
    for (const sql of [...triggersFor(item), ...(item === long ? longTextTriggers(item) : [])]) connection.script(sql)
}

/** Makes the index anew from the records, after a change of schema. Inside a transaction of the caller. */
export const installSearchIndex = (connection: Connection, searchables: readonly Searchable[]): void => {
  installEmptySearchIndex(connection, searchables)
  for (const item of searchables) connection.run(refresh(item, 'true'))
}

/** Records that one step of filling takes: some hundredths of a second. */
const perStep = 100

/**
 * Puts all records into the index, step by step, each a transaction of its own between which the case is read and edited:
 * the triggers keep what is edited meanwhile, and an entry that is there already costs nothing.
 */
export const fillSteps = function* (
  step: <Result>(work: (db: Database) => Result) => Result,
  searchables: readonly Searchable[],
): Generator<Progress, void> {
  const count = (db: Database) =>
    searchables.reduce(
      (sum, { table }) => sum + (db.get<{ n: number }>(`select count(*) as n from "${table}"`)?.n ?? 0),
      0,
    )
  const total = step(count)
  let done = 0
  for (const item of searchables)
    for (let last = ''; ; ) {
      const ids = step(db => {
        const rows = db.all<{ id: string }>(
          `select id from "${item.table}" where id > ? order by id limit ${perStep}`,
          [last],
        )
        db.run(refresh(item, 'r.id in (select value from json_each(?))'), [JSON.stringify(rows.map(({ id }) => id))])
        return rows
      })
      last = ids.at(-1)?.id ?? ''
      if (last === '') break
      done += ids.length
      yield { done, total: Math.max(done, total) }
    }
}

/** Whether the index has no entry for some record, as when its filling was interrupted. */
export const missesRecords = (db: Database, searchables: readonly Searchable[] = caseSearchables): boolean =>
  searchables.some(
    ({ kind, table, complete = 'true' }) =>
      db.get(
        `select 1 from "${table}" as r where ${complete}
         and not exists (select 1 from search_text as t where t.record = r.id and t.kind = '${kind}') limit 1`,
      ) !== undefined,
  )

/** Segments of one level from which merging them pays: SQLite itself merges only when there are sixteen. */
const manySegments = 4

/** Every edit leaves the index a segment, and each search opens them all. */
export const hasManySegments = (db: Database): boolean =>
  db.get(`select 1 from sqlite_schema where name = 'search_fts_segdir'`) !== undefined &&
  db.get('select 1 from search_fts_segdir group by level having count(*) >= ?', [manySegments]) !== undefined

/**
 * Merges some of them: about a hundred pages, a few hundredths of a second (https://www.sqlite.org/fts3.html#*fts4mergecmd).
 * Always true: there may be more.
 */
export const mergeSegments = (db: Database): true => {
  db.run(`insert into search_fts (search_fts) values ('merge=100,${manySegments}')`)
  return true
}
