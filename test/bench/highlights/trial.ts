import type { ExcerptMark } from '../../../shared/contract/excerpts.ts'
import { highest, middle, painted, quiet, timed } from '../frames.ts'
import type { Work } from './contender.ts'

/** What one contender took, in milliseconds; `shown` of the highlights were drawn within the time there was. */
export type Trial = {
  shown: number
  paint: number
  /** Until what is not to be seen was on the page too. */
  whole: number
  add: number
  hover: number
  hit: number
  scroll: number
  /** Highlights found at the points that were asked about. */
  found: number
}

declare global {
  interface Window {
    trial: (name: string, work: Work, added: readonly ExcerptMark[], milliseconds: number) => Promise<Trial>
  }
}

const frames = 150
const step = 300

window.trial = async (name, work, added, milliseconds) => {
  const make = window.contenders[name]
  const host = document.querySelector<HTMLElement>('.reader-text')
  const scroller = document.querySelector<HTMLElement>('.reader-scroller')
  if (make === undefined || host === null || scroller === null) throw new Error(`There is no ${name}`)
  const contender = make()
  await document.fonts.ready
  await quiet()

  let shown = 0
  const draw = () => {
    shown = contender.draw(host, work, milliseconds)
  }
  const begun = performance.now()
  const paint = await timed(draw, () => contender.isDrawn(), milliseconds)
  let whole = paint
  while (contender.isWhole?.() === false) whole = (await painted()) - begun
  await quiet()

  const adding: number[] = []
  for (const mark of added) {
    adding.push(
      await timed(
        () => contender.add(mark),
        () => contender.isAdded(mark),
        milliseconds,
      ),
    )
    await quiet()
  }

  const { left, width } = host.getBoundingClientRect()
  const points = Array.from({ length: 400 }, (_, at) => ({
    x: left + 10 + ((at * 37) % (width - 20)),
    y: 20 + ((at * 53) % 740),
  }))
  const asked = performance.now()
  const ids = points.map(({ x, y }) => contender.idAt(x, y))
  const hit = (performance.now() - asked) / points.length

  const hovering: number[] = []
  const marked = points.filter((_, at) => ids[at] !== undefined && ids[at] !== ids[at - 1]).slice(0, 20)
  for (const { x, y } of marked) {
    const target = document.elementFromPoint(x, y)
    const point = () => {
      for (const kind of ['pointerover', 'pointermove'])
        target?.dispatchEvent(new PointerEvent(kind, { clientX: x, clientY: y, bubbles: true }))
    }
    hovering.push(await timed(point))
    await quiet()
  }

  const scrolling: number[] = []
  const scroll = () => {
    scroller.scrollTop += step
  }
  for (let frame = 0; frame < frames; frame += 1) scrolling.push(await timed(scroll))
  const found = new Set(ids.filter(id => id !== undefined)).size
  return { shown, paint, whole, add: middle(adding), hover: middle(hovering), hit, scroll: highest(scrolling), found }
}
