import { Quote } from 'lucide-react'
import { type CitationForm, citationForm } from '../../../shared/contract/library.ts'
import type { SourceId } from '../../../shared/model/id.ts'
import { notify } from '../../notices.ts'
import { perform } from '../../query.ts'
import { say } from '../../say.ts'
import { Menu } from '../../ui/Menu.tsx'

/** Puts references to sources on the clipboard. */
export const copyCitations = async (ids: readonly SourceId[], form: CitationForm): Promise<void> => {
  const outcome = await perform('sources.copyCitations', { ids: [...ids], form })
  if (outcome.ok) notify({ tone: 'plain', text: say('library.cited', { count: ids.length }) })
}

const saveCitations = async (ids: readonly SourceId[], form: CitationForm): Promise<void> => {
  const outcome = await perform('sources.saveCitations', { ids: [...ids], form })
  if (outcome.ok && outcome.value.path !== null)
    notify({ tone: 'plain', text: say('parts.saved', { path: outcome.value.path }) })
}

/** The ways to cite the sources named outside the case. */
export const CitationMenu = ({ ids }: { ids: readonly SourceId[] }) => (
  <Menu
    label={say('library.cite')}
    className="button quiet icon-only"
    items={[
      ...citationForm.options.map(form => ({
        id: `copy ${form}`,
        label: say('library.copyAs', { form: say(`library.form.${form}`) }),
        ...(form === 'text' ? { hint: 'Ctrl Shift C' } : {}),
        run: () => void copyCitations(ids, form),
      })),
      ...citationForm.options.map((form, at) => ({
        id: `save ${form}`,
        label: say('library.saveAs', { form: say(`library.form.${form}`) }),
        apart: at === 0,
        run: () => void saveCitations(ids, form),
      })),
    ]}
  >
    <Quote size={16} aria-hidden="true" />
  </Menu>
)
