import type { RiskId } from '../../../model/id.ts'
import type { PartialDate } from '../../../model/partial-date.ts'
import { type Indicator, type Risk, type RiskAction, type RiskMove, risk } from '../../../model/risk.ts'
import { movesFrom, needsReason } from '../../register/life.ts'
import { sentence } from '../../sentence.ts'
import { cellsOf, lineFrom, lineOfRisk, type RecordKind, type RiskLine } from './record-kinds.ts'
import type { RecordLine } from './record-lines.ts'
import { besides, difference, differing, faultsOf, type LinkOf, noId, noInstant, wordsOf } from './record-telling.ts'
import type { KnownRegister, Moving, RegisterStep, RiskLink } from './steps.ts'

type Lines = ReadonlyMap<RecordKind, readonly RecordLine[]>

const pairs = (items: readonly string[]): [string, string][] =>
  items.flatMap(item => {
    const [, first, second] = /^(.+) (\S+)$/.exec(item) ?? []
    return first === undefined || second === undefined ? [] : [[first, second]]
  })

/** Finds risks of the case and of the file by id and by ref. */
const finderOf = (lines: Lines, known: KnownRegister) => {
  const byId = new Map<string, Risk>(known.risks.map(one => [one.id, one]))
  const byRef = new Map<string, Risk>(known.risks.map(one => [one.ref, one]))
  const inFile = new Map<string, RiskLink>()
  const idsInFile = new Set<string>()
  for (const { key, cells } of lines.get('risk') ?? []) {
    const [id, ref] = [wordsOf(cells, 'id'), wordsOf(cells, 'ref')]
    const before = id === '' ? byRef.get(ref) : byId.get(id)
    if (id !== '') idsInFile.add(id)
    if (ref !== '' && !inFile.has(ref)) inFile.set(ref, before ? { id: before.id } : { made: key })
  }
  const refIds = new Map<string, string>()
  for (const { cells } of lines.get('risk') ?? []) {
    const [id, ref] = [wordsOf(cells, 'id'), wordsOf(cells, 'ref')]
    if (id !== '' && ref !== '') refIds.set(ref, id)
  }
  const linkOf: LinkOf = ref => {
    const found = byRef.get(ref)
    return inFile.get(ref) ?? (found ? { id: found.id } : undefined)
  }
  /** The id of a risk by ref or id, where the case has it or will. */
  const idOf = (words: string): string | undefined =>
    refIds.get(words) ?? byRef.get(words)?.id ?? (byId.has(words) || idsInFile.has(words) ? words : undefined)
  return { byId, byRef, linkOf, idOf }
}

type Links = Pick<Risk, 'origins' | 'terms' | 'claims' | 'evidence'>

/** The links of a risk that lead somewhere here, and what is said of those that do not. */
const linksOf = (line: RiskLine, known: KnownRegister, idOf: (words: string) => string | undefined) => {
  const terms = pairs(line.terms).filter(([, id]) => known.hasLink('term', id))
  const evidence = pairs(line.evidence).filter(([, id]) => known.hasLink('excerpt', id))
  const claims = line.claims.filter(id => known.hasLink('claim', id))
  const origins = pairs(line.origins).flatMap(([kind, words]) => {
    const origin = idOf(words)
    return origin === undefined ? [] : [{ kind, origin }]
  })
  const lost =
    line.terms.length + line.evidence.length + line.claims.length - terms.length - evidence.length - claims.length
  const noOrigin = line.origins.length - origins.length
  return {
    links: {
      origins,
      terms: terms.map(([effect, term]) => ({ effect, term })),
      claims,
      evidence: evidence.map(([role, excerpt]) => ({ role, excerpt })),
    } as unknown as Links,
    notes: [
      ...(lost > 0 ? [sentence('rules.recordLinksLost', { count: String(lost) })] : []),
      ...(noOrigin > 0 ? [sentence('rules.recordOriginsLost', { count: String(noOrigin) })] : []),
    ],
  }
}

const acceptanceOf = (line: RiskLine): unknown =>
  line.acceptedBy === null
    ? null
    : {
        by: line.acceptedBy,
        at: line.acceptedAt,
        rationale: line.acceptedBecause,
        validUntil: line.acceptedUntil,
      }

const riskFrom = (line: RiskLine, links: Links, moves: readonly RiskMove[]) => {
  const { acceptedBy: _, acceptedAt: __, acceptedBecause: ___, acceptedUntil: ____, ...rest } = line
  return risk.safeParse({ ...rest, ...links, acceptance: acceptanceOf(line), moves, actions: [], indicators: [] })
}

