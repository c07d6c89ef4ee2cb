/**
 * What a library knows of its sources: what each document states of itself, pages, the encoding a file was read in,
 * collections, views with a name, and which sources resemble each other. Signatures follow from the texts, so they are
 * not logged and may be made anew at any time.
 */
export const sql = `
alter table source add column statements text not null default '[]' check (json_valid(statements));
alter table source add column accepted text not null default '[]' check (json_valid(accepted));
alter table source add column enclosedIn text references source (id) on delete set null;
create index sourceByEnclosedIn on source (enclosedIn);

alter table textVersion add column note text not null default '';
alter table textVersion add column pages text not null default '[]' check (json_valid(pages));
alter table textVersion add column encoding text not null default '';

-- The library lists how many texts a source has and of which kind the newest is, without reading past the texts.
create index textVersionBySource on textVersion (source, number, mediaType, fileName);

create table collection (
  id text primary key,
  name text not null check (name <> ''),
  parent text references collection (id) on delete set null,
  sequence integer not null,
  created text not null,
  updated text not null
) strict;
create index collectionByParent on collection (parent);

create table sourceCollection (
  source text not null references source (id) on delete cascade,
  collection text not null references collection (id) on delete cascade,
  sequence integer not null,
  primary key (source, collection)
) strict, without rowid;
create index sourceCollectionByCollection on sourceCollection (collection);

create table savedView (
  id text primary key,
  screen text not null,
  name text not null check (name <> ''),
  settings text not null check (json_valid(settings)),
  sequence integer not null,
  created text not null,
  updated text not null
) strict;

create table resemblance (
  id text primary key,
  first text not null references source (id) on delete cascade,
  second text not null references source (id) on delete cascade,
  kind text not null check (kind in ('same article', 'relay')),
  likeness real not null check (likeness between 0 and 100),
  reason text not null,
  phrases text not null check (json_valid(phrases)),
  state text not null check (state in ('proposed', 'confirmed', 'dismissed')),
  created text not null,
  updated text not null,
  unique (first, second)
) strict;
create index resemblanceBySecond on resemblance (second);

-- What tells a text from others, and the words by which it may name them; computed from it by a method with a number. No
-- link holds it: undo brings a text back that it still fits.
create table textSignature (
  textVersion text primary key,
  source text not null,
  method integer not null,
  signature blob not null,
  phrases text not null check (json_valid(phrases))
) strict;
`
