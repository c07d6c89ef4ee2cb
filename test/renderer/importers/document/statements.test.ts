import { expect, test } from 'vitest'
import { statedAuthors, statedDate, statedWords } from '../../../../renderer/importers/document/statements.ts'
import { statement } from '../../../../shared/model/source.ts'

test('a statement whose mark or words are of any length is one that the case takes', () => {
  const long = 'A name without end, '.repeat(1_000)
  const mark = { origin: 'reference', mark: long } as const
  const stated = [
    ...statedWords('title', long, mark),
    ...statedAuthors([long, long], mark),
    ...statedDate('published', '14 March 2025', mark),
  ]
  expect(stated).toHaveLength(3)
  for (const one of stated) expect(statement.safeParse(one).success).toBe(true)
})
