/**
 * A register with a memory: the life of a risk as moves, what it came out of, reviews, and the criteria as versions that
 * assessments name. Snapshots that stood in each assessment become versions of the criteria, those in the log with them;
 * all of them are older than the criteria in force, also where taking back had made those older than a scoring.
 * Held by test/main/store/migrations/0007-register.test.ts.
 */
export const sql = `
alter table risk add column contingency text not null default '';
alter table risk add column fallback text not null default '';
alter table risk add column strikesBy text;
alter table risk add column otherRef text not null default '';

create table riskMove (
  risk text not null references risk (id) on delete cascade,
  id text not null,
  at text not null,
  "by" text not null,
  date text not null,
  was text not null,
  status text not null,
  reason text not null,
  sequence integer not null,
  primary key (risk, id)
) strict, without rowid;

create table riskOrigin (
  risk text not null references risk (id) on delete cascade,
  origin text not null references risk (id) on delete cascade,
  kind text not null check (kind in ('arises from', 'split from', 'merged from', 'copied from')),
  sequence integer not null,
  primary key (risk, origin)
) strict, without rowid;
create index riskOriginByOrigin on riskOrigin (origin);

alter table indicator add column direction text not null default 'raises' check (direction in ('raises', 'lowers'));
alter table indicator add column changed text not null default '1970-01-01T00:00:00.000Z';
update indicator set changed = (select r.updated from risk as r where r.id = indicator.risk);

create table review (
  id text primary key,
  risk text not null references risk (id) on delete cascade,
  date text not null,
  "by" text not null,
  outcome text not null check (outcome in ('confirmed', 'raised', 'lowered', 'closed')),
  note text not null,
  next text,
  created text not null
) strict;
create index reviewByRisk on review (risk, created);

create table assessmentConflict (
  assessment text not null references assessment (id) on delete cascade,
  conflict text not null references conflict (id) on delete cascade,
  sequence integer not null,
  primary key (assessment, conflict)
) strict, without rowid;
create index assessmentConflictByConflict on assessmentConflict (conflict);

alter table criteria add column cadence text not null default '[]' check (json_valid(cadence));
alter table assessment add column scales text references criteria (id);

create table told (id text, seq integer, text text, created text, primary key (id, seq)) without rowid;
insert into told select id, seq, before ->> '$.criteria', before ->> '$.created' from change
  where "table" = 'assessment' and before ->> '$.criteria' is not null;
insert into told select id, 9007199254740991, criteria, created from assessment;
create table snapshot (text text primary key, version text, seq integer, since text) without rowid;
insert into snapshot (text, version, seq) select text, id, min(seq) from told group by text;
update snapshot set
  version = coalesce(
    (select c.id from criteria as c where snapshot.text = json_object('name', c.name, 'likelihoods', json(c.likelihoods),
      'impacts', json(c.impacts), 'dimensions', json(c.dimensions), 'grid', json(c.grid), 'appetite', json(c.appetite))),
    version),
  since = (select min(created) from told where told.text = snapshot.text);
update criteria set created = updated;
update snapshot set since = min(since,
  coalesce((select strftime('%Y-%m-%dT%H:%M:%fZ', min(c.created), '-0.001 seconds') from criteria as c), since));
insert into criteria (id, name, likelihoods, impacts, dimensions, grid, appetite, cadence, created, updated)
  select version, text ->> '$.name', text -> '$.likelihoods', text -> '$.impacts', text -> '$.dimensions',
    text -> '$.grid', text -> '$.appetite', '[]', since, since
  from snapshot where version not in (select id from criteria);
update assessment set scales = (select version from snapshot where text = assessment.criteria);
update change set
  before = iif(before ->> '$.criteria' is null, before, json_set(before, '$.criteria',
    (select version from snapshot where text = before ->> '$.criteria'))),
  after = iif(after -> '$.criteria' is null, after, json_set(after, '$.criteria',
    (select s.version from told as t join snapshot as s on s.text = t.text
     where t.id = change.id and t.seq > change.seq order by t.seq limit 1)))
  where "table" = 'assessment';
drop table told;
drop table snapshot;
alter table assessment drop column criteria;
alter table assessment rename column scales to criteria;
create index assessmentByCriteria on assessment (criteria);
`
