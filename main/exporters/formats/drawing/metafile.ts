import type { Outline, Point, Shape } from './shapes.ts'

/** What a drawing shows of its own units, and how large it stands on paper, in millimetres. */
export type Frame = { x: number; y: number; width: number; height: number; across: number; high: number }

/** Records of the format by their numbers (MS-EMF, 2.1.1). */
const record = {
  header: 1,
  curves: 5,
  windowExtent: 9,
  windowOrigin: 10,
  viewportExtent: 11,
  viewportOrigin: 12,
  endOfFile: 14,
  mapMode: 17,
  background: 18,
  filling: 19,
  textAlign: 22,
  textColour: 24,
  moveTo: 27,
  select: 37,
  pen: 38,
  brush: 39,
  forget: 40,
  lineTo: 54,
  beginPath: 59,
  endPath: 60,
  closeFigure: 61,
  fill: 62,
  fillAndStroke: 63,
  stroke: 64,
  font: 82,
  words: 84,
} as const

/** Steps within one unit of the drawing: coordinates are whole numbers. */
const steps = 20
const nothing = { brush: 0x80000005, pen: 0x80000008 }
const headerBytes = 88
const fontBytes = 320
const sides: Readonly<Record<string, number>> = { start: 0, middle: 6, end: 2 }
const onBaseline = 24

const bytesOf = (kind: number, ...numbers: number[]): Uint8Array => {
  const bytes = new Uint8Array(8 + numbers.length * 4)
  const view = new DataView(bytes.buffer)
  for (const [index, number] of [kind, bytes.length, ...numbers].entries()) view.setInt32(index * 4, number | 0, true)
  return bytes
}

/** 0x00BBGGRR. */
const colourOf = (digits: string): number => {
  const [red = '0', green = '0', blue = '0'] = digits.match(/../g) ?? []
  return Number.parseInt(`${blue}${green}${red}`, 16)
}

/**
 * A drawing as an enhanced metafile (MS-EMF): the one form of vectors that every Word and LibreOffice draws without a
 * picture of pixels beside it. The words in it are words. The same shapes give the same bytes.
 */
export function metafile(shapes: readonly Shape[], frame: Frame): Uint8Array<ArrayBuffer> {
  const point = ({ x, y }: Point): [number, number] => [
    Math.round((x - frame.x) * steps),
    Math.round((y - frame.y) * steps),
  ]
  // One unit of the device is a hundredth of a millimetre.
  const [across, high] = [Math.round(frame.across * 100), Math.round(frame.high * 100)]
  const records: Uint8Array[] = [
    bytesOf(record.mapMode, 8),
    bytesOf(record.windowOrigin, 0, 0),
    bytesOf(record.windowExtent, Math.round(frame.width * steps), Math.round(frame.height * steps)),
    bytesOf(record.viewportOrigin, 0, 0),
    bytesOf(record.viewportExtent, across, high),
    bytesOf(record.background, 1),
    bytesOf(record.filling, 2),
  ]
  for (const shape of shapes)
    records.push(...(shape.kind === 'words' ? wordRecords(shape, point) : outlineRecords(shape, point)))
  records.push(bytesOf(record.endOfFile, 0, 0, 20))
  const size = records.reduce((sum, { length }) => sum + length, headerBytes)
  const all = new Uint8Array(size)
  all.set(header(size, records.length + 1, across, high))
  let at = headerBytes
  for (const one of records) {
    all.set(one, at)
    at += one.length
  }
  return all
}

function header(size: number, count: number, across: number, high: number): Uint8Array {
  const bounds = [0, 0, across - 1, high - 1]
  const handles = 2
  const device = [30_000, 30_000, 300, 300]
  return bytesOf(record.header, ...bounds, ...bounds, 0x464d4520, 0x10000, size, count, handles, 0, 0, 0, ...device)
}

type PointOf = (point: Point) => [number, number]

/** Made, used and forgotten: there is never more than one object beside the picture itself. */
const withObject = (made: Uint8Array, inside: readonly Uint8Array[], stock: number): Uint8Array[] => [
  made,
  bytesOf(record.select, 1),
  ...inside,
  bytesOf(record.select, stock),
  bytesOf(record.forget, 1),
]

function outlineRecords(shape: Extract<Shape, { kind: 'outline' }>, point: PointOf): Uint8Array[] {
  const path = [
    bytesOf(record.beginPath),
    ...shape.outlines.flatMap(outline => pathRecords(outline, point)),
    bytesOf(record.endPath),
  ]
  const everywhere = [0, 0, -1, -1] as const
  const filled =
    shape.fill === null
      ? []
      : withObject(
          bytesOf(record.brush, 1, 0, colourOf(shape.fill), 0),
          [bytesOf(record.select, nothing.pen), ...path, bytesOf(record.fill, ...everywhere)],
          nothing.brush,
        )
  const width = Math.max(1, Math.round(shape.width * steps))
  const drawn =
    shape.stroke === null || shape.width === 0
      ? []
      : withObject(
          bytesOf(record.pen, 1, 0, width, 0, colourOf(shape.stroke)),
          [bytesOf(record.select, nothing.brush), ...path, bytesOf(record.stroke, ...everywhere)],
          nothing.pen,
        )
  return [...filled, ...drawn]
}

const pathRecords = ({ from, strokes, isClosed }: Outline, point: PointOf): Uint8Array[] => [
  bytesOf(record.moveTo, ...point(from)),
  ...strokes.map(stroke =>
    stroke.kind === 'line'
      ? bytesOf(record.lineTo, ...point(stroke.to))
      : bytesOf(record.curves, 0, 0, -1, -1, 3, ...point(stroke.by[0]), ...point(stroke.by[1]), ...point(stroke.to)),
  ),
  ...(isClosed ? [bytesOf(record.closeFigure)] : []),
]

function wordRecords(
  { at, words, size, bold, anchor, colour }: Extract<Shape, { kind: 'words' }>,
  point: PointOf,
): Uint8Array[] {
  return [
    bytesOf(record.textAlign, onBaseline + (sides[anchor] ?? 0)),
    bytesOf(record.textColour, colourOf(colour)),
    ...withObject(fontRecord(size, bold), [spoken(words, point(at))], 0x8000000d),
  ]
}

/** Arial, or what stands for it with the same widths on other systems. */
function fontRecord(size: number, bold: boolean): Uint8Array {
  const bytes = new Uint8Array(12 + fontBytes)
  bytes.set(bytesOf(record.font, 1))
  const view = new DataView(bytes.buffer)
  view.setInt32(4, bytes.length, true)
  view.setInt32(12, -Math.round(size * steps), true)
  view.setInt32(28, bold ? 700 : 400, true)
  for (const [index, letter] of [...'Arial'].entries()) view.setUint16(40 + index * 2, letter.charCodeAt(0), true)
  return bytes
}

const wordsAt = 76

function spoken(words: string, [x, y]: [number, number]): Uint8Array {
  const bytes = new Uint8Array(wordsAt + Math.ceil((words.length * 2) / 4) * 4)
  // Without widths of its own every letter stands as wide as the font has it.
  bytes.set(bytesOf(record.words, 0, 0, -1, -1, 1, 0, 0, x, y, words.length, wordsAt, 0, 0, 0, -1, -1, 0))
  const view = new DataView(bytes.buffer)
  view.setInt32(4, bytes.length, true)
  view.setFloat32(28, 1, true)
  view.setFloat32(32, 1, true)
  for (let index = 0; index < words.length; index += 1)
    view.setUint16(wordsAt + index * 2, words.charCodeAt(index), true)
  return bytes
}
