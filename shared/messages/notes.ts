/** Words of the notes. ICU MessageFormat. */
export const notesMessages = {
  'notes.list': 'Notes',
  'notes.new': 'New note',
  'notes.none': 'No note yet. A note keeps your reasoning, with the passages it rests on.',
  'notes.choose': 'Choose a note, or write a new one.',
  'notes.copyOf': 'Copy of {title}',
  'notes.lostMention': '[no longer in the case]',
  'notes.untitled': 'Untitled note',
  'notes.title': 'Title',
  'notes.remove': 'Remove the note',
  'notes.text': 'Text of the note',
  'notes.filter': 'Find a note',
  'notes.noneFits': 'No note says this.',
  'notes.cites': '{count, plural, =0 {cites nothing} one {cites # excerpt} other {cites # excerpts}}',
  'notes.words': '{count, plural, one {# word} other {# words}}',
  'notes.cited': 'Cited here',
}
