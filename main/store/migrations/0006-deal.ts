/**
 * What weighing a deal needs: which way a term moves a risk, who decided a conflict when, what an issued briefing said of
 * each term, and competing hypotheses over the claims. Links and conflicts that were there before say no more than they did.
 */
export const sql = `
alter table riskTerm add column effect text not null default 'bears on' check (effect in ('raises', 'lowers', 'bears on'));

create table conflictDecision (
  conflict text not null references conflict (id) on delete cascade,
  id text not null,
  at text not null,
  "by" text not null,
  state text not null check (state in ('open', 'resolved', 'dismissed')),
  resolution text check (resolution in ('first right', 'second right', 'both right on different bases', 'superseded in time', 'unresolved')),
  rationale text not null,
  sequence integer not null,
  primary key (conflict, id)
) strict, without rowid;

create table edition (
  id text primary key,
  briefing text not null references briefing (id) on delete cascade,
  number integer not null,
  "by" text not null,
  format text not null,
  positions text not null check (json_valid(positions)),
  created text not null,
  updated text not null,
  unique (briefing, number)
) strict;

create table inquiry (
  id text primary key,
  question text not null,
  comment text not null,
  sequence integer not null,
  created text not null,
  updated text not null
) strict;

create table inquiryClaim (
  inquiry text not null references inquiry (id) on delete cascade,
  claim text not null references claim (id) on delete cascade,
  sequence integer not null,
  primary key (inquiry, claim)
) strict, without rowid;
create index inquiryClaimByClaim on inquiryClaim (claim);

create table hypothesis (
  id text primary key,
  inquiry text not null references inquiry (id) on delete cascade,
  name text not null,
  description text not null,
  sequence integer not null,
  created text not null,
  updated text not null
) strict;
create index hypothesisByInquiry on hypothesis (inquiry);

create table hypothesisRating (
  hypothesis text not null references hypothesis (id) on delete cascade,
  claim text not null references claim (id) on delete cascade,
  consistency text not null check (consistency in ('very consistent', 'consistent', 'neutral', 'inconsistent', 'very inconsistent', 'not applicable')),
  reason text not null,
  sequence integer not null,
  primary key (hypothesis, claim)
) strict, without rowid;
create index hypothesisRatingByClaim on hypothesisRating (claim);

`
