import type { CheckFinding } from '../../shared/contract/case-wide.ts'
import type { Anchor } from '../../shared/model/anchor.ts'
import type { TextVersion } from '../../shared/model/text-version.ts'
import { say } from '../say.ts'
import type { Database } from '../store/case-file.ts'
import { measureFile, sha256 } from './files.ts'
import { faultOf } from './source-text.ts'
import { textVersions } from './tables.ts'

type Place = Pick<Anchor, 'start' | 'end' | 'exact' | 'state'> & { excerpt: string }

const corrupt = (record: string, id: string, sentence: string): CheckFinding => ({
  severity: 'corrupt',
  record,
  id,
  sentence,
})

/** A moved anchor stands on its words as well as an exact one: both must be where they say. */
const anchorFindings = (db: Database, version: TextVersion, title: string, isCurrent: boolean): CheckFinding[] =>
  db
    .all<Place>('select excerpt, start, "end", exact, state from anchor where textVersion = ? order by start', [
      version.id,
    ])
    .flatMap(({ excerpt, start, end, exact, state }) => {
      const stands = version.text.slice(start, end) === exact
      if ((state === 'exact' || state === 'moved') && !stands)
        return [corrupt('excerpt', excerpt, say('check.misplaced', { quote: exact, title }))]
      if (!isCurrent || state === 'exact' || state === 'moved') return []
      return [
        {
          severity: 'warning' as const,
          record: 'excerpt',
          id: excerpt,
          sentence: say('check.drifted', { quote: exact, title, state }),
        },
      ]
    })

/** A piece that cannot be unpacked is a file that changed. */
const measured = (db: Database, fingerprint: string) => {
  try {
    return measureFile(db, fingerprint)
  } catch {
    return { length: -1, sha256: '' }
  }
}

const versionFindings = (db: Database, version: TextVersion, title: string): CheckFinding[] => {
  const { id, text, blocks, pages, textSha256, fileName, fileSha256, fileBytes } = version
  const findings: CheckFinding[] = []
  if (sha256(text) !== textSha256)
    findings.push(corrupt('textVersion', id, say('check.textChanged', { title, version: version.number })))
  const fault = faultOf(text, blocks, pages)
  if (fault) findings.push(corrupt('textVersion', id, say('check.unfitText', { title, fault })))
  const file = measured(db, fileSha256)
  if (!file) findings.push(corrupt('textVersion', id, say('check.fileMissing', { fileName })))
  else if (file.length !== fileBytes || file.sha256 !== fileSha256)
    findings.push(corrupt('textVersion', id, say('check.fileChanged', { fileName })))
  return findings
}

/** Texts, files and places of one source that are not what they say they are. */
export const textFindings = (db: Database, source: string): CheckFinding[] => {
  const { title, newest } = db.get<{ title: string; newest: number | null }>(
    'select title, (select max(number) from textVersion where source = s.id) as newest from source as s where id = ?',
    [source],
  ) ?? { title: '', newest: null }
  const unplaced = db.all<{ id: string }>(
    `select id from excerpt where source = ?1 and id not in (select excerpt from anchor where textVersion in
       (select id from textVersion where source = ?1 and number = ?2))`,
    [source, newest],
  )
  return [
    ...(newest === null ? [corrupt('source', source, say('check.noText', { title }))] : []),
    ...textVersions
      .all(db, 'source = ?', [source])
      .flatMap(version => [
        ...versionFindings(db, version, title),
        ...anchorFindings(db, version, title, version.number === newest),
      ]),
    ...unplaced.map(({ id }) => corrupt('excerpt', id, say('check.noPlace', { title }))),
  ]
}
