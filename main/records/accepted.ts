import { type BibliographicField, bibliographicField, type Source } from '../../shared/model/source.ts'

/** The fields accepted of a source with further ones, in the order of the model. */
export const acceptedWith = (
  { accepted }: Pick<Source, 'accepted'>,
  fields: readonly BibliographicField[],
): BibliographicField[] =>
  bibliographicField.options.filter(field => accepted.includes(field) || fields.includes(field))
