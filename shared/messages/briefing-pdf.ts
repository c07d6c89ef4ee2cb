/** What a printed briefing says of itself and of the files within it. */
export const briefingPdfMessages = {
  'briefingPdf.evidence': 'evidence.json',
  'briefingPdf.evidenceWords':
    'Every passage that is cited, by the number of its note: its words, where they stand, its source and grades.',
  'briefingPdf.matrix': '{number, plural, one {matrix} other {matrix-#}}.csv',
  'briefingPdf.matrixWords':
    'What a matrix of this document shows, term by term: each cell in full and the assessed position.',
  'briefingPdf.register': 'register.csv',
  'briefingPdf.registerWords':
    'What this document shows of the risk register, a row for each risk, score, move and sign.',
  'briefingPdf.degradedRunning':
    'This engine (Chromium {chromium}) does not name the section at the head of each page.',
}
