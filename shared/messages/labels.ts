/**
 * What the history says of each command, after "Undo" and "Redo" too, and the sentences of refusals. One place, so that
 * the tone stays one.
 */

const shortest = 60

/** A title within a sentence, in quotation marks, cut where it is long. */
export const titled = (title: string, otherwise = 'untitled'): string => {
  const words = title.trim() || otherwise
  return `“${words.length > shortest ? `${words.slice(0, shortest - 1).trimEnd()}…` : words}”`
}

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

export const labels = {
  caseChanged: 'Case details changed',

  sourceImported: (title: string) => `Source ${titled(title)} imported`,
  originalAdded: (title: string) => `Original of ${titled(title)} added`,
  sourcesChanged: (titles: string[]) =>
    titles.length === 1 ? `Source ${titled(titles[0] ?? '')} changed` : `${titles.length} sources changed`,
  sourceRemoved: (title: string) => `Source ${titled(title)} removed`,
  nothingImported: (fileName: string) => `${fileName} was in the case already`,

  excerptAdded: (title: string) => `Excerpt of ${titled(title)} added`,
  excerptChanged: (title: string) => `Excerpt of ${titled(title)} changed`,
  excerptRemoved: (title: string) => `Excerpt of ${titled(title)} removed`,

  added: (noun: string, name: string) => `${noun} ${titled(name)} added`,
  changed: (noun: string, name: string) => `${noun} ${titled(name)} changed`,
  removed: (noun: string, name: string) => `${noun} ${titled(name)} removed`,

  termAdded: (ref: string) => `Term ${ref} added`,
  termChanged: (ref: string) => `Term ${ref} changed`,
  termRemoved: (ref: string) => `Term ${ref} removed`,

  claimAdded: (ref: string) => `Claim on ${ref} added`,
  claimChanged: (ref: string) => `Claim on ${ref} changed`,
  claimRemoved: (ref: string) => `Claim on ${ref} removed`,

  positionAdded: (ref: string) => `Position on ${ref} taken`,
  positionChanged: (ref: string) => `Position on ${ref} changed`,
  positionRemoved: (ref: string) => `Position on ${ref} removed`,

  conflictAdded: (ref: string) => `Conflict on ${ref} recorded`,
  conflictResolved: (ref: string) => `Conflict on ${ref} resolved`,
  conflictLeft: (ref: string) => `Conflict on ${ref} left unresolved`,
  conflictDismissed: (ref: string) => `Conflict on ${ref} dismissed`,
  conflictReopened: (ref: string) => `Conflict on ${ref} reopened`,

  riskAdded: (ref: string) => `Risk ${ref} added`,
  riskChanged: (ref: string) => `Risk ${ref} changed`,
  riskRemoved: (ref: string) => `Risk ${ref} removed`,
  riskAssessed: (ref: string) => `${ref} assessed`,
  riskCited: (ref: string) => `Evidence for ${ref} added`,
  riskUncited: (ref: string) => `Evidence for ${ref} taken away`,
  criteriaChanged: 'Risk criteria changed',
}

export const messages = {
  noCase: 'No case is open. Create one or open one first.',
  unknownOperation: (name: string) => `Glossator has no operation named ${titled(name)}.`,
  invalid: (operation: string, field: string, fault: string) =>
    field === '' ? `${operation}: ${fault}.` : `${operation}, ${field}: ${fault}.`,
  broken:
    'Something went wrong inside Glossator. The case is as it was before; the details are in the log of this computer.',
  lostLink: 'Something this refers to is no longer in the case. Look at the current state of the case and try again.',
  readOnly: (fileName: string) => `${fileName} is open for reading only and cannot be changed.`,
  recentGone: 'This case is no longer in the list of recent cases.',
  noCriteria: 'The case has no risk criteria. Set them before assessing a risk.',

  imported: (fileName: string, title: string) => `${fileName} was imported as ${titled(title, fileName)}.`,
  originalImported: (fileName: string, title: string, places: number) =>
    `${fileName} is the original of ${titled(title)}: it became a new text version, and ${counted(places, 'excerpt stands', 'excerpts stand')} on its words.`,
  sameFile: (fileName: string, title: string) =>
    `${fileName} is already in the case, byte for byte, as ${titled(title)}.`,
  sameText: (fileName: string, title: string) => `The text of ${fileName} is already in the case as ${titled(title)}.`,
  emptyText: (fileName: string) => `${fileName} holds no text that could be read.`,
  unfitText: (fileName: string, fault: string) =>
    `${fileName} was not imported: its importer delivered a text that ${fault}.`,

  oldText: (title: string) => `The text of ${titled(title)} has a newer version. Select the passage again there.`,
  outsideText: (title: string) => `The passage is not within the text of ${titled(title)}. Select it again.`,
  blankPassage: 'The selection holds only white space. Select some words.',
  excerptOrPassage: 'Name either an excerpt or a passage as evidence.',
  alreadyCited: (ref: string) => `This excerpt is evidence for ${ref} already.`,
  notCited: (ref: string) => `This excerpt is not evidence for ${ref}.`,
  tagCycle: (name: string) => `${titled(name)} cannot stand under itself or one of its own tags.`,
  foreignClaims: (ref: string) => `All claims of a conflict must be about one term; not all of these are about ${ref}.`,
  tooFewClaims: 'A conflict needs at least two different claims.',
  sameConflict: (ref: string) => `This conflict on ${ref} is recorded already.`,
  gridSize: (rows: number, columns: number) =>
    `The grid needs ${counted(rows, 'row', 'rows')}, one per likelihood, and ${counted(columns, 'column', 'columns')}, one per impact.`,
  unknownLikelihood: (word: string) => `The criteria of this case have no likelihood ${titled(word)}.`,
  unknownImpact: (dimension: string) => `The criteria of this case have no such impact on ${titled(dimension)}.`,
  likelihoodOrder: 'The low end of a likelihood cannot be above its high end.',
  notSaved: (path: string, reason: string) => `${path} could not be written (${reason}). Choose another place.`,
}

/** What the check of a case says of what it found. */
export const findings = {
  unfit: (record: string, fault: string) => `The ${record} is damaged: ${fault}.`,
  unreadable: (reason: string) => `A part of the case cannot be read: ${reason}.`,
  misplaced: (quote: string, title: string) =>
    `The excerpt ${titled(quote)} does not stand where its anchor says in ${titled(title)}.`,
  drifted: (quote: string, title: string, state: string) =>
    `The place of the excerpt ${titled(quote)} in ${titled(title)} is ${state}.`,
  noPlace: (title: string) => `An excerpt of ${titled(title)} has no place in its current text.`,
  noText: (title: string) => `The source ${titled(title)} has no text.`,
  textChanged: (title: string, version: number) =>
    `The text of ${titled(title)} (version ${version}) is not the one that was imported.`,
  fileMissing: (fileName: string) => `The bytes of ${fileName} are missing.`,
  fileChanged: (fileName: string) => `The bytes of ${fileName} are not those that were imported.`,
  lostCitation: (record: string, title: string) =>
    `The ${record} ${titled(title)} cites an excerpt that is no longer in the case.`,
  lostMention: (record: string, title: string, what: string) =>
    `The ${record} ${titled(title)} mentions a ${what} that is no longer in the case.`,
}
