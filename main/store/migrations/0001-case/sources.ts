/** Where the words come from: the case, its sources, texts, excerpts and their places. */
export const sources = `
create table caseInfo (
  id integer primary key check (id = 1),
  name text not null check (name <> ''),
  analyst text not null,
  marking text not null,
  created text not null
) strict;

create table lineage (
  id text primary key,
  name text not null check (name <> ''),
  description text not null,
  created text not null,
  updated text not null
) strict;

create table source (
  id text primary key,
  title text not null,
  authors text not null check (json_valid(authors)),
  publisher text not null,
  published text,
  publishedStated text not null,
  publishedReadings text not null check (json_valid(publishedReadings)),
  accessed text,
  url text not null,
  language text not null,
  kind text not null,
  reliability text not null check (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
  reliabilityReason text not null,
  lineage text references lineage (id) on delete set null,
  warnings text not null check (json_valid(warnings)),
  comment text not null,
  created text not null,
  updated text not null
) strict;
create index sourceByPublished on source (published);
create index sourceByLineage on source (lineage);

-- The bytes of a file as imported, once per content. Never changed; compressed as "encoding" says.
create table attachment (
  sha256 text primary key check (length(sha256) = 64),
  length integer not null check (length >= 0),
  encoding text not null check (encoding in ('identity', 'gzip')),
  bytes blob not null
) strict;

create table textVersion (
  id text primary key,
  source text not null references source (id) on delete cascade,
  number integer not null check (number >= 1),
  reason text not null,
  text text not null,
  blocks text not null check (json_valid(blocks)),
  textSha256 text not null check (length(textSha256) = 64),
  fileName text not null,
  mediaType text not null,
  fileSha256 text not null references attachment (sha256),
  fileBytes integer not null check (fileBytes >= 0),
  created text not null,
  unique (source, number)
) strict;
create index textVersionByFile on textVersion (fileSha256);
create index textVersionByText on textVersion (textSha256);

create table tag (
  id text primary key,
  name text not null check (name <> ''),
  parent text references tag (id) on delete set null,
  colour text not null,
  description text not null,
  created text not null,
  updated text not null
) strict;
create index tagByParent on tag (parent);

create table sourceTag (
  source text not null references source (id) on delete cascade,
  tag text not null references tag (id) on delete cascade,
  sequence integer not null,
  primary key (source, tag)
) strict, without rowid;
create index sourceTagByTag on sourceTag (tag);

create table excerpt (
  id text primary key,
  source text not null references source (id) on delete cascade,
  colour text not null,
  comment text not null,
  credibility integer check (credibility between 1 and 6),
  created text not null,
  updated text not null
) strict;
create index excerptBySource on excerpt (source);

-- One place per text version, so that the way back to an older version keeps its highlights.
create table anchor (
  excerpt text not null references excerpt (id) on delete cascade,
  textVersion text not null references textVersion (id) on delete cascade,
  start integer not null check (start >= 0),
  "end" integer not null check ("end" >= start),
  exact text not null check (exact <> ''),
  prefix text not null,
  suffix text not null,
  page integer check (page >= 1),
  state text not null check (state in ('exact', 'moved', 'changed', 'ambiguous', 'lost')),
  primary key (excerpt, textVersion)
) strict, without rowid;
create index anchorByVersion on anchor (textVersion, start);

create table excerptTag (
  excerpt text not null references excerpt (id) on delete cascade,
  tag text not null references tag (id) on delete cascade,
  sequence integer not null,
  primary key (excerpt, tag)
) strict, without rowid;
create index excerptTagByTag on excerptTag (tag);

create table original (
  source text primary key references source (id) on delete cascade,
  fileSha256 text not null unique check (length(fileSha256) = 64),
  title text not null
) strict;

create table originalPointer (
  excerpt text primary key references excerpt (id) on delete cascade,
  start integer not null check (start >= 0),
  "end" integer not null check ("end" > start),
  passageSha256 text not null check (length(passageSha256) = 64)
) strict;
`
