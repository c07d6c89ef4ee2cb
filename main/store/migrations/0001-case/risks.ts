/** What may happen: risks, what they rest on, how they were scored. */
export const risks = `
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
`
