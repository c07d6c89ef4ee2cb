/** Words of selecting by key, of the caret and of the ends of an excerpt; with what is said of them aloud. ICU MessageFormat. */
export const handsMessages = {
  'hands.selecting': 'Selecting words',
  'hands.caretGroup': 'The caret in the text',
  'hands.caretSelecting': 'Selecting with the caret',
  'hands.next':
    '{direction, select, on {Next} other {Previous}} {by, select, word {word} sentence {sentence} other {paragraph}}',
  'hands.edge':
    '{edge, select, start {Start} other {End}} of the selection: a {by, select, character {character} word {word} sentence {sentence} other {paragraph}} {direction, select, on {on} other {back}}',
  'hands.widen': 'Widen the selection: word, sentence, paragraph',
  'hands.narrow': 'Narrow the selection again',
  'hands.toWords': 'Snap the selection to whole words',
  'hands.caret': '{has, select, true {Take the caret out of the text} other {Put a caret in the text}}',
  'hands.caretHere': 'Caret in the text. Arrows move it, with Shift they select.',
  'hands.caretGone': 'No caret in the text.',
  'hands.step':
    '{by, select, character {A character} word {A word} sentence {A sentence} line {A line} paragraph {A paragraph} cell {A cell} window {A window} page {A page of the document} lineEdge {To the {direction, select, on {end} other {start}} of the line} other {To the {direction, select, on {end} other {start}} of the text}}{by, select, lineEdge {} text {} other { {direction, select, on {on} other {back}}}}',
  'hands.stepSelecting':
    'Select: {by, select, character {a character} word {a word} sentence {a sentence} line {a line} paragraph {a paragraph} cell {a cell} window {a window} page {a page of the document} lineEdge {to the {direction, select, on {end} other {start}} of the line} other {to the {direction, select, on {end} other {start}} of the text}}{by, select, lineEdge {} text {} other { {direction, select, on {on} other {back}}}}',
  'hands.selected': 'Selected {count, plural, one {# word} other {# words}}: {words}',
  'hands.selectedMany': 'Selected: {words}',
  'hands.longWords': '{first} … {last}',
  'hands.blank': 'blank',
  'hands.textEnd': 'End of the text.',
  'hands.textStart': 'Start of the text.',
  'hands.adjust': 'Adjust the ends of the highlight',
  'hands.adjusting':
    'Adjusting the ends: any key that selects moves them, Enter keeps them, Escape leaves them. {words}',
  'hands.keep': 'Keep these ends',
  'hands.leave': 'Leave them as they were',
  'hands.bar': 'The ends of the highlight',
  'hands.kept': 'The highlight now reads: {words}',
  'hands.left': 'The ends are as they were.',
  'hands.startHandle': 'Start of the highlight',
  'hands.endHandle': 'End of the highlight',
  'hands.highlighted': 'Highlighted in {colour}: {words}',
  'hands.recoloured': 'Now in {colour}: {words}',
  'hands.done':
    '{act, select, claim {Claim saved} risk {Cited for the risk} indicator {Marked for the indicator} note {Cited in the note} tag {Tagged} relate {Related} other {Done}}: {words}',
  'hands.chosen': '{name}. {words}',
  'hands.removed': 'The highlight was removed.',
  'hands.undone': 'Undone: {label}.',
  'hands.redone': 'Done again: {label}.',
}
