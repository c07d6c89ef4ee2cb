import { useMemo } from 'react'
import { flushSync } from 'react-dom'
import { createRoot, type Root } from 'react-dom/client'
import type { RegisterRow, RiskMap } from '../../../shared/contract/risks.ts'
import { contend, found } from './contender.ts'
import './workbench.ts'

const box = { height: 480, width: 800, overflow: 'auto' } as const

type Shown = { sort: number; words: string; statuses: readonly string[]; grouped: boolean }

const columns: readonly [string, (row: RegisterRow) => string | number][] = [
  ['Ref', ({ ref }) => ref],
  ['Title', ({ title }) => title],
  ['Level', ({ current, inherent }) => (current ?? inherent)?.level ?? ''],
  ['Range', ({ current, inherent }) => (current ?? inherent)?.likelihoodHigh ?? 0],
  ['Strength', ({ current, inherent }) => (current ?? inherent)?.strength ?? ''],
  ['Trend', ({ trend }) => trend],
  ['Status', ({ status }) => status],
]

/** All rows at once, in an order and of a choice that are made anew whenever it is drawn. */
const Table = ({ rows, shown: { sort, words, statuses, grouped } }: { rows: readonly RegisterRow[]; shown: Shown }) => {
  const listed = useMemo(() => {
    const key = columns[sort]?.[1]
    const chosen = rows.filter(
      row =>
        row.status !== 'archived' &&
        (statuses.length === 0 || statuses.includes(row.status)) &&
        `${row.ref} ${row.title} ${row.category} ${row.owner}`.toLowerCase().includes(words),
    )
    if (key) chosen.sort((left, right) => String(key(left)).localeCompare(String(key(right))))
    return grouped ? chosen.toSorted((left, right) => left.category.localeCompare(right.category)) : chosen
  }, [rows, sort, words, statuses, grouped])
  return (
    <div className="table-scroller" style={box}>
      <table>
        <thead>
          <tr>
            {columns.map(([name]) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {listed.map(row => (
            <tr key={row.id}>
              {columns.map(([name, say]) => (
                <td key={name}>{say(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Every risk in its cell by its ref. */
const Grid = ({ map }: { map: RiskMap }) => (
  <table className="plain-map">
    <tbody>
      {map.criteria.likelihoods.map(({ word }, likelihood) => (
        <tr key={word}>
          {map.criteria.impacts.map((impact, at) => (
            <td key={impact.word}>
              {map.risks
                .filter(({ place }) => place.likelihood === likelihood && place.impact === at)
                .map(risk => (
                  <span key={risk.id}>{risk.ref} </span>
                ))}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

const ask = async (name: string, input: unknown) => JSON.parse(await window.workbench.call(name, input)).value

contend('React table', () => {
  let root: Root
  let shown: Shown = { sort: -1, words: '', statuses: [], grouped: false }
  let [rows, map, days]: [RegisterRow[], RiskMap | null, string[]] = [[], null, []]
  let stop = 0
  const draw = () =>
    flushSync(() =>
      root.render(
        <>
          <Table rows={rows} shown={shown} />
          {map === null ? null : <Grid map={map} />}
        </>,
      ),
    )
  const change = (patch: Partial<Shown>) => {
    shown = { ...shown, ...patch }
    draw()
  }
  const step = async (to: number) => {
    stop = to
    map = await ask('risks.map', { asOf: to >= days.length ? null : { dated: days[to] } })
    draw()
  }
  return {
    open: host => {
      root = createRoot(host)
      void (async () => {
        ;[rows, map, days] = await Promise.all([
          ask('risks.register', {}),
          ask('risks.map', { asOf: null }),
          ask('risks.days', { clock: 'dated' }),
        ])
        stop = days.length
        draw()
      })()
    },
    sort: column => change({ sort: column }),
    type: words => change({ words }),
    toggleStatus: status => {
      const others = shown.statuses.filter(one => one !== status)
      change({ statuses: others.length < shown.statuses.length ? others : [...others, status] })
    },
    group: by => change({ grouped: by !== 'nothing' }),
    earlier: () => void step(stop - 1),
    now: () => void step(days.length),
    edit: title =>
      void (async () => {
        await ask('risks.update', { id: rows.find(({ status }) => status !== 'archived')?.id, patch: { title } })
        ;[rows, map] = await Promise.all([ask('risks.register', {}), ask('risks.map', { asOf: null })])
        draw()
      })(),
    refs: host => [...host.querySelectorAll('tbody tr td:first-child')].map(cell => cell.textContent ?? ''),
    map: host => found(host, '.plain-map').textContent ?? '',
    scroller: host => found(host, '.table-scroller'),
  }
})
