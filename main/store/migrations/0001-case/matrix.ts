/** What sources say of the deal: parties, terms, claims, conflicts, positions. */
export const matrix = `
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
`
