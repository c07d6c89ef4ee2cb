/** Words about the case file: backups, obstacles to opening, long work, the check. ICU MessageFormat. */
export const safetyMessages = {
  'safety.backups': 'Backups',
  'safety.check': 'Check the case',
} as const
