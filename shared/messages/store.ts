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
} as const
