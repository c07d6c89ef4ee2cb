import { X } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { FoundPassage } from '../../../shared/contract/search.ts'
import type { HighlightColour } from '../../../shared/model/excerpt.ts'
import type { SourceId, TagId } from '../../../shared/model/id.ts'
import type { TagPath } from '../../../shared/model/tag.ts'
import { type Extent, extents } from '../../../shared/rules/widening.ts'
import { notify } from '../../notices.ts'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ColourChoice } from '../ColourChoice.tsx'
import { TagMark } from '../TagMark.tsx'
import { TagPicker } from '../TagPicker.tsx'
import './code-all.css'
import { keyOfPassage } from './key-of-passage.ts'
import { PassageList } from './PassageList.tsx'

/** As many as one step of coding takes. */
const most = 2_000

type CodeAllDialogProps = {
  query: string
  /** In this source alone, as "find" in it reads the words. */
  source?: SourceId
  onClose: () => void
}

/** All passages that a search finds, to be looked through, chosen and tagged in one step of undo. */
export const CodeAllDialog = ({ query, source, onClose }: CodeAllDialogProps) => {
  const [extent, setExtent] = useState<Extent>('sentence')
  const [tags, setTags] = useState<readonly TagId[]>([])
  const [newTags, setNewTags] = useState<readonly TagPath[]>([])
  const [picking, setPicking] = useState(false)
  const [colour, setColour] = useState<HighlightColour>('straw')
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const { value: known = [] } = useRead('tags.list', {})
  const { value, refusal } = useRead('search.passages', {
    query,
    limit: most,
    extent,
    ...(source === undefined ? {} : { sources: [source], together: true }),
  })
  const passages = useMemo(() => value?.passages ?? [], [value])
  // What stands in share buttons and the like is left out unless it is chosen: `turned` are the exceptions to that.
  const isChosen = (passage: FoundPassage) => passage.apparatus === turned.has(keyOfPassage(passage))
  const chosen = passages.filter(isChosen)
  const turn = (some: readonly FoundPassage[], on: boolean) => {
    const next = new Set(turned)
    for (const one of some) {
      if (isChosen(one) === on) continue
      const key = keyOfPassage(one)
      if (!next.delete(key)) next.add(key)
    }
    setTurned(next)
  }
  const tagged = tags.length + newTags.length
  const fresh = chosen.filter(one => !one.known)
  const coded = tagged > 0 ? chosen : fresh
  const save = async () => {
    const outcome = await perform('excerpts.codeAll', {
      passages: coded.map(({ source, textVersion, start, end }) => ({ source, textVersion, start, end, colour })),
      tags: [...tags],
      ...(newTags.length === 0 ? {} : { newTags: [...newTags] }),
    })
    if (!outcome.ok) return
    notify({ tone: 'plain', text: say('search.codeDone', outcome.value) })
    onClose()
  }
  const footer = (
    <>
      <span className="small muted code-all-sum" role="status">
        {chosen.length > 0 && coded.length === 0
          ? say('search.codeNothing')
          : say('search.codeSum', { fresh: fresh.length, known: coded.length - fresh.length, tags: tagged })}
      </span>
      <Button label={say('search.cancel')} onClick={onClose} />
      <Button
        writes
        look="primary"
        label={say('search.codeNow', { count: coded.length })}
        disabled={coded.length === 0}
        onClick={() => void save()}
      />
    </>
  )
  return (
    <Dialog
      wide
      title={say('search.codeTitle', { query: query.replace(/\*$/, '') })}
      closeLabel={say('search.close')}
      onClose={onClose}
      footer={footer}
    >
      <div className="code-all-how">
        <label className="field code-all-extent">
          <span className="label">{say('search.codeExtent')}</span>
          <select
            className="input"
            value={extent}
            onChange={event => setExtent(extents.find(one => one === event.target.value) ?? 'sentence')}
          >
            {extents.map(one => (
              <option key={one} value={one}>
                {say(`search.extent.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <ColourChoice label={say('search.codeColour')} colour={colour} onChoose={setColour} />
        <section className="code-all-tags" aria-label={say('search.codeTags')}>
          {tags.map(id => {
            const tag = known.find(one => one.id === id)
            return tag === undefined ? null : (
              <span key={id} className="badge">
                <TagMark colour={tag.colour} />
                {tag.name}
                <DropTag name={tag.name} onDrop={() => setTags(tags.filter(one => one !== id))} />
              </span>
            )
          })}
          {newTags.map(path => {
            const name = path.path.join(' / ')
            return (
              <span key={name} className="badge accent">
                {name}
                <DropTag name={name} onDrop={() => setNewTags(newTags.filter(one => one !== path))} />
              </span>
            )
          })}
          <Button
            writes
            look="quiet"
            label={say('search.codeAddTag')}
            aria-expanded={picking}
            onClick={() => setPicking(before => !before)}
          />
        </section>
      </div>
      {picking ? (
        <TagPicker
          without={new Set(tags)}
          onPick={tag => {
            setTags([...tags, tag])
            setPicking(false)
          }}
          onCreate={path => {
            setNewTags([...newTags, path])
            setPicking(false)
          }}
          onCancel={() => setPicking(false)}
        />
      ) : null}
      {refusal ? <EmptyState sentence={refusal.message} /> : null}
      {value === undefined ? null : passages.length === 0 ? (
        <EmptyState sentence={say('search.codeNone')} />
      ) : (
        <PassageList passages={passages} titles={value.bySource} isChosen={isChosen} onTurn={turn} />
      )}
      {passages.length === most ? (
        <p className="small muted">{say('search.codeMost', { shown: passages.length })}</p>
      ) : null}
    </Dialog>
  )
}

const DropTag = ({ name, onDrop }: { name: string; onDrop: () => void }) => (
  <button type="button" className="code-all-drop" aria-label={say('search.codeDropTag', { name })} onClick={onDrop}>
    <X size={12} />
  </button>
)
