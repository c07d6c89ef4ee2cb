import { childrenOf, type Html, textOf } from '../../html.ts'
import type { Look, Place } from '../sheet-looks.ts'

export type Point = { x: number; y: number }
/** A line, or the curve of Bézier by its two handles and its end. */
export type Stroke = { kind: 'line'; to: Point } | { kind: 'curve'; by: [Point, Point]; to: Point }
export type Outline = { from: Point; strokes: Stroke[]; isClosed: boolean }
/** Colours are six hexadecimal digits; null: none. */
type Paint = { fill: string | null; stroke: string | null; width: number }
export type Shape =
  | ({ kind: 'outline'; outlines: Outline[] } & Paint)
  | { kind: 'words'; at: Point; words: string; size: number; bold: boolean; anchor: string; colour: string }

/** What is handed down from an element to those within it. */
type Manner = {
  fill: string
  stroke: string
  width: string
  size: string
  weight: string
  anchor: string
  shift: Point
}

const first: Manner = {
  fill: '#000000',
  stroke: 'none',
  width: '1',
  size: '16',
  weight: '400',
  anchor: 'start',
  shift: { x: 0, y: 0 },
}

/** The shapes of a drawing (SVG 1.1: the elements that drawings here are made of), back to front, in its own units. */
export function shapesOf(drawing: Place, lookOf: (place: Place) => Look): Shape[] {
  const shapes: Shape[] = []
  const visit = (place: Place, outer: Manner): void => {
    const { element } = place
    const manner = mannerOf(element, lookOf(place), outer)
    const shape = shapeOf(element, manner)
    if (shape !== null) shapes.push(shape)
    for (const child of childrenOf(element))
      if (typeof child !== 'string') visit({ element: child, above: place }, manner)
  }
  visit(drawing, first)
  return shapes
}

function mannerOf({ attributes }: Html, look: Look, outer: Manner): Manner {
  const said = (name: 'fill' | 'stroke' | 'stroke-width' | 'font-size' | 'font-weight' | 'text-anchor') =>
    look[name] ?? (attributes[name] === undefined ? undefined : String(attributes[name]))
  const [, dx, dy] = /^translate\(\s*(-?[\d.]+)[\s,]+(-?[\d.]+)\s*\)$/.exec(String(attributes.transform ?? '')) ?? []
  return {
    fill: said('fill') ?? outer.fill,
    stroke: said('stroke') ?? outer.stroke,
    width: said('stroke-width') ?? outer.width,
    size: said('font-size') ?? outer.size,
    weight: said('font-weight') ?? outer.weight,
    anchor: said('text-anchor') ?? outer.anchor,
    shift: { x: outer.shift.x + Number(dx ?? 0), y: outer.shift.y + Number(dy ?? 0) },
  }
}

