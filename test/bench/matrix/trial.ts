import { highest, middle, painted, quiet, timed } from '../frames.ts'
import { asOfWork, editedWork, workOf } from './work.ts'

/** What one contender took, in milliseconds. */
export type Trial = {
  open: number
  down: number
  across: number
  asOf: number
  edit: number
  /** The same in processor time of the page's thread, which a busy machine changes little. */
  openWork: number
  downWork: number
  acrossWork: number
  asOfWork: number
  editWork: number
  /** Cells whose words or marks were drawn anew by one edited claim. */
  drawn: number
}

declare global {
  interface Window {
    tryGrid: (name: string, terms: number, sources: number) => Promise<Trial>
  }
}

/** Milliseconds, by the clock and of the processor, from the begin of `work` until all that follows from it is over. */
const worked = async (work: () => void, isShown: () => boolean) => {
  const before = await window.processorTime()
  const time = await timed(work, isShown)
  await quiet()
  return { time, work: (await window.processorTime()) - before }
}

/** Milliseconds of each of many frames of scrolling, drawing what came into sight in the frame before with it. */
const scrolled = async (move: () => void) => {
  const frames: number[] = []
  let last = await painted(move)
  for (let frame = 0; frame < 80; frame += 1) {
    const ended = await painted(move)
    frames.push(ended - last)
    last = ended
  }
  const works: number[] = []
  for (let frame = 0; frame < 40; frame += 1) {
    const before = await window.processorTime()
    await painted(move)
    // What a scroll brings into sight is drawn in the frame after it.
    await painted()
    works.push((await window.processorTime()) - before)
  }
  return { time: highest(frames), work: highest(works) }
}

window.tryGrid = async (name, terms, sources) => {
  const make = window.grids[name]
  const host = document.querySelector<HTMLElement>('.matrix-host')
  if (make === undefined || host === null) throw new Error(`There is no ${name}`)
  const contender = make()
  const work = workOf(terms, sources)
  const days = Array.from({ length: 10 }, (_, at) => asOfWork(work, sources - at))
  const edits = Array.from({ length: 9 }, (_, at) => editedWork(work, 3, `edited to ${at} %`))
  for (const one of [work, ...days, ...edits]) contender.prepare?.(one)
  await quiet()
  const has = (text: string) => () => host.textContent?.includes(text) === true
  const firstWords = work.cells[0]?.cells[0]?.words[0] ?? 'silent'
  const open = await worked(() => contender.draw(host, work), has(firstWords))

  const editing: { time: number; work: number }[] = []
  let drawn = 0
  for (const [at, edited] of edits.entries()) {
    const nodes = new Set<Node | null>()
    const observer = new MutationObserver(changes => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement
        nodes.add(element?.closest('[role="gridcell"], td, [data-column]') ?? element)
      }
    })
    observer.observe(host, { subtree: true, childList: true, characterData: true })
    editing.push(await worked(() => contender.show(edited), has(`edited to ${at} %`)))
    observer.disconnect()
    drawn = Math.max(drawn, nodes.size)
  }

  // The head of a column that is not there yet tells which day is shown: each is looked at from the right end.
  const { down, across } = contender.scrollers(host)
  const stepping: { time: number; work: number }[] = []
  across.scrollLeft = across.scrollWidth
  await quiet()
  for (const [at, day] of days.entries()) {
    const gone = `Report ${sources - at + 1} of`
    const here = `Report ${sources - at} of`
    stepping.push(
      await worked(
        () => contender.show(day),
        () => !has(gone)() && (name === 'TanStack Virtual alone' || has(here)()),
      ),
    )
  }
  contender.show(work)
  across.scrollLeft = 0
  await quiet()

  const downwards = await scrolled(() => {
    down.scrollTop += 160
  })
  const sideways = await scrolled(() => {
    across.scrollLeft += 60
  })
  return {
    open: open.time,
    down: downwards.time,
    across: sideways.time,
    asOf: middle(stepping.map(({ time }) => time)),
    edit: middle(editing.map(({ time }) => time)),
    openWork: open.work,
    downWork: downwards.work,
    acrossWork: sideways.work,
    asOfWork: middle(stepping.map(one => one.work)),
    editWork: middle(editing.map(one => one.work)),
    drawn,
  }
}
