/** Words of main about the case file: backups made, obstacles met, what was recovered. The screens' own are in safety.ts. ICU MessageFormat. */
export const keepingMessages = {
  'keeping.backingUp': 'Backing up',
  'keeping.checking': 'Checking the case',
  'keeping.repairing': 'Making the search index anew',
  'keeping.restoring': 'Restoring a backup',
  'keeping.recovering': 'Recovering the case',
  'keeping.surveying': 'Looking through the damaged case',

  'keeping.obstacleGone': 'Nothing is known any more of the case that could not be opened. Open it again.',
  'keeping.missing':
    'There is no file at {path} now. It may have been moved, renamed or deleted, or the drive it was on is not connected.',
  'keeping.damageMet':
    'A part of {path} is damaged and cannot be read ({reason}). Nothing was changed. Restore a backup, or recover what can be read into a new case.',
  'keeping.damageFound':
    'Looking through the newest backup found damage in {path}: {fault} Check the case, and restore an older backup or recover it.',
  'keeping.backupFailed': '{path} could not be backed up ({reason}). Work goes on; the case itself is saved as always.',
  'keeping.backupGone': 'This backup is no longer there.',
  'keeping.backupDamaged': 'This backup is damaged: nothing was restored. Choose another one.',
  'keeping.reopened':
    'The disk failed while {path} was being saved ({reason}). The last edit was not kept; everything before it is there, and the case was opened again.',
  'keeping.reopenedWhole':
    'The disk failed while {path} was being saved ({reason}). The last edit is there all the same, and the case was opened again.',
  'keeping.notReopened': '{path} could not be opened again after a failure of the disk. {message}',
  'keeping.searchRebuilt': 'The search index was made anew from the records.',
  'keeping.logInstalled': 'The triggers that log every change were made anew.',
  'keeping.recoveredName': '{name} (recovered).gloss',

  'keeping.named': 'The {kind} “{name}”',
  'keeping.unnamed': 'One {kind}',
  'keeping.times': '{sentence} ({count, number} such)',
  'keeping.lost': '{what} could not be read and is lost.',
  'keeping.rebuilt': '{what} could not be read; it was made again from what else the case says of it.',
  'keeping.doubtful': '{what} was copied as it could be read, but does not fit its description: look at it.',
  'keeping.stoodIn':
    '{what} could not be read; an almost empty one stands in its place, so that what belongs to it stays.',
  'keeping.droppedLink': '{what} was left out: the {parent} that it belongs to is lost.',
  'keeping.nulledLink': '{what} no longer names its {parent}, which is lost.',
  'keeping.lostChanges':
    '{count, plural, one {# line} other {# lines}} of the history could not be read: older steps cannot all be undone.',
  'keeping.lostEntries': '{count, plural, one {# entry} other {# entries}} of the list “{list}” could not be read.',
  'keeping.madeEntries':
    '{count, plural, one {# entry} other {# entries}} of the list “{list}” could not be read and were made again; look at their order and role.',
  'keeping.lostPieces': 'The bytes of {fileName} are not whole any more; its text is there. Import the file again.',
  'keeping.lostBytes': 'The bytes of a file that was taken away are not whole any more.',
  'keeping.standIn': '(lost)',
  'keeping.lostText': 'This text could not be read. The passages that were quoted from it stand where they stood.',
  'keeping.nothingReadable': 'Nothing of a case can be read in {path}. Restore a backup.',
} as const
