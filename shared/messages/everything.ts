/** Words of the export of everything that a case holds. ICU MessageFormat. */
export const everythingMessages = {
  'everything.open': 'Export everything …',
  'everything.title': 'Export everything in this case',
  'everything.what':
    'All of it in open formats, to be read with any program and without Glossator: every record with its history as JSON with its schema, every file as it was imported, every text, and every issued edition.',
  'everything.plain': 'What is written is not sealed: anybody who has it can read it.',
  'everything.form': 'Written as',
  'everything.form.folder': 'A folder',
  'everything.form.zip': 'One ZIP archive',
  'everything.formHint.folder': 'For a case of any size.',
  'everything.formHint.zip': 'One file to pass on, of at most 4 GB.',
  'everything.choose': 'Choose a place and export',
  'everything.writing': 'Exporting everything to {file}',
  'everything.written': 'Everything was written to {path}.',
  'everything.name': '{name} everything',
  'everything.taken': 'There is something at {path} already. Choose a place where nothing is.',
  'everything.tooLarge': 'It is more than a ZIP archive can hold. Export it as a folder.',
  'everything.lostFile':
    'The bytes of “{name}” are not whole in this case: only what could be read of them was written.',

  'everything.readme': `# {name}

Everything that the Glossator case “{name}” held on {moment}, in open formats. Marking: {marking}.

{counts}

- case.json: every record, with every change ever made. case.schema.json describes it (JSON Schema, draft 2020-12). All text is UTF-8.
- originals: the files as they were imported, byte for byte.
- texts: the plain text of every text version. Offsets of excerpts in case.json count UTF-16 code units in these texts.
- editions: the words of every briefing as it was issued.
- contents.csv: every file here with its SHA-256, its length in bytes, and the record it belongs to.

Format: {format}, version {version}. Instants are ISO 8601 in UTC. Ids are UUIDs; wherever a record names another, it does so by this id.
`,
} as const
