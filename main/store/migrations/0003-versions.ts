/** States of the case that the analyst gave a name: merging old history keeps them. */
export const sql = `
create table version (
  tx integer primary key,
  name text not null check (name <> ''),
  created text not null
) strict;
`
