import type { briefingPdfMessages } from '../../messages/briefing-pdf.ts'

/** The words of shared/messages/briefing-pdf.ts in Ukrainian. */
export const briefingPdfUkrainian: Record<keyof typeof briefingPdfMessages, string> = {
  'briefingPdf.evidence': 'evidence.json',
  'briefingPdf.evidenceWords': 'Кожен наведений уривок за номером примітки: його слова, місце, джерело та оцінки.',
  'briefingPdf.matrix':
    '{number, plural, =1 {matrix} one {matrix-#} few {matrix-#} many {matrix-#} other {matrix-#}}.csv',
  'briefingPdf.matrixWords':
    'Те, що показує матриця цього документа, умова за умовою: кожна клітинка повністю та оцінена позиція.',
  'briefingPdf.register': 'register.csv',
  'briefingPdf.registerWords':
    'Те, що цей документ показує з реєстру ризиків: рядок на кожен ризик, оцінку, зрушення та ознаку.',
  'briefingPdf.degradedRunning': 'Цей рушій (Chromium {chromium}) не вказує розділ у верхній частині кожної сторінки.',
}
