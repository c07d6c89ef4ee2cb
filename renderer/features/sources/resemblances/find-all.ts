import { useCommands } from '../../../commands.ts'
import { notify } from '../../../notices.ts'
import { perform } from '../../../query.ts'
import { say } from '../../../say.ts'

/** Compares every source with every other, as for a case from before there were resemblances. */
const findAll = async (): Promise<void> => {
  const outcome = await perform('resemblances.find', {})
  if (outcome.ok) notify({ tone: 'plain', text: say('resemblances.foundAll', { found: outcome.value.found }) })
}

export const useResemblanceCommands = (): void =>
  useCommands([
    {
      id: 'resemblances.find',
      title: say('resemblances.findAll'),
      group: say('resemblances.group'),
      run: () => void findAll(),
    },
  ])
