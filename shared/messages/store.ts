/** What the store says of the file of a case. ICU MessageFormat. */
export const storeMessages = {
  'store.occupiedHere':
    '{path} is already open on this computer, {host}, by {user} since {since} (process {process}). Close it there, or open it here to look at only.',
  'store.occupiedElsewhere':
    '{path} is open on {host} by {user} since {since}. Close it there, or open it here to look at only.',
  'store.occupiedSilently':
    '{path} is open on {host} by {user} since {since}, but for {seconds} seconds that computer has shown no sign of life; its last was at {lastSign}. If Glossator no longer runs there, remove {lock}; if it is asleep, wake it and close the case there. To look at the case only, neither is needed.',
  'store.occupiedByNobodyKnown':
    '{path} is locked, but {lock} does not say by whom. If no other Glossator has it open, remove that file; to look at the case only, that is not needed.',
  'store.changedMeanwhile':
    '{target} was not made: another program changed the case while it was being copied. Try again in a moment.',
  'store.noFolder': 'There is no folder for {path}.',
  'store.noCase': 'There is no case at {path}.',
  'store.alreadyThere': 'There is already a file at {path}.',
  'store.notACase':
    '{path} is not a case: it is {empty, select, true {empty} other {some other kind of file}}. Choose another, or move it away.',
  'store.foreignJournal':
    'Another program stopped in the middle of a change to {path}. Open and close it with that program, or with SQLite, so that {journal} is played back.',
  'store.leftBehind': '{left} is left from a case that is no longer there. Move it away before making a new one.',
  'store.foreignDatabase': '{path} is a database of another program, not a case.',
  'store.newerVersion':
    '{path} was made by a newer version of Glossator (schema {schema, number}; this version knows {known, number}). Open it with that version.',
  'store.olderReadOnly': '{path} is from an older version and cannot be brought up to date: it is read-only.',
  'store.notUpdated': '{path} cannot be brought up to date: {reason}. It is as it was; a copy is at {copy}.',
  'store.readOnly': '{path} is read-only: it can be looked at, not changed.',
  'store.changedByOther': 'Another program is changing {path}. Nothing was changed; try again when it is done.',
  'store.alwaysChanged': '{path} is being changed by another program all the time. Try again in a moment.',
  'store.copyOntoItself': '{target} is the case itself: give the copy another name.',
  'store.damaged':
    '{path} is damaged ({reason}). Nothing was changed. Restore a backup, or recover what can be read into a new case.',
  'store.cannotSave':
    '{path} can no longer be saved ({reason}). Everything acknowledged before the last edit is on disk. Close the case and open it again.',
  'store.searchUnfit': 'The search index does not fit the records: search may miss some until it is rebuilt.',
  'store.processStopped':
    'The part of Glossator that holds the case stopped unexpectedly. Every saved edit is on disk; try again.',
  'store.processHung':
    'The part of Glossator that holds the case no longer answered and was started again. Every saved edit is on disk; try again.',
  'store.strangeBeginning': 'it does not begin as a case does',
} as const
