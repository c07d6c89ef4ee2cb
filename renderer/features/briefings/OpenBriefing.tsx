import { Ellipsis, FileDown, Layers, Plus, Quote } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import type { TradecraftFinding } from '../../../shared/contract/briefings.ts'
import type { Briefing } from '../../../shared/model/briefing.ts'
import type { BriefingBlock } from '../../../shared/model/briefing-block.ts'
import { type BlockId, blockId, briefingId, type ExcerptId, type JudgementId } from '../../../shared/model/id.ts'
import type { TextRange } from '../../../shared/model/text-version.ts'
import { citedExcerpts } from '../../../shared/rules/rich-text.ts'
import { announce } from '../../announcements.ts'
import { useCommands } from '../../commands.ts'
import { navigate, useLocation } from '../../location.ts'
import { notify } from '../../notices.ts'
import { ExcerptShelf } from '../../parts/ExcerptShelf.tsx'
import { RecordHistory } from '../../parts/RecordHistory.tsx'
import { perform, useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { type Choice, SelectField } from '../../ui/Field.tsx'
import { useWhyFixed } from '../../ui/fixed.ts'
import { Menu } from '../../ui/Menu.tsx'
import { useMedia } from '../../ui/media.ts'
import { Panes } from '../../ui/Panes.tsx'
import type { Aim, Part } from './aim.ts'
import { Composer } from './Composer.tsx'
import { CheckedBriefing } from './checked.ts'
import { ExportDialog } from './ExportDialog.tsx'
import { KeepTemplate } from './NewBriefing.tsx'
import { PagePreview } from './pages/PagePreview.tsx'
import { TradecraftPanel } from './TradecraftPanel.tsx'
import { useUpdate } from './use-update.ts'
import { Versions } from './Versions.tsx'

type OpenBriefingProps = { id: Briefing['id']; choices: Choice<string>[]; onNew: () => void }

const none: readonly TradecraftFinding[] = []

type Asked = 'export' | 'versions' | 'template'

export const OpenBriefing = ({ id, choices, onNew }: OpenBriefingProps) => {
  const { value, refusal } = useRead('briefings.read', { id })
  const checked = useRead('briefings.check', { id }).value
  const findings = checked ?? none
  const [briefing, update] = useUpdate(value)
  const [aim, setAim] = useState<Aim | null>(null)
  const [current, setCurrent] = useState<Part | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  /** The judgement that was worked on last: what is sent from the shelf goes there. */
  const [judged, setJudged] = useState<JudgementId | null>(null)
  const [shelf, setShelf] = useState(false)
  const isNarrow = useMedia('(max-width: 820px)')
  const isFixed = useWhyFixed() !== null
  const group = say('shell.briefings')

  const duplicate = async () => {
    const outcome = await perform('briefings.duplicate', { id })
    if (outcome.ok) navigate('briefings', outcome.value.id)
  }
  const remove = async () => {
    const outcome = await perform('briefings.remove', { id })
    if (outcome.ok) navigate('briefings')
  }
  useCommands([
    { id: 'briefings.export', title: say('issuing.title'), group, shortcut: 'Mod+E', run: () => setAsked('export') },
    { id: 'briefings.versions', title: say('issuing.versions'), group, run: () => setAsked('versions') },
    {
      id: 'briefings.shelf',
      title: say(shelf ? 'briefings.hideShelf' : 'briefings.showShelf'),
      group,
      shortcut: 'Alt+X',
      run: () => setShelf(!shelf),
    },
  ])
  const addressed = useAddressed(briefing)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address is followed once, as soon as the briefing is here.
  useEffect(() => {
    if (addressed !== null) goTo(addressed.block)
  }, [addressed])

  const go = (to: Omit<Aim, 'judgement' | 'range'> & Partial<Aim>) => {
    setCurrent(to.part)
    setAim({ judgement: null, range: null, ...to })
  }
  const enter = (part: Part, judgement: JudgementId | null) => {
    setJudged(judgement)
    if (part !== current) go({ part, edit: false, show: true })
  }
  const goTo = (part: Part | null, judgement: JudgementId | null = null, range: TextRange | null = null) => {
    if (part !== null) go({ part, judgement, range, edit: true, show: true })
  }
  const goToFinding = ({ place }: TradecraftFinding) => {
    setAsked(null)
    goTo(place.block, place.judgement, place.range)
  }
  if (refusal) return <EmptyState sentence={refusal.message} />
  if (briefing === undefined) return null

  const cite = (excerpt: ExcerptId) => {
    if (judged === null) return notify({ tone: 'plain', text: say('briefings.citeWhere') })
    update(now => ({ blocks: now.blocks.map(block => citing(block, judged, excerpt)) }))
    announce(say('briefings.cited'))
  }
  const blocks = {
    id: 'blocks',
    size: '36%',
    min: '300px',
    children: (
      <CheckedBriefing value={{ id, findings, show: part => go({ part, edit: false, show: true }) }}>
        <Composer
          briefing={briefing}
          findings={findings}
          aim={aim}
          current={current}
          onUpdate={update}
          onEnter={enter}
          onShow={part => go({ part, edit: false, show: true })}
        />
      </CheckedBriefing>
    ),
  }
  const pages = {
    id: 'pages',
    min: '30%',
    children: (
      <PagePreview
        briefing={briefing}
        aim={aim}
        current={current}
        onReach={setCurrent}
        onOpen={(part, judgement) => go({ part, judgement, edit: true, show: false })}
      />
    ),
  }
  const excerpts = {
    id: 'shelf',
    size: '260px',
    min: '200px',
    children: <ExcerptShelf cited={citedIn(briefing)} onPick={cite} />,
  }
  return (
    <div className="briefings">
      <div className="briefings-tools" role="toolbar" aria-label={say('shell.briefings')}>
        <SelectField
          label={say('briefings.choose')}
          value={id as string}
          choices={choices}
          title={briefing.title}
          onChoose={chosen => navigate('briefings', briefingId.parse(chosen))}
        />
        <span className="briefings-tools-end">
          <RecordHistory record="briefing" id={id} name={briefing.title} />
          <Button
            label={say(shelf ? 'briefings.hideShelf' : 'briefings.showShelf')}
            icon={<Quote size={14} />}
            iconOnly
            look="quiet"
            aria-pressed={shelf}
            onClick={() => setShelf(!shelf)}
          />
          <Button
            label={say('issuing.versions')}
            icon={<Layers size={14} />}
            iconOnly={isNarrow}
            onClick={() => setAsked('versions')}
          />
          <Button writes label={say('briefings.new')} icon={<Plus size={14} />} iconOnly={isNarrow} onClick={onNew} />
          {isFixed ? null : (
            <Menu
              label={say('briefings.more')}
              className="button icon-only"
              items={[
                { id: 'duplicate', label: say('briefings.duplicate'), run: () => void duplicate() },
                { id: 'template', label: say('briefings.keepTemplate'), run: () => setAsked('template') },
                { id: 'remove', label: say('briefings.remove'), apart: true, run: () => void remove() },
              ]}
            >
              <Ellipsis size={14} aria-hidden="true" />
            </Menu>
          )}
          <Button
            label={say('issuing.export')}
            icon={<FileDown size={14} />}
            look="primary"
            onClick={() => setAsked('export')}
          />
        </span>
      </div>
      <div className="briefings-body">
        {/* Three do not stand side by side on a narrow screen: there the shelf takes the place of the pages. */}
        <Panes id="briefings" panes={shelf ? [blocks, excerpts, ...(isNarrow ? [] : [pages])] : [blocks, pages]} />
      </div>
      <TradecraftPanel briefing={briefing} findings={checked ?? null} onShow={goTo} />
      {asked === 'export' ? (
        <ExportDialog briefing={briefing} findings={findings} onGo={goToFinding} onClose={() => setAsked(null)} />
      ) : null}
      {asked === 'versions' ? <Versions id={id} onClose={() => setAsked(null)} /> : null}
      {asked === 'template' ? <KeepTemplate briefing={briefing} onClose={() => setAsked(null)} /> : null}
    </div>
  )
}

/** The block that the address leads to, `?block=ID`: another object for each time it is gone to; null while there is none. */
const useAddressed = (briefing: Briefing | undefined): { block: BlockId } | null => {
  const { id, query } = useLocation()
  const wanted = blockId.safeParse(query.block).data
  const isHere = briefing?.id === id && briefing?.blocks.some(one => one.id === wanted)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the query is another at each address, as the object is to be.
  return useMemo(() => (wanted !== undefined && isHere ? { block: wanted } : null), [query, isHere])
}

/** A block with one passage more behind a judgement, if it is one of its own. */
const citing = (block: BriefingBlock, judgement: JudgementId, excerpt: ExcerptId): BriefingBlock =>
  block.kind === 'key judgements'
    ? {
        ...block,
        judgements: block.judgements.map(one =>
          one.id === judgement && !one.excerpts.includes(excerpt)
            ? { ...one, excerpts: [...one.excerpts, excerpt] }
            : one,
        ),
      }
    : block

/** The excerpts that the analyst's own words and judgements cite. */
const citedIn = ({ blocks }: Briefing): Set<ExcerptId> =>
  new Set(
    blocks.flatMap(block =>
      'document' in block
        ? citedExcerpts(block.document)
        : block.kind === 'key judgements'
          ? block.judgements.flatMap(({ excerpts }) => excerpts)
          : [],
    ),
  )
