/** What a printed briefing says of itself and of the files within it. */
export const briefingPdfMessages = {
  'briefingPdf.evidence': 'evidence.json',
  'briefingPdf.evidenceWords':
    'Every passage that is cited, by the number of its note: its words, where they stand, its source and grades.',
  'briefingPdf.matrix': 'matrix.csv',
  'briefingPdf.matrixWords':
    'The matrix of the whole case, term by term: what each source says and the assessed position.',
  'briefingPdf.register': 'register.csv',
  'briefingPdf.registerWords': 'The risk register of the whole case with every scoring.',
  'briefingPdf.degradedRunning':
    'This engine (Chromium {chromium}) does not name the section at the head of each page.',
}