/** The moves of the file by the ref of their risk; what of them cannot be read. */
const movesIn = (lines: Lines, known: ReturnType<typeof finderOf>, refs: ReadonlySet<string>) => {
  const moves = new Map<string, RiskMove[]>()
  const steps: RegisterStep[] = []
  const unreadable = (line: RecordLine, notes: string[]) =>
    void steps.push({
      difference: difference(line, 'move', 'unreadable', { title: wordsOf(line.cells, 'risk'), notes }),
      act: null,
    })
  for (const line of lines.get('move') ?? []) {
    const { line: read, problems } = lineFrom('move', line.cells)
    if (read === null) {
      unreadable(line, faultsOf(problems))
      continue
    }
    const { risk: ref, ...move } = read
    if (!refs.has(ref)) {
      unreadable(line, [sentence('rules.recordNoRisk', { ref })])
      continue
    }
    const link = known.linkOf(ref)
    const before = link && 'id' in link ? known.byId.get(link.id)?.moves.find(({ id }) => id === move.id) : undefined
    if (before === undefined) moves.set(ref, [...(moves.get(ref) ?? []), move])
    else {
      const words = differing(cellsOf('move', { ...before, risk: ref }), cellsOf('move', { ...move, risk: ref }))
      if (words === null) steps.push({ difference: difference(line, 'move', 'same', { title: ref }), act: null })
      else unreadable(line, [sentence('rules.recordKept')])
    }
  }
  return { moves, steps }
}

/** What the life of a risk of the case becomes: by moves of the file, or by one that its status says. */
const lifeOf = (before: Risk, after: Risk, moves: readonly RiskMove[], today: PartialDate) => {
  const { status } = after
  const none = { patch: {} as Partial<Risk>, moving: null as Moving | null, notes: [] as string[] }
  const leads =
    moves.length > 0 &&
    moves.every((move, at) => move.was === (moves[at - 1]?.status ?? before.status)) &&
    moves.at(-1)?.status === status
  if (leads) {
    const { statusReason, acceptance } = after
    return { ...none, patch: { moves: [...before.moves, ...moves], status, statusReason, acceptance } }
  }
  const noMove = sentence('rules.recordNoMove', { from: before.status, to: status })
  if (moves.length > 0) return { ...none, notes: [noMove] }
  if (status === before.status) return { ...none, patch: status === 'accepted' ? { acceptance: after.acceptance } : {} }
  const reason = after.statusReason
  const isAllowed = movesFrom[before.status].includes(status) && (reason !== '' || !needsReason(before.status, status))
  if (!isAllowed || (status === 'accepted' && after.acceptance === null)) return { ...none, notes: [noMove] }
  const acceptance = status === 'accepted' ? after.acceptance : null
  return { ...none, moving: { status, reason, date: acceptance?.at ?? today, acceptance } }
}

const blankRisk = {
  id: noId,
  ref: 'R-00',
  kind: 'threat',
  status: 'open',
  created: noInstant,
  updated: noInstant,
}

const withoutEmpty = (cells: RecordLine['cells']) =>
  Object.fromEntries(Object.entries(cells).filter(([, cell]) => String(cell ?? '') !== ''))

/** The steps of risks with their lives, actions and indicators, and how later rows find their risk. */
export const riskRecordSteps = (lines: Lines, known: KnownRegister): { steps: RegisterStep[]; linkOf: LinkOf } => {
  const find = finderOf(lines, known)
  const refs = new Set((lines.get('risk') ?? []).map(({ cells }) => wordsOf(cells, 'ref')))
  const { moves, steps: moveSteps } = movesIn(lines, find, refs)
  const refOf = (id: RiskId) => find.byId.get(id)?.ref ?? id
  const given = new Set<string>()
  const seen = new Set<string>()
  const steps = (lines.get('risk') ?? []).map((line): RegisterStep => {
    const { cells } = line
    const [id, ref] = [wordsOf(cells, 'id'), wordsOf(cells, 'ref')]
    const before = id === '' ? find.byRef.get(ref) : find.byId.get(id)
    const title = `${ref} ${wordsOf(cells, 'title')}`.trim().slice(0, 2_000)
    const unreadable = (notes: string[]): RegisterStep => ({
      difference: difference(line, 'risk', 'unreadable', { title, notes }),
      act: null,
    })
    const same = before?.id ?? (id || `ref ${ref}`)
    if (ref + id !== '' && seen.has(same)) return unreadable([sentence('rules.recordTwice')])
    seen.add(same)
    const was = before && cellsOf('risk', lineOfRisk(before, refOf))
    const stated = was
      ? besides(id === '' ? withoutEmpty(cells) : cells, was)
      : id === ''
        ? { ...blankRisk, ...withoutEmpty(cells) }
        : cells
    const read = lineFrom('risk', stated)
    if (read.line === null) return unreadable(faultsOf(read.problems))
    const { links, notes } = linksOf(read.line, known, find.idOf)
    const own = moves.get(ref) ?? []
    const { data, error } = riskFrom(read.line, links, own)
    if (data === undefined)
      return unreadable(faultsOf(error.issues.map(({ path }) => ({ column: String(path[0]), cell: '' }))))
    const holder = find.byRef.get(data.ref)
    const isTaken =
      (holder !== undefined && holder.id !== before?.id) || given.has(data.ref) || (!before && known.hadRef(data.ref))
    const more = isTaken && data.ref !== 'R-00' ? [sentence('rules.sheetNewRef', { ref: data.ref })] : []
    given.add(data.ref)
    if (!before) {
      const told = difference(line, 'risk', 'new', {
        title,
        after: [data.category, data.event].filter(Boolean).join('\n'),
      })
      const {
        created: _,
        updated: __,
        id: ___,
        moves: ____,
        status,
        statusReason,
        acceptance,
        ref: own,
        ...fields
      } = data
      if (id !== '')
        return { difference: { ...told, notes: [...more, ...notes] }, act: { do: 'insert risk', risk: data } }
      const first = status === 'draft' ? 'draft' : 'open'
      const moving =
        status === first
          ? null
          : { status, reason: statusReason || wordsOf(cells, 'title'), date: known.today, acceptance }
      return {
        difference: { ...told, notes: [...more, ...notes] },
        act: { do: 'add risk', ref: isTaken || own === 'R-00' ? null : own, fields, status: first, moving },
      }
    }
    const life = lifeOf(before, data, own, known.today)
    const {
      id: _,
      created: __,
      updated: ___,
      ref: newRef,
      status,
      statusReason,
      acceptance,
      moves: ____,
      actions,
      indicators,
      ...fields
    } = data
    const patch = { ...fields, ...(isTaken ? {} : { ref: newRef }), ...life.patch }
    const after = cellsOf(
      'risk',
      lineOfRisk({ ...before, ...patch, status: life.moving?.status ?? patch.status ?? before.status }, refOf),
    )
    const words = differing(was ?? {}, after)
    const all = [...more, ...notes, ...life.notes]
    const moved = life.patch.moves === undefined ? '' : String(own.length)
    if (words === null && moved === '')
      return { difference: difference(line, 'risk', 'same', { title, notes: all }), act: null }
    return {
      difference: difference(line, 'risk', 'changed', { title, before: '', after: '', ...words, notes: all }),
      act: { do: 'change risk', id: before.id, patch, moving: life.moving },
    }
  })
  return { steps: [...steps, ...moveSteps, ...partSteps(lines, find, known)], linkOf: find.linkOf }
}

