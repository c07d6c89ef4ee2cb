/** Words of the live blocks of the printed briefing, their captions, and what points at them. ICU MessageFormat. */
export const briefingBlocksMessages = {
  'briefing.section': 'Section {number}',
  'briefing.inSection': '“{heading}”',
  'briefing.table': 'Table {number}',
  'briefing.figure': 'Figure {number}',
  'briefing.part': 'part {part} of {parts}',
  'briefing.missingSection': '[part no longer in this briefing]',

  'briefing.caption.matrix':
    '{axis, select, parties {Terms by party} dates {Terms by the date of what is claimed} other {Terms by source}}{scope}{date}',
  'briefing.caption.register':
    '{most, plural, =0 {Risks, the most serious first} one {The most serious risk} other {The # most serious risks}}{scope}',
  'briefing.caption.timeline': 'What happened when, as the sources date it{scope}{span}',
  'briefing.caption.span': '{ends, select, from {, from {first} on} to {, up to {last}} other {, {first} to {last}}}',
  'briefing.caption.heatMap': 'Risks by likelihood and impact{scope}',
  'briefing.caption.indicators': 'Indicators and what is seen of them{scope}',
  'briefing.caption.gaps': 'Terms that lack an answer, a second origin or a reading{scope}',

  'briefing.none.matrix':
    '{count, plural, =0 {Nothing is on record in the matrix yet.} other {Nothing is on record in the matrix under {names}.}}',
  'briefing.none.register':
    '{count, plural, =0 {No risk is on the register yet.} other {No risk on the register is of {names}.}}',
  'briefing.none.heat map':
    '{count, plural, =0 {No risk is on the register yet.} other {No risk on the register is of {names}.}}',
  'briefing.none.scored': 'No risk shown here has been scored yet.',
  'briefing.none.timeline':
    '{count, plural, =0 {Nothing on record has a date in this time.} other {Nothing on record under {names} has a date in this time.}}',
  'briefing.none.indicators':
    '{count, plural, =0 {No indicator in this state is being watched.} other {No indicator in this state is being watched for risks of {names}.}}',
  'briefing.none.gaps': '{count, plural, =0 {The case has no terms yet.} other {The case has no terms of {names}.}}',
  'briefing.none.judgements': 'No key judgement has been written yet.',
  'briefing.none.since': 'No version has been issued yet and no day is named, so there is nothing to compare with.',
  'briefing.none.version': 'No version has been issued yet: all of it is new.',

  'briefing.timeline.date': 'Date',
  'briefing.timeline.what': 'What is on record',
  'briefing.timeline.sources': 'Sources',
  'briefing.timeline.published': 'Published:',

  'briefing.indicator.state': 'State',
  'briefing.indicator.indicator': 'Indicator',
  'briefing.indicator.risk': 'Risk',
  'briefing.indicator.direction': 'If seen',
  'briefing.direction': '{direction, select, lowers {risk falls} other {risk rises}}',
  'briefing.since': 'since {date}',

  'briefing.movedSinceDay': '{date}',
  'briefing.movedSinceVersion': 'version {number} of {date}',
  'briefing.moved':
    '{count, plural, =0 {No risk stands otherwise than at {since}.} one {One risk stands otherwise than at {since}.} other {# risks stand otherwise than at {since}.}}',

  'briefing.changedSince':
    '{count, plural, =0 {Nothing has changed since version {number} of {date}.} one {One thing has changed since version {number} of {date}.} other {# things have changed since version {number} of {date}.}}',
  'briefing.changed.judgement': 'Judgement',
  'briefing.changed.section': 'Section',
  'briefing.changed.position': 'Assessed position',
  'briefing.changed.risk': 'Risk',
  'briefing.changed.source': 'Source',
  'briefing.change.new': 'New.',
  'briefing.change.changed': 'Changed.',
  'briefing.change.gone': 'Gone.',
  'briefing.before': 'Before',
  'briefing.after': 'Now',
  'briefing.alternative': 'Alternative considered.',

  'briefing.distribution': 'Distribution',
  'briefing.version': 'Version',
  'briefing.versionWords':
    '{state, select, issued {Version {number}, {date}} other {Draft of version {number}, {date}, not issued}}{before, plural, =0 {} other {; {state, select, issued {replaces} other {would replace}} version # of {beforeDate}}}',
  'briefing.portions':
    '{count, plural, one {Parts of it are marked {markings}; each says so before its words.} other {Parts of it are marked {markings}; each says so before its words.}}',
  'briefing.noParty': 'No party',
}
