import type { Editor } from '@tiptap/core'
import { useContext, useEffect, useMemo, useState } from 'react'
import type { Briefing } from '../../../shared/model/briefing.ts'
import type { BriefingBlock } from '../../../shared/model/briefing-block.ts'
import { blockId } from '../../../shared/model/id.ts'
import type { RichText } from '../../../shared/model/rich-text.ts'
import { RichTextEditor } from '../../parts/editor/RichTextEditor.tsx'
import { TradecraftCard } from '../../parts/editor/TradecraftCard.tsx'
import { drawFindings, selectStretch, tradecraftMarks } from '../../parts/editor/tradecraft-marks.ts'
import type { Aim } from './aim.ts'
import { nameOf } from './block-words.ts'
import { CheckedBriefing } from './checked.ts'

const extensions = [tradecraftMarks]

type CheckedProseProps = {
  briefing: Briefing
  block: Extract<BriefingBlock, { document: RichText }>
  /** What to bring before the analyst, where it is in this block. */
  aim: Aim | null
  onSave: (document: RichText) => void
}

/** Prose of a briefing with the findings of the tradecraft check under its words. */
export const CheckedProse = ({ briefing, block, aim, onSave }: CheckedProseProps) => {
  const checked = useContext(CheckedBriefing)
  const all = checked?.findings
  const findings = useMemo(() => all?.filter(({ place }) => place.block === block.id) ?? [], [all, block.id])
  const [editor, setEditor] = useState<Editor | null>(null)
  const blocks = useMemo(
    () => briefing.blocks.map(one => ({ id: one.id as string, name: nameOf(one) })),
    [briefing.blocks],
  )
  useEffect(() => {
    if (editor !== null && !editor.isDestroyed) drawFindings(editor, block.document, findings)
  }, [editor, block.document, findings])
  // biome-ignore lint/correctness/useExhaustiveDependencies: an aim is followed once, in the text as it was then.
  useEffect(() => {
    if (editor !== null && aim?.range) selectStretch(editor, block.document, aim.range)
  }, [editor, aim])
  return (
    <>
      <RichTextEditor
        name={nameOf(block)}
        document={block.document}
        blocks={blocks}
        extensions={extensions}
        onReady={setEditor}
        onBlock={to => checked?.show(blockId.parse(to))}
        onSave={onSave}
      />
      {editor === null ? null : <TradecraftCard editor={editor} id={briefing.id} findings={findings} />}
    </>
  )
}