function shapeOf(element: Html, manner: Manner): Shape | null {
  const { tag, attributes } = element
  const number = (name: keyof Html['attributes']) => Number(attributes[name] ?? 0)
  const { shift } = manner
  const at = (x: number, y: number): Point => ({ x: x + shift.x, y: y + shift.y })
  const paint: Paint = { fill: colourOf(manner.fill), stroke: colourOf(manner.stroke), width: lengthOf(manner.width) }
  const outline = (...outlines: Outline[]): Shape => ({ kind: 'outline', outlines, ...paint })
  const broken = (outlines: Outline[]): Shape => {
    const dashes = String(attributes['stroke-dasharray'] ?? '')
      .split(/[\s,]+/)
      .flatMap(word => (Number(word) > 0 ? [Number(word)] : []))
    // An odd number of lengths is taken twice (SVG 1.1, 11.4).
    const even = dashes.length % 2 === 0 ? dashes : [...dashes, ...dashes]
    return outline(...(dashes.length === 0 || paint.fill !== null ? outlines : dashed(outlines, even)))
  }
  switch (tag) {
    case 'rect': {
      const [x, y, width, height] = [number('x'), number('y'), number('width'), number('height')]
      return outline(closed([at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height)]))
    }
    case 'circle':
      return outline(circle(at(number('cx'), number('cy')), number('r')))
    case 'line':
      return broken([
        {
          from: at(number('x1'), number('y1')),
          strokes: [{ kind: 'line', to: at(number('x2'), number('y2')) }],
          isClosed: false,
        },
      ])
    case 'polygon': {
      const numbers = String(attributes.points ?? '')
        .split(/[\s,]+/)
        .filter(word => word !== '')
        .map(Number)
      const points = numbers.flatMap((x, index) => (index % 2 === 0 ? [at(x, numbers[index + 1] ?? 0)] : []))
      return outline(closed(points))
    }
    case 'path':
      return broken(outlinesOf(String(attributes.d ?? ''), shift))
    case 'text':
      return {
        kind: 'words',
        at: at(number('x'), number('y')),
        words: textOf(element),
        size: sizeWithin(lengthOf(manner.size), textOf(element), number('textLength')),
        bold: manner.weight === 'bold' || Number(manner.weight) >= 600,
        anchor: manner.anchor,
        colour: colourOf(manner.fill) ?? '000000',
      }
    default:
      return null
  }
}

/** What an average letter is wide, of its size. */
const letterWidth = 0.52

/** Words that are to be pressed into a length are set smaller. */
const sizeWithin = (size: number, words: string, length: number): number =>
  length > 0 ? Math.min(size, length / (words.length * letterWidth)) : size

const lengthOf = (words: string) => Number.parseFloat(words) || 0

function colourOf(words: string): string | null {
  const [, long] = /^#([0-9a-f]{6})$/i.exec(words) ?? []
  if (long !== undefined) return long
  const [, short] = /^#([0-9a-f]{3})$/i.exec(words) ?? []
  if (short !== undefined) return [...short].map(digit => digit + digit).join('')
  return words === 'none' ? null : words === 'white' ? 'ffffff' : '1c1b18'
}

const closed = ([from = { x: 0, y: 0 }, ...rest]: Point[]): Outline => ({
  from,
  strokes: rest.map(to => ({ kind: 'line', to })),
  isClosed: true,
})

/** A quarter of a circle by one curve: its handles are so far along the tangents. */
const quarter = (4 / 3) * (Math.SQRT2 - 1)

function circle({ x, y }: Point, r: number): Outline {
  const h = r * quarter
  const curve = (a: [number, number], b: [number, number], to: [number, number]): Stroke => ({
    kind: 'curve',
    by: [
      { x: x + a[0], y: y + a[1] },
      { x: x + b[0], y: y + b[1] },
    ],
    to: { x: x + to[0], y: y + to[1] },
  })
  return {
    from: { x: x + r, y },
    strokes: [
      curve([r, h], [h, r], [0, r]),
      curve([-h, r], [-r, h], [-r, 0]),
      curve([-r, -h], [-h, -r], [0, -r]),
      curve([h, -r], [r, -h], [r, 0]),
    ],
    isClosed: true,
  }
}

const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, A: 7 }

/** The outlines of a path (SVG 1.1, 8.3): moves, lines, curves and arcs of circles, from the origin or from where it is. */
function outlinesOf(path: string, shift: Point): Outline[] {
  const outlines: Outline[] = []
  let at: Point = shift
  for (const [, letter = '', rest = ''] of path.matchAll(/([mlhvcaz])([^mlhvcaz]*)/gi)) {
    const command = letter.toUpperCase()
    const open = outlines.at(-1)
    if (command === 'Z' && open) {
      open.isClosed = true
      at = open.from
      continue
    }
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number)
    const count = counts[command] ?? 1
    for (let index = 0; index + count <= numbers.length; index += count) {
      const origin = letter === command ? shift : at
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = numbers.slice(index, index + count)
      const point = (x: number, y: number): Point => ({ x: x + origin.x, y: y + origin.y })
      const strokes = outlines.at(-1)?.strokes
      if (command === 'M' && index === 0) {
        at = point(a, b)
        outlines.push({ from: at, strokes: [], isClosed: false })
      } else if (command === 'C') {
        const to = point(e, f)
        strokes?.push({ kind: 'curve', by: [point(a, b), point(c, d)], to })
        at = to
      } else if (command === 'A') {
        const to = point(f, g)
        strokes?.push(...arc(at, to, a, d === 1, e === 1))
        at = to
      } else {
        at =
          command === 'H' ? { x: a + origin.x, y: at.y } : command === 'V' ? { x: at.x, y: a + origin.y } : point(a, b)
        strokes?.push({ kind: 'line', to: at })
      }
    }
  }
  return outlines
}

