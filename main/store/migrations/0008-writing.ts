/**
 * Briefings whose parts have names of their own: every block and judgement gets an id, live blocks their filters, also in
 * the log, so that taking back an edit of before gives what this version can read. Ids are made of the briefing's own and
 * the place. What is issued is kept as its readers had it; markings may be a scheme of the house; notes mention notes.
 * Held by test/main/store/migrations/0008-writing.test.ts.
 */
const filled = (blocks: string, briefing: string) => `(
  select json_group_array(json(case when b.type <> 'object' then ${blocks} -> b.fullkey else case b.value ->> '$.kind'
    when 'key judgements' then json_replace(json_insert(b.value, ${part(briefing)}), '$.judgements', json((
      select json_group_array(json(json_insert(j.value, '$.alternative', '', '$.marking', '',
        '$.id', substr(${briefing}, 1, 24) || printf('%06x%06x', b.key + 1, j.key + 1))))
      from json_each(b.value, '$.judgements') as j)))
    when 'matrix' then json_insert(b.value, ${part(briefing)}, '$.caption', '', '$.axis', 'sources', '$.asOf', null)
    when 'conflicts' then json_insert(b.value, ${part(briefing)}, '$.categories', json('[]'), '$.states', json('[]'), '$.differences', json('true'))
    when 'heat map' then json_insert(b.value, ${part(briefing)}, '$.caption', '', '$.categories', json('[]'), '$.arrows', json('true'))
    when 'register' then json_insert(b.value, ${part(briefing)}, '$.caption', '', '$.categories', json('[]'), '$.form', 'full', '$.most', null)
    when 'gaps' then json_insert(b.value, ${part(briefing)}, '$.caption', '', '$.categories', json('[]'))
    when 'sources' then json_insert(b.value, ${part(briefing)}, '$.statement', null, '$.scope', 'all')
    when 'endnotes' then json_insert(b.value, ${part(briefing)}, '$.style', 'descriptor')
    else json_insert(b.value, ${part(briefing)}) end end))
  from json_each(${blocks}) as b)`

const part = (briefing: string) =>
  `'$.id', substr(${briefing}, 1, 24) || printf('%012x', b.key + 1), '$.heading', '', '$.marking', ''`

const logged = (state: 'before' | 'after') => `
update change set ${state} = json_set(${state}, '$.blocks', '' || ${filled(`${state} ->> '$.blocks'`, 'change.id')})
  where "table" = 'briefing' and json_type(${state}, '$.blocks') = 'text';`

export const sql = `
alter table caseInfo add column scheme text check (scheme is null or json_valid(scheme));

alter table briefing add column distribution text not null default '[]' check (json_valid(distribution));
alter table briefing add column numbered text not null default 'false' check (json_valid(numbered));
alter table briefing add column contents text not null default 'true' check (json_valid(contents));
alter table briefing add column answers text not null default '[]' check (json_valid(answers));
update briefing set blocks = ${filled('blocks', 'briefing.id')};
${logged('before')}
${logged('after')}

alter table edition add column title text not null default '';
alter table edition add column marking text not null default '';
alter table edition add column cutOff text;
alter table edition add column blocks text not null default '[]' check (json_valid(blocks));
alter table edition add column told text not null default '[]' check (json_valid(told));
alter table edition add column answers text not null default '[]' check (json_valid(answers));
update edition set (title, marking, cutOff) = (select b.title, b.marking, b.cutOff from briefing as b where b.id = edition.briefing);

create table briefingTemplate (
  id text primary key,
  name text not null check (name <> ''),
  numbered text not null check (json_valid(numbered)),
  contents text not null check (json_valid(contents)),
  blocks text not null check (json_valid(blocks)),
  created text not null,
  updated text not null
) strict;

create table mention (
  note text not null references note (id) on delete cascade,
  record text not null check (record in ('source', 'term', 'risk', 'note')),
  target text not null,
  primary key (note, record, target)
) strict, without rowid;
insert into mention select note, record, target from noteMention;
drop table noteMention;
alter table mention rename to noteMention;
create index noteMentionByTarget on noteMention (target);
`
