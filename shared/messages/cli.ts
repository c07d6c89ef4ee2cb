/** Words of the command line. ICU MessageFormat. */
export const cliMessages = {
  'cli.usage': `Glossator: sources, excerpts, notes, a deal-terms matrix and a risk register in one file.

Usage: glossator VERB CASE … [--json]

  new CASE                             make an empty case
  sample CASE [--originals DIR]        write the sample case; with the real articles, if DIR has them
  import CASE FILES…                   import files, and folders with all that is in them
  list CASE sources|excerpts|terms|claims|positions|risks|notes|resemblances
  search CASE QUERY                    words, "a phrase", -not, prefix*, source: tag: term: risk:
  terms CASE [--adopt all|CATEGORY]…   the catalogue of terms; takes terms from it
  read-in CASE SHEET [--as matrix|terms|records] [--sheet NAME] [--preview]
                                       a spreadsheet: a matrix, a list of terms, or what was exported
  matrix CASE [--axis sources|parties|dates] [--as-of DATE]
                                       the deal-terms matrix, of today or of a day
  matrix CASE --compare DATE [DATE]    what changed between two days, or since one
  matrix CASE --coverage [--as-of DATE]
                                       what was read for each term, and what to collect next
  matrix CASE --term REF               everything known of one term, by date
  conflicts CASE                       claims that cannot both hold, and those that only differ
  risks CASE [--map] [--as-of DAY | --recorded DAY]
                                       the risk register, ranked, or as a map; of today, of what is
                                       dated by a day, or as it was recorded by a day or an instant
  risks CASE --movers SINCE [--as-of DAY]
                                       what moved since a day or an instant, and why
  risks CASE --risk REF                everything known of one risk
  risks CASE --export FILE             the whole register to FILE: .xlsx, .csv or .json
  risks CASE --import FILE [--mapping NAME] [--dry-run]
                                       a register of this or another product read in, as one step of undo;
                                       --dry-run only compares; a mapping is one saved in the case
  hypotheses CASE                      competing hypotheses, weighed by what speaks against them
  history CASE [--record KIND:ID | --command N] [--limit N]
                                       what was done, newest first; to one record; by one command
  as-of CASE COMMAND -o OUT            a copy of the case as it stood after a command
  export CASE --briefing NAME --format pdf|docx|html|md [-o OUT] [--draft] [--no-attachments]
         [--answer RULE=REASON]…       a briefing, kept as an edition unless it is a draft; refused while
                                       an error of its check is open; an answer says why one may stand
  export CASE --check [--briefing NAME]
                                       what the check of a briefing finds; status 1 while an error is open
  export CASE --format csv|json|excerpts|w3c -o OUT
                                       the matrix, the case, its excerpts as a table or as annotations
  export CASE --format xlsx|csv|docx|pdf|json -o OUT [--view VIEW] [--as-of DATE]
                                       the matrix by sources, parties or dates, its coverage,
                                       positions, conflicts, evidence, claims or terms; without
                                       --view a workbook of them all
  export CASE --report top|register|dossier|changes|reviews|indicators --format pdf|docx|html -o OUT
         [--risk REF] [--since DAY] [--as-of DAY | --recorded DAY]
                                       a report of the risks
  export CASE --everything OUT         all it holds in open formats: a new folder, or an archive, OUT.zip
  backup CASE [-o OUT]                 copy it into the folder of its backups, or to OUT
  restore CASE BACKUP                  put a backup in its place; the case is kept beside it
  recover CASE -o OUT                  make a new case of what can be read in a damaged one
  check CASE [--repair]                verify the file, its records and links; list what lacks evidence
  seal CASE                            encrypt it and its backups under a passphrase
  unseal CASE                          make plain files of them again
  passphrase CASE                      change the passphrase
  info CASE                            what the case holds

  --          what follows is no option: search CASE -- -word
  --json      one JSON document on standard output (progress is on standard error)
  --help      this text
  --version   the version

A passphrase is asked for on the terminal, or read from the file that GLOSSATOR_PASSPHRASE_FILE names
(a new one: GLOSSATOR_NEW_PASSPHRASE_FILE).

Exit status: 0 done, 1 some input failed (each is named), 2 usage.
`,
  'cli.passphrase': 'Passphrase of {file}: ',
  'cli.newPassphrase': 'New passphrase of {file}: ',
  'cli.passphraseAgain': 'The same once more: ',
  'cli.passphrasesDiffer': 'The two are not the same. Nothing was changed.',
  'cli.passphraseMissing':
    '{file} needs a passphrase, and there is no terminal to ask on. Put it into a file that only you can read, and name that in {variable}.',
  'cli.passphraseUnread': 'The passphrase cannot be read from {file}: {reason}',
  'cli.sealed': '{file} is sealed, and so are its backups. Nobody can open it when the passphrase is forgotten.',
  'cli.unsealed': '{file} and its backups are plain files again.',
  'cli.passphraseChanged': '{file} and its backups open with the new passphrase.',
  'cli.seeHelp': 'See glossator --help.',
  'cli.noVerb': 'Which verb? For example: glossator info CASE.',
  'cli.unknownVerb': '“{verb}” is not a verb of glossator.',
  'cli.missing': '{verb}: {operand} is missing.',
  'cli.tooMany': '{verb}: “{operand}” is one too many.',
  'cli.notOneOf': '{verb}: “{given}” is none of {allowed}.',
  'cli.badOption': '{verb}: {reason}',
  'cli.foreignOption': '{verb}: {option} does not go with it.',
  'cli.optionMissing': '{verb}: {option} is missing.',
  'cli.recordOrCommand': 'history: name either a record or a command.',
  'cli.notADate': '{verb}: {what} is to be a date as 2025, 2025-03 or 2025-03-11, not “{given}”.',
  'cli.notAMoment':
    '{verb}: {what} is to be a day as 2025-03-11 or an instant as 2025-03-11T08:00:00.000Z, not “{given}”.',
  'cli.onlyReport': 'export: {option} goes with --report only.',
  'cli.noRisk': 'The register has no risk {ref}.',
  'cli.risksAsOf': '{count, plural, one {# risk} other {# risks}} that had been scored by then.',
  'cli.notANumber': '{verb}: {what} is to be a number from 1 on, not “{given}”.',
  'cli.briefingFormats': 'export: a briefing goes out with --format pdf, docx, html or md.',
  'cli.answerForm': 'export: --answer is to be RULE=REASON, not “{answer}”.',
  'cli.nothingToAnswer': 'The check finds nothing open under the rule “{rule}”. See export CASE --check.',
  'cli.openErrors':
    '{count, plural, one {One error of the check is open:} other {# errors of the check are open:}} mend them, or say why each may stand with --answer RULE=REASON.',
  'cli.finding': '{state, select, error {error} warning {warning} other {answered}}  {rule}: {sentence}',
  'cli.findings':
    '{count, plural, =0 {Nothing found.} one {# finding} other {# findings}}{count, plural, =0 {} other {{open, plural, =0 {, no open error.} one {, # open error.} other {, # open errors.}}}}',
  'cli.notPiped': 'export: to standard output (-o -) goes --format json or csv of the whole case.',
  'cli.noView': 'export: --view and --as-of do not go with --format {format}.',

  'cli.noEngine':
    'Printing to PDF needs the Electron runtime: run this through "npm run -s glossator --", or set GLOSSATOR_ELECTRON to its executable.',
  'cli.noSuchEngine': 'GLOSSATOR_ELECTRON names {named}, but there is no such file.',
  'cli.failed': 'Something went wrong inside Glossator: {reason}',
  'cli.made': 'Made {file}.',
  'cli.sampleMade':
    'Made {file} with the sample case: {sources, plural, one {# source} other {# sources}}, {excerpts, plural, one {# excerpt} other {# excerpts}}, {claims, plural, one {# claim} other {# claims}}, {conflicts, plural, =0 {no open conflict} one {# open conflict} other {# open conflicts}}, {risks, plural, one {# risk} other {# risks}}.',
  'cli.originals':
    '{arrived, number} of {sources, number} real articles were found in {originals} and added as text versions.',
  'cli.noDirectory': '{originals} is not a directory with the real articles.',
  'cli.reading': 'Reading {file} …',
  'cli.printing': 'Printing “{title}” …',
  'cli.nothing': 'Nothing.',
  'cli.noCategory': 'The catalogue has no category “{category}”. It has: {known}.',
  'cli.noSheet': 'The file has no sheet “{name}”. It has: {known}.',
  'cli.registerEnding': '{file}: a register is written as .xlsx, .csv or .json.',
  'cli.noMapping': 'The case has no mapping “{name}”. It has: {known}.',
  'cli.onlyCompared': 'Only compared: nothing was changed.',
  'cli.hits': '{total, plural, =0 {Nothing found.} one {# hit.} other {# hits, {shown, number} shown.}}',
  'cli.undoOf': '{label} (takes back or repeats {tx, number, ::group-off})',
  'cli.change.insert': '{kind} “{name}” added',
  'cli.change.update': '{kind} “{name}” changed',
  'cli.change.delete': '{kind} “{name}” removed',
  'cli.asOfSaved': 'Wrote {file}: the case as it stood after command {tx, number, ::group-off}.',
  'cli.exported': 'Wrote {file}.',
  'cli.outIsCase': '{file} is the case itself; name another file to export to.',
  'cli.noBriefing': 'The case has no briefing to export.',
  'cli.whichBriefing': 'The case has several briefings; name one with --briefing: {titles}.',
  'cli.briefingUnknown': 'The case has no briefing named “{name}”. It has: {titles}.',
  'cli.sound': 'The file, its records and its links are sound.',
  'cli.backedUp': 'Backed up {file} ({size, number} KB) and looked through the backup: it is sound.',
  'cli.backupDamaged': 'Backed up {file}, but the backup is damaged: check the case.',
  'cli.restored': 'Put {backup} in the place of {file}. What was there is now {keptAs}.',
  'cli.recovered':
    'Recovered {file} into {out}: {lost, plural, =0 {nothing is lost} one {# thing is lost} other {# things are lost}}, {rebuilt, plural, =0 {nothing had to be made again} one {# was made again} other {# were made again}}.',
  'cli.corrupt': '{count, plural, one {# damage} other {# damages}} found.',
  'cli.unsupported':
    '{count, plural, =0 {Every assertion has evidence.} one {# assertion lacks evidence.} other {# assertions lack evidence.}}',
  'cli.warnings': '{count, plural, =0 {No warning.} one {# warning.} other {# warnings.}}',

  'cli.noFile': '{file}: there is no such file.',
  'cli.notAFile': '{file} is not a file.',
  'cli.unreadableFile': '{file} cannot be read: {reason}.',
  'cli.importTooLarge': '{file} is too large to import: it has {size, number} MB, the limit is {limit, number} MB.',
  'cli.importTimedOut':
    '{file} was not imported: reading it took longer than {seconds, plural, one {# second} other {# seconds}}.',
  'cli.importCrashed': '{file} was not imported: the process that read it ended ({how}), perhaps for want of memory.',

  'cli.notStated': 'not stated',
  'cli.noEvidence': '* no evidence',
  'cli.cell.unread': '·',
  'cli.cell.silent': '(silent)',
  'cli.cell.denied': '(denied)',
  'cli.cell.no value': '(no value)',
  'cli.coverageKey': '· not read · s says nothing · d denied · n no value · v value',
  'cli.gapsHead': 'To collect next',
  'cli.noTerm': 'The case has no term {ref}.',
  'cli.overall': 'overall',
  'cli.storyPosition': 'Assessed position, {party}: {words}',
  'cli.storyConflict': 'Conflict, {state}: {reason}',
  'cli.storyRisk': 'Risk, {effect}: {ref} {title}',
  'cli.notTogether': '{verb} takes {one} or {other}, not both.',
  'cli.column.holder': 'Holder',
  'cli.column.importance': 'Importance',
  'cli.matrixKey': '· not read for this term · (silent) says nothing · ! open conflict · * no evidence',
  'cli.conflictsHead': 'Conflicts',
  'cli.comparisonsHead': 'Differences that are no conflicts',

  'cli.column.inCatalogue': 'In the catalogue',
  'cli.column.inCase': 'In the case',
  'cli.column.difference': 'Difference',
  'cli.column.ref': 'Ref',
  'cli.column.title': 'Title',
  'cli.column.authors': 'Authors',
  'cli.column.published': 'Published',
  'cli.column.grade': 'Grade',
  'cli.column.words': 'Words',
  'cli.column.versions': 'Versions',
  'cli.column.excerpts': 'Excerpts',
  'cli.column.claims': 'Claims',
  'cli.column.source': 'Source',
  'cli.column.place': 'Place',
  'cli.column.state': 'State',
  'cli.column.quote': 'Quote',
  'cli.column.category': 'Category',
  'cli.column.name': 'Name',
  'cli.column.question': 'Question',
  'cli.column.type': 'Type',
  'cli.column.term': 'Term',
  'cli.column.value': 'Value',
  'cli.column.stage': 'Stage',
  'cli.column.asOf': 'As of',
  'cli.column.validAt': 'Valid at',
  'cli.column.confidence': 'Confidence',
  'cli.column.risk': 'Risk',
  'cli.column.level': 'Level',
  'cli.column.likelihood': 'Likelihood',
  'cli.column.strength': 'Knowledge',
  'cli.column.trend': 'Trend',
  'cli.column.status': 'Status',
  'cli.column.text': 'Text',
  'cli.column.kind': 'Kind',
  'cli.column.first': 'First',
  'cli.column.second': 'Second',
  'cli.column.likeness': 'Alike',
  'cli.column.found': 'Found',
  'cli.column.position': 'Position',
  'cli.column.reason': 'Reason',
  'cli.column.file': 'File',
  'cli.column.outcome': 'Outcome',
  'cli.column.message': 'Message',
  'cli.column.severity': 'Severity',
  'cli.column.record': 'Record',
  'cli.column.finding': 'Finding',
  'cli.column.command': 'No.',
  'cli.column.when': 'When (UTC)',
  'cli.column.who': 'Who',
  'cli.column.did': 'What was done',
  'cli.column.version': 'Named state',
  'cli.column.field': 'Field',
  'cli.column.before': 'Before',
  'cli.column.after': 'After',
  'cli.column.what': 'What',
  'cli.column.number': 'No.',
} as const
