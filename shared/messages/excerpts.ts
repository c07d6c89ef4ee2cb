/** Words of the screen “Excerpts” and of the exports of excerpts. ICU MessageFormat. */
export const excerptsMessages = {
  'excerpts.csv.quote': 'Quote',
  'excerpts.csv.source': 'Source',
  'excerpts.csv.published': 'Published',
  'excerpts.csv.page': 'Page',
  'excerpts.csv.tags': 'Tags',
  'excerpts.csv.claims': 'Claims',
  'excerpts.csv.risks': 'Risks',
  'excerpts.csv.notes': 'Notes',
  'excerpts.csv.relations': 'Relations',
  'excerpts.csv.comment': 'Comment',
  'excerpts.csv.credibility': 'Credibility',
  'excerpts.csv.state': 'State',
  'excerpts.csv.colour': 'Colour',
  'excerpts.csv.author': 'Author',
  'excerpts.csv.created': 'Created',
  'excerpts.csv.updated': 'Changed',
  'excerpts.csv.start': 'Start',
  'excerpts.csv.end': 'End',
  'excerpts.csv.id': 'Id',
  'excerpts.relationTo':
    '{kind, select, supports {supports} contradicts {contradicts} explains {explains} other {relays}} “{quote}”',
  'excerpts.relationFrom':
    '{kind, select, supports {supported by} contradicts {contradicted by} explains {explained by} other {relayed by}} “{quote}”',
} as const
