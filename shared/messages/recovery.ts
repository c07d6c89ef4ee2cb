/** Words of the recovery of a damaged case, on the screen and in its report. ICU MessageFormat. */
export const recoveryMessages = {
  'recovery.title': 'Recover {name}',
  'recovery.wrong': 'What is wrong',
  'recovery.readable': 'What can be read',
  'recovery.place': 'Where it goes',
  'recovery.surveyingWhat':
    'Every table is read row by row, also past the damage. Nothing is written, and the damaged file is not touched.',
  'recovery.sum':
    '{readable, plural, one {# record} other {# records}} can be read, {unreadable, plural, =0 {none is missing} other {# cannot}}.',
  'recovery.kind': 'Kind',
  'recovery.count': '{count, number}',
  'recovery.found': 'Can be read',
  'recovery.gone': 'Cannot be read',
  'recovery.historyLines': 'lines of the history',
  'recovery.again':
    'What cannot be read is looked for again in the history of the case, in its search index and in what else points to it. What is found nowhere is named in the end.',
  'recovery.allReadable': 'Every record can be read. The damage lies in what follows from them, and is made anew.',
  'recovery.nothing': 'No record can be read. Restore a backup, if there is one.',
  'recovery.placeWhat': 'A new case is made where you choose, and opened. The damaged file stays as it is.',
  'recovery.backupFirst': 'There is a backup of this case. Look first at what restoring it would bring back.',
  'recovery.choose': 'Choose a place and recover',
  'recovery.back': 'Back',
  'recovery.saved': 'In the new case',
  'recovery.savedNone': 'No record.',
  'recovery.saveReport': 'Save this report …',
  'recovery.reportSaved': 'The report was saved as {path}.',
  'recovery.reportName': '{name} recovery',
  'recovery.reportHead': 'Recovery of {name}',
  'recovery.reportOf': 'Drawn up on {moment} by Glossator {version}.',
} as const
