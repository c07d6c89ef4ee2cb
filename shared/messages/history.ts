/** Words of the history: its screen, the life of one record, and what undo and taking back say. ICU MessageFormat. */
export const historyMessages = {
  'history.name': 'History',
  'history.open': 'History of the case',
} as const
