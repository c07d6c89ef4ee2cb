import type { Mentioned } from '../../../shared/contract/mentions.ts'
import { call } from '../../api.ts'
import { say } from '../../say.ts'
import { mentionName, type NamedBlock } from './known.ts'
import type { SuggestionItem } from './suggestions.ts'

const offered = 12

const mentionItem = (mentioned: Mentioned, remember: (chosen: Mentioned) => void): SuggestionItem => ({
  id: mentioned.id,
  label: mentionName(mentioned),
  hint: say(`editor.mention.${mentioned.record}`),
  run: (editor, range) => {
    remember(mentioned)
    const { record, id } = mentioned
    editor
      .chain()
      .focus()
      .insertContentAt(range, [
        { type: 'mention', attrs: { record, id } },
        { type: 'text', text: ' ' },
      ])
      .run()
  },
})

const blockItem = ({ id, name }: NamedBlock): SuggestionItem => ({
  id,
  label: name,
  hint: say('editor.mention.block'),
  run: (editor, range) =>
    editor
      .chain()
      .focus()
      .insertContentAt(range, [
        { type: 'crossReference', attrs: { block: id } },
        { type: 'text', text: ' ' },
      ])
      .run(),
})

/** What fits the words after an @: the parts of the briefing, if the text is part of one, then the records of the case. */
export const mentionItems =
  (blocks: () => readonly NamedBlock[], remember: (chosen: Mentioned) => void) =>
  async (words: string): Promise<SuggestionItem[]> => {
    const wanted = words.trim().toLowerCase()
    const fitting = blocks().filter(({ name }) => wanted !== '' && name.toLowerCase().includes(wanted))
    const outcome = await call('mentions.find', { words: words.trim(), limit: offered })
    const found = outcome.ok ? outcome.value : []
    return [...found.map(one => mentionItem(one, remember)), ...fitting.slice(0, 4).map(blockItem)]
  }
