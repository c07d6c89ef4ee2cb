import { useCommands } from '../../commands.ts'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import type { KnownTag } from './use-acting.ts'

/** Tags on the digits: Ctrl with the digit puts the tag on the words, also while a comment is written. */
export const useQuickTags = (put: (tag: KnownTag) => void): void => {
  const { value: tags = [] } = useRead('tags.list', {})
  const quick = tags
    .filter(({ digit }) => digit !== null)
    .toSorted((left, right) => (left.digit ?? 0) - (right.digit ?? 0))
  useCommands(
    quick.map(tag => ({
      id: `reader.tag.${tag.digit}`,
      title: say('reader.quickTag', { name: tag.name }),
      group: say('reader.group'),
      shortcut: `Mod+${tag.digit}`,
      run: () => put(tag),
    })),
  )
}
