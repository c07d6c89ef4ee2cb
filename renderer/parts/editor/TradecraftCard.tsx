import { flip, offset, shift, useFloating } from '@floating-ui/react'
import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { TradecraftFinding } from '../../../shared/contract/briefings.ts'
import type { BriefingId } from '../../../shared/model/id.ts'
import { say } from '../../say.ts'
import { Badge } from '../../ui/Badge.tsx'
import { FindingActions, ruleName } from '../FindingActions.tsx'
import './tradecraft.css'
import { findingsAt } from './tradecraft-marks.ts'

/** Between the mark and the card the pointer may leave both for so long, in milliseconds. */
const grace = 250

type Shown = { findings: readonly TradecraftFinding[]; from: number }

const keysOf = (shown: Shown | null) => shown?.findings.map(({ key }) => key).join()

const sameAs = (one: Shown | null, other: Shown | null) =>
  one === other || (one?.from === other?.from && keysOf(one) === keysOf(other))

/**
 * A finding as the last check tells it. What was typed around its words may have given it another key: then it is the
 * nearest of its rule, so that the card does not close under the keyboard that is in it.
 */
const standing = (was: TradecraftFinding, findings: readonly TradecraftFinding[]): TradecraftFinding | undefined => {
  const away = ({ place }: TradecraftFinding) => Math.abs((place.range?.start ?? 0) - (was.place.range?.start ?? 0))
  return (
    findings.find(({ key }) => key === was.key) ??
    findings.filter(({ rule }) => rule === was.rule).sort((one, other) => away(one) - away(other))[0]
  )
}

type TradecraftCardProps = { editor: Editor; id: BriefingId; findings: readonly TradecraftFinding[] }

/**
 * The findings under the caret or the pointer, with their way out. It never takes the keyboard by itself: Ctrl . goes to
 * it, Escape comes back to the text.
 */
export const TradecraftCard = ({ editor, id, findings }: TradecraftCardProps) => {
  const [shown, setShown] = useState<Shown | null>(null)
  const latest = useRef(findings)
  latest.current = findings
  const card = useRef<HTMLElement | null>(null)
  const timer = useRef<number | undefined>(undefined)
  const { refs, floatingStyles } = useFloating({
    placement: 'bottom-start',
    strategy: 'fixed',
    middleware: [offset(6), flip({ padding: 8 }), shift({ padding: 8, crossAxis: true })],
  })
  const showAt = useCallback(
    (at: number | null) => {
      window.clearTimeout(timer.current)
      const there = at === null ? [] : findingsAt(editor, at)
      const found = there.flatMap(({ finding }) => latest.current.find(({ key }) => key === finding) ?? [])
      const next = there[0] && found.length > 0 ? { findings: found, from: there[0].from } : null
      setShown(before => (sameAs(before, next) ? before : next))
    },
    [editor],
  )
  useEffect(() => {
    const text = editor.view.dom
    const isIn = () => card.current?.contains(document.activeElement) === true
    const later = (run: () => void) => {
      window.clearTimeout(timer.current)
      timer.current = window.setTimeout(run, grace)
    }
    const caret = () => {
      const { selection } = editor.state
      return editor.isFocused && selection.empty ? selection.from : null
    }
    const point = (event: MouseEvent) => {
      if (isIn()) return
      const mark = event.target instanceof Element ? event.target.closest('.editor-finding') : null
      const at = mark ? editor.view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos : undefined
      if (at !== undefined) later(() => showAt(at))
      else later(() => isIn() || showAt(caret()))
    }
    const move = () => isIn() || showAt(caret())
    const type = () => isIn() || showAt(null)
    const leave = () => later(() => isIn() || showAt(null))
    const enter = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== '.') return
      const { from } = editor.state.selection
      showAt(from)
      event.preventDefault()
      requestAnimationFrame(() => card.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus())
    }
    text.addEventListener('mouseover', point)
    text.addEventListener('mouseleave', leave)
    text.addEventListener('keydown', enter)
    editor.on('selectionUpdate', move)
    editor.on('update', type)
    editor.on('blur', leave)
    return () => {
      window.clearTimeout(timer.current)
      text.removeEventListener('mouseover', point)
      text.removeEventListener('mouseleave', leave)
      text.removeEventListener('keydown', enter)
      editor.off('selectionUpdate', move)
      editor.off('update', type)
      editor.off('blur', leave)
    }
  }, [editor, showAt])
  useEffect(() => {
    if (shown === null) return
    refs.setPositionReference({
      contextElement: editor.view.dom,
      getBoundingClientRect: () => {
        const at = Math.min(shown.from, editor.state.doc.content.size)
        const { left, top, bottom } = editor.view.coordsAtPos(at)
        return new DOMRect(left, top, 0, bottom - top)
      },
    })
  }, [shown, editor, refs])

  const here = shown?.findings.flatMap(was => standing(was, findings) ?? []) ?? []
  if (here.length === 0) return null
  const close = () => {
    setShown(null)
    editor.view.focus()
  }
  return (
    <section
      ref={element => {
        card.current = element
        refs.setFloating(element)
      }}
      className="popover editor-finding-card"
      style={floatingStyles}
      aria-label={say('findings.here')}
      onMouseEnter={() => window.clearTimeout(timer.current)}
      onMouseLeave={() => {
        if (!card.current?.contains(document.activeElement)) showAt(null)
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        close()
      }}
      onBlur={event => {
        if (!event.currentTarget.contains(event.relatedTarget)) setShown(null)
      }}
    >
      {here.map((finding, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its key may change while the keyboard is in it.
        <section key={`${finding.rule} ${index}`} aria-label={ruleName(finding.rule)}>
          <Badge tone={finding.answer !== null ? 'plain' : finding.severity === 'error' ? 'conflict' : 'warning'}>
            {ruleName(finding.rule)}
          </Badge>
          <p>{finding.sentence}</p>
          {finding.answer === null ? null : (
            <p className="small muted">{say('findings.stands', { reason: finding.answer })}</p>
          )}
          <FindingActions id={id} finding={finding} onGo={null} onDone={close} />
        </section>
      ))}
      <p className="small muted">{say('findings.keys')}</p>
    </section>
  )
}
