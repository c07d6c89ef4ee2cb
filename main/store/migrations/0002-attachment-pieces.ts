/**
 * The bytes of files in pieces of their own, so that neither the window nor an import holds a large file whole. An upload
 * is a file whose bytes are in the case: `sha256` is null while they are still arriving. Uploads and their pieces are
 * never logged and never taken away with their source: an undo may need them again. What the log held of deleted files
 * moves into pieces too.
 */
export const sql = `
create table attachmentUpload (
  id integer primary key,
  sha256 text unique check (length(sha256) = 64)
) strict;
create table attachmentPiece (
  upload integer not null references attachmentUpload (id) on delete cascade,
  number integer not null check (number >= 0),
  encoding text not null check (encoding in ('identity', 'gzip')),
  bytes blob not null,
  primary key (upload, number)
) strict;

insert into attachmentUpload (sha256) select sha256 from attachment;
insert or ignore into attachmentUpload (sha256)
  select json_extract(before, '$.sha256') from change where "table" = 'attachment' and op = 'delete';

insert into attachmentPiece (upload, number, encoding, bytes)
  select u.id, 0, a.encoding, a.bytes from attachment as a join attachmentUpload as u using (sha256);
insert or ignore into attachmentPiece (upload, number, encoding, bytes)
  select u.id, 0, json_extract(c.before, '$.encoding'), unhex(json_extract(c.before, '$.bytes.hex'))
  from change as c join attachmentUpload as u on u.sha256 = json_extract(c.before, '$.sha256')
  where c."table" = 'attachment' and c.op = 'delete';
update change set
  before = json_remove(before, '$.encoding', '$.bytes'),
  after = json_remove(after, '$.encoding', '$.bytes')
  where "table" = 'attachment';

alter table attachment drop column encoding;
alter table attachment drop column bytes;
`
