/**
 * The bytes of files in pieces of their own, so that neither the window nor an import holds a large file whole. Pieces
 * are never logged and never taken away with their source: an undo may need them again. What the log held of deleted
 * files moves into pieces too.
 */
export const sql = `
create table attachmentPiece (
  sha256 text not null check (length(sha256) = 64),
  number integer not null check (number >= 0),
  encoding text not null check (encoding in ('identity', 'gzip')),
  bytes blob not null,
  primary key (sha256, number)
) strict;

insert into attachmentPiece (sha256, number, encoding, bytes)
  select sha256, 0, encoding, bytes from attachment;
insert or ignore into attachmentPiece (sha256, number, encoding, bytes)
  select json_extract(before, '$.sha256'), 0, json_extract(before, '$.encoding'), unhex(json_extract(before, '$.bytes.hex'))
  from change where "table" = 'attachment' and op = 'delete';
update change set
  before = json_remove(before, '$.encoding', '$.bytes'),
  after = json_remove(after, '$.encoding', '$.bytes')
  where "table" = 'attachment';

alter table attachment drop column encoding;
alter table attachment drop column bytes;
`
