import { useState } from 'react'
import type { Criteria, Scales } from '../../../../shared/model/criteria.ts'
import { presets } from '../../../../shared/rules/register/presets.ts'
import { useRead } from '../../../query.ts'
import { day, say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { SelectField } from '../../../ui/Field.tsx'
import { Differences } from './Differences.tsx'
import type { CriteriaHands } from './use-criteria.ts'

type VersionsProps = { hands: CriteriaHands; versions: readonly Criteria[]; onTake: (scales: Scales) => void }

/** Every version that was ever in force, the newest first, with how many assessments each holds. */
export const Versions = ({ hands, versions, onTake }: VersionsProps) => {
  const uses = useRead('criteria.uses', {}).value ?? []
  const { inForce } = hands
  return (
    <section className="criteria-side" aria-labelledby="criteria-versions">
      <h2 id="criteria-versions">{say('criteria.versions')}</h2>
      <ol className="criteria-versions">
        {versions.toReversed().map(version => (
          <li key={version.id}>
            <span>
              {version.name}{' '}
              {version.id === inForce.id ? <span className="badge accent">{say('criteria.inForce')}</span> : null}
            </span>
            <span className="small muted">
              {say('criteria.versionOf', {
                day: day(version.created),
                count: uses.find(({ id }) => id === version.id)?.assessments ?? 0,
              })}
            </span>
            {version.id === inForce.id ? null : (
              <Button
                writes
                look="quiet"
                label={say('criteria.take')}
                title={say('criteria.takeVersion', { name: version.name, day: day(version.created) })}
                aria-label={say('criteria.takeVersion', { name: version.name, day: day(version.created) })}
                onClick={() => onTake(version)}
              />
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What is in the editor beside another set: the one in force, an older version, a preset. */
export const Compare = ({ hands, versions }: Omit<VersionsProps, 'onTake'>) => {
  const { inForce, scales } = hands
  const [other, setOther] = useState<string>(inForce.id)
  const others = [
    ...versions.toReversed().map(version => ({
      value: version.id as string,
      label:
        version.id === inForce.id
          ? say('criteria.theInForce')
          : say('criteria.ofDay', { name: version.name, day: day(version.created) }),
      scales: version as Scales,
    })),
    ...presets.map(({ id, scales: own }) => ({
      value: id as string,
      label: say('criteria.presetOf', { name: own.name }),
      scales: own,
    })),
  ]
  const chosen = others.find(({ value }) => value === other) ?? others[0]
  return (
    <section className="criteria-side" aria-labelledby="criteria-compare">
      <h2 id="criteria-compare">{say('criteria.compare')}</h2>
      <SelectField
        label={say('criteria.compareWith')}
        value={chosen?.value ?? ''}
        choices={others.map(({ value, label }) => ({ value, label }))}
        onChoose={setOther}
      />
      {chosen === undefined ? null : <Differences from={chosen.scales} to={scales} />}
    </section>
  )
}
