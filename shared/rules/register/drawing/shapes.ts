import type { LevelLetter } from '../../../model/criteria.ts'

/** One thing on a picture, in pixels; colours are written out, so that a picture needs no style sheet. A path is written as SVG writes it. */
export type Shape =
  | { kind: 'path'; d: string; fill?: string; stroke?: string; width?: number; dash?: string }
  | {
      kind: 'text'
      x: number
      y: number
      words: string
      size: number
      fill: string
      weight?: 400 | 600
      anchor?: 'start' | 'middle' | 'end'
      /** The words are set closer where they would be longer. */
      longest?: number
      spacing?: number
    }

export type Picture = {
  width: number
  height: number
  title: string
  /** What is on the picture, in words. */
  description: string
  shapes: Shape[]
}

/** The typefaces of the tool, with what to take where they are not installed. */
export const pictureFont = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"

/** The colours of the light page (renderer/ui/tokens.css; test/shared/rules/register/drawing/picture.test.ts compares them). */
export const ink = {
  paper: '#ffffff',
  ink: '#1c1b18',
  muted: '#57544d',
  faint: '#68645b',
  line: '#c9c3b6',
  accent: '#0b5c63',
}
export const levelFill: Record<LevelLetter, string> = {
  VL: '#f3ead6',
  L: '#ecd2a4',
  M: '#e2a96c',
  H: '#cb6f45',
  VH: '#9a3b2c',
}
export const onLevel = (level: LevelLetter): string => (level === 'VH' ? '#ffffff' : ink.ink)

type BoxOf = { x: number; y: number; width: number; height: number }

/** A box as a path, its corners rounded by `radius`. */
export const boxPath = ({ x, y, width, height }: BoxOf, radius = 0): string => {
  if (radius === 0) return `M${x} ${y}h${width}v${height}h${-width}Z`
  const [w, h, r] = [width - 2 * radius, height - 2 * radius, radius]
  const turn = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`
  return `M${x + r} ${y}h${w}${turn(r, r)}v${h}${turn(-r, r)}h${-w}${turn(-r, -r)}v${-h}${turn(r, -r)}Z`
}

export const circlePath = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0Z`

const escaped = (words: string): string =>
  words.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)

/** Signs that XML 1.0 does not allow (section 2.2, Char), half a pair of surrogates among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu

const xml = (words: string): string => escaped(words.replace(notXml, ''))

/** About as wide as the words are in the typefaces of pictures, which are not at hand everywhere that a picture is made. */
export const roughWidth = (words: string, size: number): number => words.length * size * 0.56

const attributes = (values: Record<string, string | number | undefined>): string =>
  Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${value}"`]))
    .join('')

const shapeXml = (shape: Shape): string => {
  if (shape.kind === 'path') {
    const { d, fill = 'none', stroke, width, dash } = shape
    return `<path${attributes({ d, fill, stroke, 'stroke-width': width, 'stroke-dasharray': dash })}/>`
  }
  const { x, y, words, size, fill, weight, anchor, longest, spacing } = shape
  const isLong = longest !== undefined && roughWidth(words, size) > longest
  return `<text${attributes({
    x,
    y,
    'font-size': size,
    fill,
    'font-weight': weight,
    'text-anchor': anchor,
    'letter-spacing': spacing,
    textLength: isLong ? longest : undefined,
    lengthAdjust: isLong ? 'spacingAndGlyphs' : undefined,
  })}>${xml(words)}</text>`
}

/** The picture as a file of its own: nothing is fetched, and its title and words stand in it. */
export const svgOf = ({ width, height, title, description, shapes }: Picture): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description" font-family="${pictureFont}">`,
    `<title id="title">${xml(title)}</title>`,
    `<desc id="description">${xml(description)}</desc>`,
    ...shapes.map(shapeXml),
    '</svg>',
    '',
  ].join('\n')
