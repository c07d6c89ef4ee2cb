import { useEffect } from 'react'
import { keysOf, useCommands } from '../../commands.ts'
import { notify } from '../../notices.ts'
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
  const taken = quick.map(tag => tag.digit).join('')
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const digit = /^Mod\+([1-9])$/.exec(keysOf(event) ?? '')?.[1]
      if (digit === undefined || taken.includes(digit) || document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      notify({ tone: 'plain', text: say('reader.noQuickTag', { digit }) })
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [taken])
}
