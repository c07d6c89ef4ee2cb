import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import type { MarkingLevel, MarkingScheme } from '../../shared/model/marking.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { SelectField, TextField } from '../ui/Field.tsx'
import './scheme-field.css'

/** As it is typed: levels may still be without a name. */
export type SchemeDraft = MarkingScheme

/** The most levels of a scheme (shared/model/marking.ts). */
const most = 20

/** What an own scheme begins as: something to write over. */
const firstDraft = (): SchemeDraft => ({
  name: '',
  levels: [
    { name: say('shell.schemeOpen'), handling: say('shell.schemeOpenHandling') },
    { name: say('shell.schemeInternal'), handling: say('shell.schemeInternalHandling') },
  ],
})

/** Why a scheme cannot be kept, in a sentence; null where it can. */
export const schemeFault = (scheme: SchemeDraft | null): string | null => {
  if (scheme === null) return null
  const names = scheme.levels.map(({ name }) => name.trim())
  if (scheme.name.trim() === '' || names.includes('')) return say('shell.schemeUnnamed')
  return new Set(names).size < names.length ? say('shell.schemeTwice') : null
}

/** As it is kept: without white space around. */
export const schemeOf = (draft: SchemeDraft | null): MarkingScheme | null =>
  draft && {
    name: draft.name.trim(),
    levels: draft.levels.map(({ name, handling }) => ({ name: name.trim(), handling: handling.trim() })),
  }

const swapped = (levels: readonly MarkingLevel[], index: number): MarkingLevel[] => {
  const [one, other] = [levels[index], levels[index + 1]]
  return one && other ? levels.with(index, other).with(index + 1, one) : [...levels]
}

type SchemeFieldProps = { scheme: SchemeDraft | null; onChange: (scheme: SchemeDraft | null) => void }

/** The markings of the case: the Traffic Light Protocol, or those of the house, the least restrictive first. */
export const SchemeField = ({ scheme, onChange }: SchemeFieldProps) => {
  const levels = scheme?.levels ?? []
  const change = (next: readonly MarkingLevel[]) => scheme && onChange({ ...scheme, levels: [...next] })
  return (
    <div className="scheme">
      <SelectField
        label={say('shell.scheme')}
        value={scheme === null ? 'protocol' : 'own'}
        choices={[
          { value: 'protocol', label: say('shell.schemeProtocol') },
          { value: 'own', label: say('shell.schemeOwn') },
        ]}
        onChoose={chosen => onChange(chosen === 'protocol' ? null : (scheme ?? firstDraft()))}
      />
      {scheme === null ? null : (
        <>
          <TextField
            label={say('shell.schemeName')}
            value={scheme.name}
            onChange={event => onChange({ ...scheme, name: event.target.value })}
          />
          <fieldset>
            <legend className="label">{say('shell.schemeLevels')}</legend>
            <ol>
              {levels.map((level, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a level has no name of its own until it is typed.
                <li key={index}>
                  <TextField
                    label={say('shell.levelName', { place: index + 1 })}
                    value={level.name}
                    onChange={event => change(levels.with(index, { ...level, name: event.target.value }))}
                  />
                  <TextField
                    label={say('shell.levelHandling')}
                    value={level.handling}
                    onChange={event => change(levels.with(index, { ...level, handling: event.target.value }))}
                  />
                  <span className="scheme-tools">
                    <Button
                      label={say('shell.levelUp', { place: index + 1 })}
                      icon={<ArrowUp size={14} />}
                      iconOnly
                      look="quiet"
                      aria-disabled={index === 0}
                      onClick={() => index > 0 && change(swapped(levels, index - 1))}
                    />
                    <Button
                      label={say('shell.levelDown', { place: index + 1 })}
                      icon={<ArrowDown size={14} />}
                      iconOnly
                      look="quiet"
                      aria-disabled={index === levels.length - 1}
                      onClick={() => change(swapped(levels, index))}
                    />
                    <Button
                      label={say('shell.levelRemove', { place: index + 1 })}
                      icon={<X size={14} />}
                      iconOnly
                      look="quiet"
                      disabled={levels.length === 1}
                      onClick={() => change(levels.toSpliced(index, 1))}
                    />
                  </span>
                </li>
              ))}
            </ol>
            <Button
              label={say('shell.levelAdd')}
              icon={<Plus size={14} />}
              look="quiet"
              disabled={levels.length >= most}
              onClick={() => change([...levels, { name: '', handling: '' }])}
            />
          </fieldset>
        </>
      )}
    </div>
  )
}
