import type { ReferencesResult } from '../../shared/contract/library.ts'
import { logged, type Writing } from '../operation.ts'
import { addReference, complete, knownSources } from '../records/references.ts'
import { say } from '../say.ts'

export const importReferences: Writing<'sources.importReferences'> = (db, { fileName, references }) => {
  const sources = knownSources(db)
  const [created, completed, known]: [
    ReferencesResult['created'],
    ReferencesResult['completed'],
    ReferencesResult['known'],
  ] = [[], [], []]
  for (const reference of references) {
    const twin = sources.find(reference.bibliography)
    if (twin === null) {
      const id = addReference(db, fileName, reference)
      sources.add(id, reference.bibliography)
      created.push(id)
    } else if (complete(db, twin, reference)) completed.push(twin)
    else known.push(twin)
  }
  const counts = { fileName, created: created.length, completed: completed.length, known: known.length }
  return logged(say('log.referencesImported', counts), {
    created,
    completed,
    known,
    message: say('import.references', counts),
  })
}
