import { useMemo } from 'react'
import type { MapPlace, MappedRisk } from '../../../../shared/contract/risks.ts'
import type { Scales } from '../../../../shared/model/criteria.ts'
import { cellsOf } from '../../../../shared/rules/register/drawing/cells.ts'
import { nameOf } from '../../../../shared/rules/vocabulary.ts'
import { say } from '../../../say.ts'
import './twin.css'

/** Lines of the list: the register itself has them all, and draws only those in sight. */
const mostRisks = 100
const mostRefs = 12

/** The map as two tables: what stands in each cell, and where each risk stands, came from and is meant to go. */
export const MapTwin = ({ risks, scales }: { risks: readonly MappedRisk[]; scales: Scales }) => {
  const cells = useMemo(() => cellsOf(scales, risks), [scales, risks])
  const at = (place: MapPlace | null) =>
    place === null
      ? '–'
      : say('heatMap.at', {
          likelihood: scales.likelihoods[place.likelihood]?.word ?? '',
          impact: scales.impacts[place.impact]?.word ?? '',
        })
  if (risks.length === 0) return <p className="heat-twin muted">{say('heatMap.empty')}</p>
  return (
    // It can be focused, so that keys can scroll it.
    <section className="heat-twin" tabIndex={0} aria-label={say('heatMap.inWords')}>
      <table>
        <caption>{say('heatMap.wordsCells')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('heatMap.likelihoodAxis')}</th>
            {scales.impacts.map(({ word }) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.toReversed().map((row, index) => {
            const band = scales.likelihoods[scales.likelihoods.length - 1 - index]
            return (
              <tr key={band?.word}>
                <th scope="row">
                  {band?.word}{' '}
                  <span className="muted nowrap">{say('heatMap.range', { low: band?.low, high: band?.high })}</span>
                </th>
                {row.map(({ place, level, risks: here }) => (
                  <td key={place.impact}>
                    <b>{level}</b>
                    {here.length === 0 ? null : ` ${here.length}`}
                    <span className="refs">
                      {here.slice(0, mostRefs).map(({ id, ref }) => (
                        <span key={id}>{ref} </span>
                      ))}
                      {here.length > mostRefs ? ` ${say('heatMap.movedMore', { count: here.length - mostRefs })}` : ''}
                    </span>
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      <table>
        <caption>{say('heatMap.wordsRisks')}</caption>
        <thead>
          <tr>
            {(['risk', 'level', 'likelihoodAxis', 'impactAxis', 'inherent', 'target', 'marks'] as const).map(head => (
              <th key={head} scope="col">
                {say(`heatMap.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {risks.slice(0, mostRisks).map(risk => (
            <tr key={risk.id}>
              <th scope="row">
                <span className="muted">{risk.ref}</span> {risk.title}
              </th>
              <td>
                <b>{risk.level}</b>
              </td>
              <td>
                {scales.likelihoods[risk.place.likelihood]?.word}{' '}
                <span className="muted nowrap">
                  {say('heatMap.range', { low: risk.likelihoodLow, high: risk.likelihoodHigh })}
                </span>
              </td>
              <td>{scales.impacts[risk.place.impact]?.word}</td>
              <td>{at(risk.inherent)}</td>
              <td>{at(risk.target)}</td>
              <td>{alsoOf(risk)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {risks.length > mostRisks ? (
        <p className="muted">{say('heatMap.wordsMore', { count: risks.length - mostRisks })}</p>
      ) : null}
    </section>
  )
}

const alsoOf = ({ kind, status, isForeign }: MappedRisk): string =>
  [
    nameOf('status', status),
    ...(kind === 'opportunity' ? [say('heatMap.legendOpportunity')] : []),
    ...(isForeign ? [say('heatMap.legendForeign')] : []),
  ].join(', ')
