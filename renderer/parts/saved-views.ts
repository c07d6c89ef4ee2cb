import type { SavedView } from '../../shared/model/saved-view.ts'
import { notify } from '../notices.ts'
import { perform, useRead } from '../query.ts'
import { say } from '../say.ts'

type Settings = SavedView['settings']

/** The filters of a screen that were given a name, with what can be done with them. */
export const useSavedViews = (screen: SavedView['screen']) => {
  const { value: saved = [] } = useRead('savedViews.list', { screen })
  return {
    saved,
    /** Keeps what is looked at under a name, in place of one that has it; whether it was kept. */
    save: async (words: string, settings: Settings): Promise<boolean> => {
      const name = words.trim()
      if (name === '') return false
      const twin = saved.find(one => one.name === name)
      const outcome = await (twin
        ? perform('savedViews.update', { id: twin.id, patch: { settings } })
        : perform('savedViews.create', { screen, name, settings }))
      return outcome.ok
    },
    /** Shows a saved one by `show`, which gives false where it was saved by another version. */
    open: (one: SavedView, show: (settings: Settings) => boolean): boolean => {
      const isShown = show(one.settings)
      if (!isShown) notify({ tone: 'problem', text: say('parts.viewUnfit', { name: one.name }) })
      return isShown
    },
    remove: (one: SavedView): void => void perform('savedViews.remove', { id: one.id }),
  }
}
