/** What the analyst writes: notes and briefings. */
export const writing = `
create table note (
  id text primary key,
  title text not null,
  document text not null check (json_valid(document)),
  text text not null,
  created text not null,
  updated text not null
) strict;

create table noteCitation (
  note text not null references note (id) on delete cascade,
  excerpt text not null references excerpt (id) on delete cascade,
  sequence integer not null,
  primary key (note, excerpt)
) strict, without rowid;
create index noteCitationByExcerpt on noteCitation (excerpt);

create table noteMention (
  note text not null references note (id) on delete cascade,
  record text not null check (record in ('source', 'term', 'risk')),
  target text not null,
  primary key (note, record, target)
) strict, without rowid;
create index noteMentionByTarget on noteMention (target);

create table briefing (
  id text primary key,
  title text not null check (title <> ''),
  subtitle text not null,
  author text not null,
  audience text not null,
  marking text not null,
  cutOff text,
  blocks text not null check (json_valid(blocks)),
  created text not null,
  updated text not null
) strict;
`