/** Lines cut into dashes, so that no program has to agree on what a broken line is; curves stay whole. */
function dashed(outlines: readonly Outline[], dashes: readonly number[]): Outline[] {
  const out: Outline[] = []
  const length = dashes.reduce((sum, each) => sum + each, 0)
  if (length <= 0) return [...outlines]
  for (const { from, strokes, isClosed } of outlines) {
    let at = from
    let walked = 0
    for (const stroke of isClosed ? [...strokes, { kind: 'line' as const, to: from }] : strokes) {
      const start = at
      at = stroke.to
      if (stroke.kind === 'curve') {
        out.push({ from: start, strokes: [stroke], isClosed: false })
        continue
      }
      const whole = Math.hypot(at.x - start.x, at.y - start.y)
      const on = (part: number): Point => ({
        x: start.x + ((at.x - start.x) * part) / whole,
        y: start.y + ((at.y - start.y) * part) / whole,
      })
      for (let done = 0; done < whole; ) {
        let place = walked % length
        let index = 0
        while (place >= (dashes[index % dashes.length] ?? length)) {
          place -= dashes[index % dashes.length] ?? length
          index += 1
        }
        const step = Math.min(whole - done, Math.max(1e-3, (dashes[index % dashes.length] ?? length) - place))
        if (index % 2 === 0)
          out.push({ from: on(done), strokes: [{ kind: 'line', to: on(done + step) }], isClosed: false })
        done += step
        walked += step
      }
    }
  }
  return out
}

/** An arc of a circle as curves of at most a quarter each (SVG 1.1, F.6.5, for equal radii). */
function arc(from: Point, to: Point, radius: number, isLarge: boolean, isSweep: boolean): Stroke[] {
  const [dx, dy] = [(to.x - from.x) / 2, (to.y - from.y) / 2]
  const half = Math.hypot(dx, dy)
  if (half === 0 || radius === 0) return [{ kind: 'line', to }]
  const r = Math.max(radius, half)
  const side = (isLarge === isSweep ? -1 : 1) * Math.sqrt(Math.max(0, r * r - half * half))
  const centre = { x: (from.x + to.x) / 2 - (side * dy) / half, y: (from.y + to.y) / 2 + (side * dx) / half }
  const start = Math.atan2(from.y - centre.y, from.x - centre.x)
  let turn = Math.atan2(to.y - centre.y, to.x - centre.x) - start
  if (isSweep && turn < 0) turn += 2 * Math.PI
  if (!isSweep && turn > 0) turn -= 2 * Math.PI
  const count = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9))
  const step = turn / count
  const handle = (4 / 3) * Math.tan(step / 4) * r
  const on = (angle: number): Point => ({ x: centre.x + r * Math.cos(angle), y: centre.y + r * Math.sin(angle) })
  return Array.from({ length: count }, (_, index): Stroke => {
    const [a, b] = [start + index * step, start + (index + 1) * step]
    const [p, q] = [on(a), on(b)]
    return {
      kind: 'curve',
      by: [
        { x: p.x - handle * Math.sin(a), y: p.y + handle * Math.cos(a) },
        { x: q.x + handle * Math.sin(b), y: q.y - handle * Math.cos(b) },
      ],
      to: q,
    }
  })
}
