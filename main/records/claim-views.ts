import type { ClaimView } from '../../shared/contract/matrix.ts'
import type { Claim } from '../../shared/model/claim.ts'
import { claimWords } from '../../shared/rules/words.ts'
import type { Database } from '../store/case-file.ts'
import { readExcerpts } from './excerpts.ts'
import { byId } from './groups.ts'
import { claims, lineages, parties, sources, terms } from './tables.ts'

/** The claims that `where` selects (SQL over the columns of `claim`), each with its words, its source and its quotes. */
export const readClaimViews = (db: Database, where = 'true', values: string[] = []): ClaimView[] => {
  const found = claims.all(db, where, values)
  if (found.length === 0) return []
  const termOf = byId(terms.all(db))
  const sourceOf = byId(sources.all(db))
  const partyOf = byId(parties.all(db))
  const lineageOf = byId(lineages.all(db))
  const excerpts = byId(
    readExcerpts(
      db,
      `id in (select excerpt from claimEvidence where claim in (select id from claim where ${where}))`,
      values,
    ),
  )
  const quotesOf = (claim: Claim): ClaimView['quotes'] =>
    claim.evidence.flatMap(({ excerpt, role }) => {
      const cited = excerpts.get(excerpt)
      if (!cited) return []
      const { exact, prefix, suffix } = cited.anchor
      return [{ excerpt, source: cited.source, exact, prefix, suffix, role }]
    })
  return found.map(claim => {
    const term = termOf.get(claim.term)
    const source = sourceOf.get(claim.source)
    const lineage = claim.lineage ?? source?.lineage
    return {
      ...claim,
      words: claimWords(claim),
      termRef: term?.ref ?? '',
      termName: term?.name ?? '',
      sourceTitle: source?.title ?? '',
      sourceDate: source?.published ?? null,
      sourceReliability: source?.reliability ?? 'F',
      partyName: (claim.party && partyOf.get(claim.party)?.name) || '',
      lineageName: (lineage && lineageOf.get(lineage)?.name) || '',
      quotes: quotesOf(claim),
    }
  })
}
