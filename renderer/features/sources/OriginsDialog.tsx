import { X } from 'lucide-react'
import { useState } from 'react'
import type { Lineage } from '../../../shared/model/lineage.ts'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/Field.tsx'

/** The origins that sources and claims relay. Every change is saved at once; what relays a removed one stands by itself. */
export const OriginsDialog = ({ onClose }: { onClose: () => void }) => {
  const { value: lineages } = useRead('lineages.list', {})
  return (
    <Dialog title={say('sources.origins')} closeLabel={say('shell.close')} onClose={onClose}>
      {lineages?.length === 0 ? <p className="muted">{say('sources.noOrigins')}</p> : null}
      <ul className="sources-origins">
        {lineages?.map(lineage => (
          <li key={lineage.id} className="sources-origin-line">
            <OriginLine lineage={lineage} />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

const OriginLine = ({ lineage }: { lineage: Lineage }) => {
  const [draft, setDraft] = useState<Partial<Pick<Lineage, 'name' | 'description'>>>({})
  const { id, name, description } = lineage
  const save = (patch: typeof draft) => {
    setDraft({})
    void perform('lineages.update', { id, patch })
  }
  return (
    <>
      <TextField
        writes
        label={say('sources.originName')}
        value={draft.name ?? name}
        onChange={event => setDraft({ name: event.target.value })}
        onBlur={() => {
          const words = draft.name?.trim() ?? ''
          if (words !== '' && words !== name) save({ name: words })
          else setDraft({})
        }}
      />
      <TextField
        writes
        label={say('sources.originDescription')}
        value={draft.description ?? description}
        placeholder={say('parts.notStated')}
        onChange={event => setDraft({ description: event.target.value })}
        onBlur={() => {
          const words = draft.description?.trim()
          if (words !== undefined && words !== description) save({ description: words })
          else setDraft({})
        }}
      />
      <Button
        writes
        iconOnly
        look="quiet"
        icon={<X size={14} />}
        label={say('sources.removeOrigin', { name })}
        onClick={() => void perform('lineages.remove', { id })}
      />
    </>
  )
}
