import { RotateCcw } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { OutputOf } from '../../../../shared/contract.ts'
import { textDiff } from '../../../../shared/rules/text-diff.ts'
import { folded } from '../../../../shared/rules/word-diff.ts'
import { moveTo } from '../../../location.ts'
import { notify } from '../../../notices.ts'
import { DiffRuns } from '../../../parts/DiffRuns.tsx'
import { perform, useRead } from '../../../query.ts'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { highlightsOfCards } from '../highlights.ts'
import { TextColumn } from '../TextColumn.tsx'
import type { About, VersionFacts } from './about.ts'

const views = ['text', 'before', 'newest'] as const
type View = (typeof views)[number]

const labels = { text: 'texts.viewText', before: 'texts.viewBefore', newest: 'texts.viewNewest' } as const

/** What an address asks to see of a text; the text itself when it asks for nothing known. */
export const viewOf = (words: string | undefined): View => views.find(one => one === words) ?? 'text'

type TextViewProps = { about: About; version: VersionFacts; view: View }

/** One text of a source: to read as it stood, or as what it changed, or what came since; and the way back to it. */
export const TextView = ({ about: { source, versions }, version, view }: TextViewProps) => {
  const newest = versions.at(-1)
  const before = versions[versions.indexOf(version) - 1]
  const restore = async () => {
    const made = await perform('sources.restoreText', { source: source.id, version: version.id })
    if (!made.ok) return
    notify({ tone: 'plain', text: made.value.message })
    moveTo('texts', source.id)
  }
  return (
    <section className="texts-view" aria-label={say('texts.number', { number: version.number })}>
      <header>
        <div role="group" aria-label={say('texts.view')} className="texts-views">
          {views.map(one => (
            <Button
              key={one}
              label={say(labels[one])}
              look="quiet"
              aria-pressed={one === view}
              onClick={() => moveTo('texts', source.id, { version: version.id, view: one })}
            />
          ))}
        </div>
        {version === newest ? null : (
          <Button
            writes
            label={say('texts.restore')}
            title={say('texts.restoreWhat')}
            icon={<RotateCcw size={16} />}
            onClick={() => void restore()}
          />
        )}
      </header>
      {view === 'text' ? (
        <AsItStood version={version} language={source.language} />
      ) : view === 'before' ? (
        <Differences from={before} to={version} none={say('texts.isFirst')} />
      ) : (
        <Differences from={version} to={newest === version ? undefined : newest} none={say('texts.isNewest')} />
      )}
    </section>
  )
}

const AsItStood = ({ version, language }: { version: VersionFacts; language: string }) => {
  const { value: read, refusal } = useRead('sources.readText', { version: version.id })
  const highlights = useMemo(() => highlightsOfCards(read?.excerpts ?? []), [read?.excerpts])
  const [unfolded, setUnfolded] = useState(false)
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (read === undefined) return null
  const { text, blocks, pages, note } = read.version
  return (
    <div className="texts-scroller reader-scroller" tabIndex={0} role="region" aria-label={say('texts.viewText')}>
      <article className="reader-column reader-text" lang={language || undefined}>
        <p className="small muted texts-about">
          {say('texts.excerpts', { count: highlights.length })}
          {note === '' ? null : ` · ${say('texts.why', { note })}`}
        </p>
        <TextColumn
          text={text}
          blocks={blocks}
          pages={pages}
          highlights={highlights}
          unfolded={unfolded}
          onToggle={() => setUnfolded(!unfolded)}
        />
      </article>
    </div>
  )
}

type DifferencesProps = { from: VersionFacts | undefined; to: VersionFacts | undefined; none: string }

const Differences = ({ from, to, none }: DifferencesProps) => {
  const { value: old } = useRead('sources.readText', from === undefined ? null : { version: from.id })
  const { value: fresh } = useRead('sources.readText', to === undefined ? null : { version: to.id })
  if (from === undefined || to === undefined) return <EmptyState sentence={none} />
  return old && fresh ? <Compared old={old} fresh={fresh} /> : null
}

type Read = OutputOf<'sources.readText'>

/** Context shown beside a difference, in UTF-16 code units. */
const beside = 140

const Compared = ({ old, fresh }: { old: Read; fresh: Read }) => {
  const [whole, setWhole] = useState(false)
  const [from, to] = [old.version.text, fresh.version.text]
  const runs = useMemo(() => textDiff(from, to), [from, to])
  const count = runs.filter(
    ({ kind }, at) => kind !== 'same' && (kind === 'removed' || runs[at - 1]?.kind !== 'removed'),
  ).length
  if (count === 0) return <EmptyState sentence={say('texts.same')} />
  return (
    <div className="texts-scroller reader-scroller" tabIndex={0} role="region" aria-label={say('texts.view')}>
      <article className="reader-column">
        <p className="small muted texts-about">
          {say('texts.changes', { count })}
          <Button
            label={say(whole ? 'texts.less' : 'texts.whole')}
            look="quiet"
            aria-expanded={whole}
            onClick={() => setWhole(!whole)}
          />
        </p>
        <div className="texts-diff">
          <DiffRuns runs={whole ? runs : folded(runs, beside)} />
        </div>
      </article>
    </div>
  )
}
