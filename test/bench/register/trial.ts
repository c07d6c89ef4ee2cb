import { highest, middle, painted, quiet, timed } from '../frames.ts'
import type { Taken, Trial } from './contender.ts'

declare global {
  interface Window {
    tryRegister: (name: string) => Promise<Trial>
  }
}

/** Nothing is asked and nothing is drawn any more. */
const settled = async () => {
  do await quiet()
  while (window.callsUnderWay() > 0)
}

const worked = async (work: () => void): Promise<Taken> => {
  const before = await window.processorTime()
  const clock = await timed(work, () => window.callsUnderWay() === 0)
  await settled()
  return { clock, work: (await window.processorTime()) - before }
}

const median = (all: readonly Taken[]): Taken => ({
  clock: middle(all.map(one => one.clock)),
  work: middle(all.map(one => one.work)),
})

/** Does something for each of the values, and after each what brings it back, which is not counted. */
const each = async <Value>(
  values: readonly Value[],
  work: (value: Value) => void,
  check: (value: Value) => boolean,
) => {
  const all: Taken[] = []
  for (const value of values) {
    all.push(await worked(() => work(value)))
    if (!check(value)) throw new Error(`It does not show ${JSON.stringify(value)}`)
  }
  return median(all)
}

const scrolled = async (move: () => void): Promise<Taken> => {
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
  return { clock: highest(frames), work: highest(works) }
}

window.tryRegister = async name => {
  const make = window.registers[name]
  const host = document.querySelector<HTMLElement>('.register-host')
  if (make === undefined || host === null) throw new Error(`There is no ${name}`)
  const register = make()
  const first = () => register.refs(host).slice(0, 8).join()
  await quiet()
  const open = await worked(() => register.open(host))
  await settled()

  let before = first()
  const sort = await each([1, 6, 3, 1, 5, 1], register.sort, () => {
    const isAnother = first() !== before
    before = first()
    return isAnother
  })
  const typed = ['c', 'cl', 'clause', 'clause 1', 'clause 12', 'clause 123']
  const words = await each(typed, register.type, () => register.refs(host).length > 0)
  register.type('')
  await settled()
  register.toggleStatus('treating')
  register.toggleStatus('treating')
  await settled()
  before = first()
  const status = await each(['treating', 'closed', 'treating', 'closed'], register.toggleStatus, () => {
    const isAnother = first() !== before
    before = first()
    return isAnother
  })
  const groupings = ['category', 'nothing', 'category', 'nothing'] as const
  const group = await each(groupings, register.group, () => register.refs(host).length > 0)

  // The last stop is the same as now.
  register.earlier()
  await settled()
  let map = register.map(host)
  const asOf = await each([1, 2, 3, 4, 5, 6, 7, 8, 9], register.earlier, () => {
    const isAnother = register.map(host) !== map
    map = register.map(host)
    return isAnother
  })
  const now = await each([1], register.now, () => register.map(host) !== map)
  const titles = Array.from({ length: 7 }, (_, at) => `Edited ${name} ${at}`)
  const edit = await each(titles, register.edit, title => host.textContent?.includes(title) === true)
  const scroller = register.scroller(host)
  const scroll = await scrolled(() => {
    scroller.scrollTop += 160
  })
  return { open, sort, words, status, group, asOf, now, edit, scroll }
}
