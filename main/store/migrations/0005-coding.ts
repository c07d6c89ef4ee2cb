/**
 * What coding needs: tags in an order of the analyst's, nine of them on the digits, who made an excerpt, and relations
 * between excerpts that have a name. Tags of the same place stand by their names; what an older log makes again is on the
 * first place, and of no author, like all that was there.
 */
export const sql = `
alter table tag add column sequence integer not null default 0;
alter table tag add column digit integer check (digit between 1 and 9);

alter table excerpt add column author text not null default '';

create table relation (
  id text primary key,
  "from" text not null references excerpt (id) on delete cascade,
  "to" text not null references excerpt (id) on delete cascade,
  kind text not null check (kind in ('supports', 'contradicts', 'explains', 'relays')),
  comment text not null,
  created text not null,
  updated text not null,
  check ("from" <> "to"),
  unique ("from", "to", kind)
) strict;
create index relationByTo on relation ("to");
`
