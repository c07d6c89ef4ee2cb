/** Words about the texts of a source: newer copies, corrections, earlier texts, and what becomes of its excerpts. ICU MessageFormat. */
export const versionsMessages = {
  'versions.logCopy': 'Newer copy of “{title}” added',
  'versions.logJoined': '“{title}” taken as a newer copy of “{into}”',
  'versions.logCorrected': 'Text of “{title}” corrected',
  'versions.logRestored': 'Text {number, number} of “{title}” restored',
  'versions.logPlaced': 'Excerpt of “{title}” put on its passage',
  'versions.carried':
    '“{title}” has a newer text. {count, plural, =0 {It has no excerpts.} one {Of # excerpt} other {Of # excerpts}}{count, plural, =0 {} other {, {sure, number} {sure, plural, one {stands} other {stand}} on {sure, plural, one {its} other {their}} words{unsure, plural, =0 {} one { and # needs a look} other { and # need a look}}.}}',
  'versions.sameFile':
    '{fileName} is the file of text {number, number} of this source, byte for byte. Restore that text instead.',
  'versions.sameText': '{fileName} has the very words of the newest text of “{title}”. There is nothing to carry over.',
  'versions.onlyPictures':
    '{fileName} has only pictures of its pages, so no excerpt of “{title}” could be found in it. Keep it as a source of its own, or have its words recognised (OCR) and bring in the result.',
  'versions.otherSource':
    '{fileName} is already in the case as “{title}”. If that is a newer copy of this source, join the two from there.',
  'versions.itself': 'A source cannot be a newer copy of itself.',
  'versions.hasWork':
    '“{title}” has {excerpts, plural, =0 {no excerpts} one {# excerpt} other {# excerpts}} and {claims, plural, =0 {no claims} one {# claim} other {# claims}} of its own. Move that work to the other source before the two become one.',
  'versions.staleText': 'The text of “{title}” has a newer version. Make the correction there.',
  'versions.badEdits': 'The corrections overlap or lie outside the text of “{title}”. Select the words again.',
  'versions.noChange': 'The words are the same as before. Nothing was corrected.',
  'versions.allGone': 'A correction cannot take away every word of “{title}”.',
  'versions.isNewest': 'This is the newest text of “{title}” already.',
}
