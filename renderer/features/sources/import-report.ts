import { type ImportedFile, importOutcome } from '../../../shared/contract/imports.ts'
import type { SourceRow } from '../../../shared/contract/sources.ts'
import { endingOf } from '../../../shared/rules/file-kinds.ts'
import { quotedWords } from '../../../shared/rules/sentence.ts'
import { call } from '../../api.ts'
import { notify } from '../../notices.ts'
import { titleOf } from '../../parts/names.ts'
import { say } from '../../say.ts'
import type { ImportItem } from './import-queue.ts'

/** Kinds that are named one by one before the rest is summed up. */
const mostKinds = 5

/** What was left out, counted by kind, the most frequent first. */
export const leftOutWords = (items: readonly ImportItem[]): string => {
  const counts = new Map<string, number>()
  const add = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1)
  for (const { name, message } of items) {
    const isHidden = message === say('imports.hidden')
    add(isHidden ? 'hidden' : endingOf(name) && `.${endingOf(name)}`)
  }
  const sorted = [...counts].sort(([, one], [, other]) => other - one)
  const rest = sorted.slice(mostKinds).reduce((sum, [, count]) => sum + count, 0)
  const words = sorted.slice(0, mostKinds).map(([kind, count]) => {
    if (kind === 'hidden') return say('imports.kindHidden', { count })
    return kind === '' ? say('imports.kindNone', { count }) : say('imports.kindEnding', { count, ending: kind })
  })
  if (rest > 0) words.push(say('imports.kindOther', { count: rest }))
  return say('imports.leftOut', { count: items.length, kinds: words.join(', ') })
}

/** The lines of the report: what is shown, with every file that came in another after it. */
const reportOf = (items: readonly ImportItem[], sources: ReadonlyMap<string, SourceRow>): ImportedFile[] => {
  const within: string[] = []
  return items.map(({ name, depth, state, message, source, resembles }) => {
    within.length = depth
    const parent = within.at(-1) ?? ''
    within.push(name)
    const row = source === null ? undefined : sources.get(source)
    return {
      file: name,
      within: parent,
      outcome: importOutcome.safeParse(state).data ?? 'cancelled',
      message,
      source: row ? titleOf(row) : '',
      resembles: resembles.map(({ title, reason }) => `${quotedWords(title)}: ${reason}`),
    }
  })
}

/** Saves what became of each file where the analyst chooses, and says where that is. */
export const saveReport = async (
  form: 'csv' | 'txt',
  items: readonly ImportItem[],
  sources: ReadonlyMap<string, SourceRow>,
): Promise<void> => {
  const saved = await call('imports.saveReport', { form, files: reportOf(items, sources) })
  if (!saved.ok) notify({ tone: 'problem', text: saved.message })
  else if (saved.value.path !== null) notify({ tone: 'plain', text: say('imports.saved', { path: saved.value.path }) })
}
