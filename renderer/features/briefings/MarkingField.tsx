import { markingLevels } from '../../../shared/rules/markings.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { choicesOf, SelectField } from '../../ui/Field.tsx'

/** The handling markings of the case, with one that its scheme does not know, if that is the one chosen. */
const useMarkings = (chosen: string) => {
  const scheme = useRead('case.state', {}).value?.scheme ?? null
  const names = markingLevels({ scheme }).map(({ name }) => name)
  const isKnown = chosen === '' || names.includes(chosen)
  return [
    ...choicesOf(names),
    ...(isKnown ? [] : [{ value: chosen, label: say('briefings.unknownMarking', { marking: chosen }) }]),
  ]
}

type MarkingFieldProps = { label: string; value: string; onChange: (marking: string) => void }

export const MarkingField = ({ label, value, onChange }: MarkingFieldProps) => (
  <SelectField writes label={label} value={value} choices={useMarkings(value)} onChoose={onChange} />
)

/** The marking of a part: its own, or that of the briefing. */
export const PartMarking = ({ value, whole, onChange }: Omit<MarkingFieldProps, 'label'> & { whole: string }) => (
  <SelectField
    writes
    label={say('briefings.partMarking')}
    value={value}
    choices={[{ value: '', label: say('briefings.asBriefing', { marking: whole }) }, ...useMarkings(value)]}
    onChoose={onChange}
  />
)
