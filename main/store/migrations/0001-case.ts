/**
 * The first schema. Column names are the field names of `shared/model`; nested values are JSON; lists of ids are link
 * tables whose rows keep the order of the list in `sequence`. Every table is STRICT and numbers are declared INTEGER,
 * because sql.js binds large numbers as REAL.
 */
export const sql = `
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

create table party (
  id text primary key,
  name text not null check (name <> ''),
  shortName text not null check (shortName <> ''),
  sequence integer not null,
  created text not null,
  updated text not null
) strict;

create table term (
  id text primary key,
  ref text not null unique,
  category text not null check (category <> ''),
  name text not null check (name <> ''),
  question text not null,
  valueType text not null,
  units text not null check (json_valid(units)),
  bases text not null check (json_valid(bases)),
  options text not null check (json_valid(options)),
  tolerance real not null check (tolerance between 0 and 100),
  importance text not null,
  sequence integer not null,
  created text not null,
  updated text not null
) strict;
create index termBySequence on term (sequence);

create table claim (
  id text primary key,
  term text not null references term (id) on delete cascade,
  source text not null references source (id) on delete cascade,
  assertedBy text not null,
  party text references party (id) on delete set null,
  statement text not null,
  raw text not null,
  value text check (value is null or json_valid(value)),
  basis text not null,
  qualifier text not null,
  condition text not null,
  polarity text not null check (polarity in ('asserts', 'denies', 'silent', 'no-value')),
  stage text,
  asOf text,
  eventDate text,
  credibility integer not null check (credibility between 1 and 6),
  credibilityReason text not null,
  confidence text,
  rank text not null check (rank in ('preferred', 'normal', 'deprecated')),
  rankReason text not null,
  lineage text references lineage (id) on delete set null,
  comment text not null,
  created text not null,
  updated text not null
) strict;
create index claimByTerm on claim (term, source);
create index claimBySource on claim (source);
create index claimByParty on claim (party);
create index claimByLineage on claim (lineage);

create table claimEvidence (
  claim text not null references claim (id) on delete cascade,
  excerpt text not null references excerpt (id) on delete cascade,
  role text not null check (role in ('supports', 'contradicts', 'qualifies', 'context')),
  sequence integer not null,
  primary key (claim, excerpt)
) strict, without rowid;
create index claimEvidenceByExcerpt on claimEvidence (excerpt);

create table conflict (
  id text primary key,
  term text not null references term (id) on delete cascade,
  kind text not null,
  size text not null,
  reason text not null,
  foundBy text not null check (foundBy in ('detector', 'analyst')),
  state text not null check (state in ('open', 'resolved', 'dismissed')),
  resolution text,
  rationale text not null,
  decidedBy text not null,
  decidedAt text,
  created text not null,
  updated text not null
) strict;
create index conflictByTerm on conflict (term);
create index conflictByState on conflict (state);

create table conflictClaim (
  conflict text not null references conflict (id) on delete cascade,
  claim text not null references claim (id) on delete cascade,
  sequence integer not null,
  primary key (conflict, claim)
) strict, without rowid;
create index conflictClaimByClaim on conflictClaim (claim);

create table conflictEvidence (
  conflict text not null references conflict (id) on delete cascade,
  excerpt text not null references excerpt (id) on delete cascade,
  sequence integer not null,
  primary key (conflict, excerpt)
) strict, without rowid;
create index conflictEvidenceByExcerpt on conflictEvidence (excerpt);

create table position (
  id text primary key,
  term text not null references term (id) on delete cascade,
  party text references party (id) on delete cascade,
  validAt text not null,
  raw text not null,
  value text check (value is null or json_valid(value)),
  basis text not null,
  qualifier text not null,
  condition text not null,
  stage text,
  rationale text not null,
  likelihood text,
  confidence text not null,
  confidenceBasis text not null,
  dissent text not null,
  created text not null,
  updated text not null
) strict;
create index positionByTerm on position (term, party, validAt);
create index positionByParty on position (party);

create table positionClaim (
  position text not null references position (id) on delete cascade,
  claim text not null references claim (id) on delete cascade,
  sequence integer not null,
  primary key (position, claim)
) strict, without rowid;
create index positionClaimByClaim on positionClaim (claim);

create table risk (
  id text primary key,
  ref text not null unique,
  title text not null check (title <> ''),
  cause text not null,
  event text not null,
  consequence text not null,
  category text not null,
  kind text not null check (kind in ('threat', 'opportunity')),
  owner text not null,
  status text not null,
  statusReason text not null,
  strategy text,
  proximity text not null,
  velocity text not null,
  reviewDays integer check (reviewDays >= 1),
  nextReview text,
  acceptance text check (acceptance is null or json_valid(acceptance)),
  created text not null,
  updated text not null
) strict;

create table conflictRisk (
  conflict text not null references conflict (id) on delete cascade,
  risk text not null references risk (id) on delete cascade,
  sequence integer not null,
  primary key (conflict, risk)
) strict, without rowid;
create index conflictRiskByRisk on conflictRisk (risk);

create table riskTerm (
  risk text not null references risk (id) on delete cascade,
  term text not null references term (id) on delete cascade,
  sequence integer not null,
  primary key (risk, term)
) strict, without rowid;
create index riskTermByTerm on riskTerm (term);

create table riskClaim (
  risk text not null references risk (id) on delete cascade,
  claim text not null references claim (id) on delete cascade,
  sequence integer not null,
  primary key (risk, claim)
) strict, without rowid;
create index riskClaimByClaim on riskClaim (claim);

create table riskEvidence (
  risk text not null references risk (id) on delete cascade,
  excerpt text not null references excerpt (id) on delete cascade,
  role text not null check (role in ('indicates', 'aggravates', 'mitigates', 'contradicts')),
  sequence integer not null,
  primary key (risk, excerpt)
) strict, without rowid;
create index riskEvidenceByExcerpt on riskEvidence (excerpt);

create table riskAction (
  id text primary key,
  risk text not null references risk (id) on delete cascade,
  text text not null check (text <> ''),
  owner text not null,
  due text,
  status text not null,
  effect text not null,
  sequence integer not null
) strict;
create index riskActionByRisk on riskAction (risk);

create table indicator (
  id text primary key,
  risk text not null references risk (id) on delete cascade,
  statement text not null check (statement <> ''),
  threshold text not null,
  state text not null check (state in ('seen', 'emerging', 'not seen')),
  sequence integer not null
) strict;
create index indicatorByRisk on indicator (risk);

create table indicatorEvidence (
  indicator text not null references indicator (id) on delete cascade,
  excerpt text not null references excerpt (id) on delete cascade,
  sequence integer not null,
  primary key (indicator, excerpt)
) strict, without rowid;
create index indicatorEvidenceByExcerpt on indicatorEvidence (excerpt);

create table criteria (
  id text primary key,
  name text not null,
  likelihoods text not null check (json_valid(likelihoods)),
  impacts text not null check (json_valid(impacts)),
  dimensions text not null check (json_valid(dimensions)),
  grid text not null check (json_valid(grid)),
  appetite text not null check (json_valid(appetite)),
  created text not null,
  updated text not null
) strict;

create table assessment (
  id text primary key,
  risk text not null references risk (id) on delete cascade,
  kind text not null check (kind in ('inherent', 'current', 'target')),
  likelihoodWord text not null,
  likelihoodLow real not null check (likelihoodLow between 0 and 100),
  likelihoodHigh real not null check (likelihoodHigh between likelihoodLow and 100),
  impacts text not null check (json_valid(impacts)),
  level text not null check (level in ('VL', 'L', 'M', 'H', 'VH')),
  strength text not null,
  reason text not null check (reason <> ''),
  author text not null,
  date text not null,
  criteria text not null check (json_valid(criteria)),
  created text not null
) strict;
create index assessmentByRisk on assessment (risk, kind, date);

create table assessmentExcerpt (
  assessment text not null references assessment (id) on delete cascade,
  excerpt text not null references excerpt (id) on delete cascade,
  sequence integer not null,
  primary key (assessment, excerpt)
) strict, without rowid;
create index assessmentExcerptByExcerpt on assessmentExcerpt (excerpt);

create table assessmentClaim (
  assessment text not null references assessment (id) on delete cascade,
  claim text not null references claim (id) on delete cascade,
  sequence integer not null,
  primary key (assessment, claim)
) strict, without rowid;
create index assessmentClaimByClaim on assessmentClaim (claim);

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
