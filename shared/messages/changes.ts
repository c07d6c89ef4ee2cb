/** What the log of changes says: what undo left and why, and the fields of records as a person reads them. ICU MessageFormat. */
export const changesMessages = {
  'changes.nothingToUndo': 'There is nothing to undo.',
  'changes.nothingToRedo': 'There is nothing to redo.',
  'changes.noCommand': 'The history has no such command; it may have been merged with others.',
  'changes.nothingBack': 'Nothing of this can be taken back, and nothing was changed.',
} as const