/** Actions and indicators: each stands for itself in the list of its risk. */
const partSteps = (lines: Lines, find: ReturnType<typeof finderOf>, known: KnownRegister): RegisterStep[] => {
  const taken = new Set<string>(known.risks.flatMap(one => [...one.actions, ...one.indicators].map(({ id }) => id)))
  const of = (kind: 'action' | 'indicator'): RegisterStep[] =>
    (lines.get(kind) ?? []).map((line): RegisterStep => {
      const { cells } = line
      const ref = wordsOf(cells, 'risk')
      const id = wordsOf(cells, 'id')
      const unreadable = (notes: string[]): RegisterStep => ({
        difference: difference(line, kind, 'unreadable', { title: ref, notes }),
        act: null,
      })
      const link = find.linkOf(ref)
      if (link === undefined) return unreadable([sentence('rules.recordNoRisk', { ref })])
      const holder = 'id' in link ? find.byId.get(link.id) : undefined
      const before = (kind === 'action' ? holder?.actions : holder?.indicators)?.find(one => one.id === id)
      const was = before && cellsOf(kind, { ...before, risk: ref } as never)
      const blank = kind === 'action' ? { status: 'planned' } : { direction: 'raises', state: 'not seen' }
      const stated = was
        ? besides(cells, was)
        : { ...blank, changed: noInstant, ...withoutEmpty(cells), id: id || noId }
      const read = lineFrom(kind, stated)
      if (read.line === null) return unreadable(faultsOf(read.problems))
      const { risk: _, ...record } = read.line
      const excerpts = 'excerpts' in record ? record.excerpts.filter(one => known.hasLink('excerpt', one)) : []
      const lost = 'excerpts' in record ? record.excerpts.length - excerpts.length : 0
      const notes = lost > 0 ? [sentence('rules.recordLinksLost', { count: String(lost) })] : []
      const told = { title: ref, after: 'text' in record ? record.text : record.statement, notes }
      const own = id === '' || (before === undefined && taken.has(id)) ? null : record.id
      if (own !== null) taken.add(own)
      const words =
        was &&
        differing(was, cellsOf(kind, { ...record, ...('excerpts' in record ? { excerpts } : {}), risk: ref } as never))
      if (was && words === null) return { difference: difference(line, kind, 'same', told), act: null }
      const shown = difference(line, kind, before ? 'changed' : 'new', { ...told, ...words })
      return {
        difference: shown,
        act:
          kind === 'action'
            ? {
                do: 'put action',
                risk: link,
                action: { ...(record as RiskAction), id: own as RiskAction['id'] | null },
              }
            : {
                do: 'put indicator',
                risk: link,
                indicator: { ...(record as Indicator), excerpts, id: own as Indicator['id'] | null },
              },
      }
    })
  return [...of('action'), ...of('indicator')]
}
