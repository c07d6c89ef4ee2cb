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

const fewBlocks = 4

/** The parts of the briefing that fit: the first few where nothing is typed, all of them for "part" or "section". */
const fittingBlocks = (blocks: readonly NamedBlock[], words: string): readonly NamedBlock[] => {
  if (words === '') return blocks.slice(0, fewBlocks)
  const [first = '', ...rest] = words.split(/\s+/u)
  const asksForParts = first === 'part' || first === 'section'
  const wanted = asksForParts ? rest : [first, ...rest]
  const fitting = blocks.filter(({ name }) => wanted.every(word => name.toLowerCase().includes(word)))
  return asksForParts ? fitting : fitting.slice(0, fewBlocks)
}

/** What fits the words after an @: the records of the case, then the parts of the briefing, if the text is part of one. */
export const mentionItems =
  (blocks: () => readonly NamedBlock[], remember: (chosen: Mentioned) => void) =>
  async (words: string): Promise<SuggestionItem[]> => {
    const outcome = await call('mentions.find', { words: words.trim(), limit: offered })
    const found = outcome.ok ? outcome.value : []
    const parts = fittingBlocks(blocks(), words.trim().toLowerCase())
    return [...found.map(one => mentionItem(one, remember)), ...parts.map(blockItem)]
  }
