/** Words of the starter catalogue and of the list of terms. ICU MessageFormat. */
export const catalogueMessages = {
  'catalogue.copyOf': '{name} (copy)',
}
