import { ChevronDown, ChevronUp, Search, X, ZoomIn, ZoomOut } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { say } from '../../../say.ts'
import { Button } from '../../../ui/Button.tsx'
import { nextZoom, type Zoom, zoomSteps } from './zoom.ts'

type PreviewToolsProps = {
  page: number
  pages: number
  onPage: (page: number) => void
  zoom: Zoom
  share: number
  onZoom: (zoom: Zoom) => void
  onFind: () => void
}

/** Which page is read of how many, how large, and the search. */
export const PreviewTools = ({ page, pages, onPage, zoom, share, onZoom, onFind }: PreviewToolsProps) => {
  const [typed, setTyped] = useState<string | null>(null)
  const go = () => {
    const asked = Number(typed)
    if (typed !== null && Number.isInteger(asked) && asked >= 1) onPage(Math.min(asked, pages))
    setTyped(null)
  }
  return (
    <div className="preview-tools" role="toolbar" aria-label={say('briefings.previewTools')}>
      <Button
        label={say('briefings.pageBefore')}
        icon={<ChevronUp size={14} />}
        iconOnly
        look="quiet"
        aria-disabled={page <= 1}
        onClick={() => onPage(Math.max(1, page - 1))}
      />
      <Button
        label={say('briefings.pageAfter')}
        icon={<ChevronDown size={14} />}
        iconOnly
        look="quiet"
        aria-disabled={page >= pages}
        onClick={() => onPage(Math.min(pages, page + 1))}
      />
      <input
        className="input preview-page"
        inputMode="numeric"
        aria-label={say('briefings.page')}
        value={typed ?? String(page)}
        onFocus={event => event.target.select()}
        onChange={event => setTyped(event.target.value)}
        onBlur={() => setTyped(null)}
        onKeyDown={event => {
          if (event.key === 'Enter') go()
          else if (event.key === 'Escape') setTyped(null)
        }}
      />
      <span className="small muted preview-count">{say('briefings.ofPages', { pages })}</span>
      <span className="preview-tools-end">
        <Button
          label={say('briefings.zoomOut')}
          icon={<ZoomOut size={14} />}
          iconOnly
          look="quiet"
          onClick={() => onZoom(nextZoom(share, -1))}
        />
        <select
          className="input preview-zoom"
          aria-label={say('briefings.zoom')}
          value={String(zoom)}
          onChange={event => onZoom(event.target.value === 'fit' ? 'fit' : Number(event.target.value))}
        >
          <option value="fit">{say('briefings.zoomFit')}</option>
          {zoomSteps.map(step => (
            <option key={step} value={String(step)}>
              {say('briefings.zoomPercent', { percent: Math.round(step * 100) })}
            </option>
          ))}
        </select>
        <Button
          label={say('briefings.zoomIn')}
          icon={<ZoomIn size={14} />}
          iconOnly
          look="quiet"
          onClick={() => onZoom(nextZoom(share, 1))}
        />
        <Button label={say('briefings.find')} icon={<Search size={14} />} iconOnly look="quiet" onClick={onFind} />
      </span>
    </div>
  )
}

type FindBarProps = {
  /** A new number takes the keyboard back to the field. */
  turn: number
  words: string
  count: number
  current: number
  onWords: (words: string) => void
  onStep: (by: 1 | -1) => void
  onClose: () => void
}

export const FindBar = ({ turn, words, count, current, onWords, onStep, onClose }: FindBarProps) => {
  const input = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, the field has the keyboard again.
  useEffect(() => input.current?.select(), [turn])
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <search className="preview-find">
      <input
        ref={input}
        className="input"
        aria-label={say('briefings.find')}
        placeholder={say('briefings.find')}
        value={words}
        onChange={event => onWords(event.target.value)}
        onKeyDown={press}
      />
      <span className="small muted" role="status">
        {words.trim() === '' ? '' : say('briefings.found', { count, place: current + 1 })}
      </span>
      <Button
        label={say('briefings.findBefore')}
        icon={<ChevronUp size={14} />}
        iconOnly
        look="quiet"
        onClick={() => onStep(-1)}
      />
      <Button
        label={say('briefings.findNext')}
        icon={<ChevronDown size={14} />}
        iconOnly
        look="quiet"
        onClick={() => onStep(1)}
      />
      <Button label={say('briefings.findClose')} icon={<X size={14} />} iconOnly look="quiet" onClick={onClose} />
    </search>
  )
}
