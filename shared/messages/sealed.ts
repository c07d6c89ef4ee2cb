/** Words of main about sealed cases: what stands in the way, what was done. The screens' own are in sealing.ts. ICU MessageFormat. */
export const sealedMessages = {
  'sealed.needsPassphrase': '{path} is sealed: it opens with its passphrase only.',
  'sealed.wrong':
    'This passphrase does not open {path}. Look at capital letters and the keyboard layout, and try again. A forgotten passphrase cannot be found out or replaced by anybody.',
  'sealed.wrongCurrent': 'This is not the passphrase of the case. The case is as it was.',
  'sealed.headersDamaged':
    'Both headers of {path}, without which no passphrase opens it, are damaged. Restore a backup: each has headers of its own.',
  'sealed.foreignLog':
    '{path} lies beside a sealed case but was not written by it: it is not read. Move it away and open the case again.',
  'sealed.alreadySealed': '{path} is sealed already.',
  'sealed.notSealed': '{path} is not sealed.',
  'sealed.readOnly': '{path} is open to look at only: it can be neither sealed nor unsealed.',
  'sealed.badName':
    '{path} is a name that only files beside a case have: its lock, its log, the list of its backups. Choose another.',
  'sealed.smallPages':
    '{path} was rewritten by another program in pages of {size, number} bytes, in which it cannot be sealed. Save a copy of it through the history, and seal that.',
  'sealed.changedElsewhere':
    'Another program changed {path} just now. Nothing was sealed or unsealed; try again in a moment.',
  'sealed.logLeft':
    '{path} could not be closed without its log. Nothing was sealed or unsealed; close the case, open it, and try again.',
  'sealed.journalLeft':
    '{path} was left by another program and may hold text of the case unsealed. Move it away, or delete it, and try again.',
  'sealed.copyOpen': '{path} is open elsewhere',
  'sealed.unlike': 'What was written to {path} could not be read back as it was. The case is as it was.',
  'sealed.failed': '{path} could not be written ({reason}). The case is as it was.',
  'sealed.copiesLeft':
    '{count, plural, one {# backup} other {# backups}} of {path} could not be rewritten ({reason}): {names}. It is tried again in a pause of work and when the case is opened.',
  'sealed.notOpened': '{path} is written, but could not be opened again: {message}',
  'sealed.sealing': 'Sealing the case',
  'sealed.unsealing': 'Unsealing the case',
  'sealed.changing': 'Changing the passphrase',
} as const
