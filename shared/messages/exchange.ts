/** Words of the exchange with spreadsheets: terms and matrices that are read in. ICU MessageFormat. */
export const exchangeMessages = {
  'exchange.notASpreadsheet':
    '{file} is not a spreadsheet that can be read. Save it as XLSX or CSV and choose it again.',
}
