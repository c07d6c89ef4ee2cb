import type { Command } from '../../commands.ts'
import { navigate } from '../../location.ts'
import { say } from '../../say.ts'
import type { MenuItem } from '../../ui/Menu.tsx'
import type { KnownTag } from './tag-rows.ts'
import { moves, placeOfMove } from './tree-moves.ts'
import type { TagBook } from './use-tag-book.ts'

const keyOfMove = { earlier: 'Alt+ArrowUp', later: 'Alt+ArrowDown', inward: 'Alt+ArrowRight', outward: 'Alt+ArrowLeft' }
const printed = { earlier: 'Alt ↑', later: 'Alt ↓', inward: 'Alt →', outward: 'Alt ←' }

/** What the menu of a line offers: what cannot be done now is left out. */
export const tagActions = (book: TagBook, tag: KnownTag): MenuItem[] => {
  const asked = (what: 'merge' | 'split') => () => {
    book.select([tag.id])
    book.ask(what)
  }
  const steps = moves.flatMap((move): MenuItem[] => {
    const place = placeOfMove(book.tags, tag, move)
    if (place === null) return []
    return [{ id: move, label: say(`tags.${move}`), hint: printed[move], run: () => book.put(tag.id, place) }]
  })
  return [
    { id: 'rename', label: say('tags.rename'), hint: 'F2', run: () => book.startNaming({ id: tag.id }) },
    { id: 'under', label: say('tags.newUnder'), hint: 'Shift N', run: () => book.startNaming({ under: tag.id }) },
    {
      id: 'excerpts',
      label: say('tags.showExcerpts'),
      hint: 'Enter',
      run: () => navigate('excerpts', null, { tag: tag.id }),
    },
    ...steps.map((item, at) => ({ ...item, apart: at === 0 })),
    { id: 'merge', label: say('tags.merge'), hint: 'M', apart: true, run: asked('merge') },
    ...(tag.excerpts === 0 ? [] : [{ id: 'split', label: say('tags.split'), hint: 'S', run: asked('split') }]),
    {
      id: 'remove',
      label: say('tags.remove'),
      hint: 'Delete',
      apart: true,
      run: () => {
        book.select([tag.id])
        book.askRemovalOf(tag)
      },
    },
  ]
}

/** The same by key, for the tag in hand. */
export const tagCommands = (book: TagBook, isFixed: boolean, toFilter: () => void): Command[] => {
  const group = say('tags.group')
  const { active } = book
  const command = (id: string, title: string, shortcut: string | undefined, run: () => void): Command => ({
    id: `tags.${id}`,
    title,
    group,
    shortcut,
    run,
  })
  const shown = [
    command('filter', say('tags.filter'), '/', toFilter),
    command('unfoldAll', say('tags.unfoldAll'), undefined, () => book.foldAll(false)),
    command('foldAll', say('tags.foldAll'), undefined, () => book.foldAll(true)),
    command(
      'excerpts',
      say('tags.showExcerpts'),
      undefined,
      () => active && navigate('excerpts', null, { tag: active.id }),
    ),
  ]
  if (isFixed) return shown
  return [
    command('new', say('tags.new'), 'N', () => book.startNaming({ under: active?.parent ?? null })),
    command('newUnder', say('tags.newUnder'), 'Shift+N', () => active && book.startNaming({ under: active.id })),
    command('rename', say('tags.rename'), 'F2', () => active && book.startNaming({ id: active.id })),
    ...moves.map(move => command(move, say(`tags.${move}`), keyOfMove[move], () => book.move(move))),
    command('merge', say('tags.merge'), 'M', () => active && book.ask('merge')),
    command('split', say('tags.split'), 'S', () => {
      if (active === undefined || active.excerpts === 0) return
      book.select([active.id])
      book.ask('split')
    }),
    command('remove', say('tags.remove'), 'Delete', () => active && book.askRemovalOf(active)),
    ...shown,
  ]
}
