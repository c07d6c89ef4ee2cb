import { childrenOf, type Html } from '../html.ts'

/** What a style sheet says of one element, property by property; nothing inherited. */
export type Look = Readonly<Record<string, string>>

/** An element with those above it, nearest first. */
export type Place = { element: Html; above: Place | null }

type Part = { tag: string; classes: string[]; attributes: [name: string, value: string][]; isChild: boolean }
type Rule = { parts: Part[]; weight: number; look: Look }

/**
 * Reads the part of CSS that the style sheets of documents here are written in: tags, classes, `[name='value']`, `:is()`,
 * descendants and children. Rules of pages, of media, with other pseudo-classes or for what is drawn before and after an
 * element are passed over: other formats have their own words for those. Held by test/main/exporters/formats/sheet-looks.test.ts.
 */
export function looksOf(css: string): (place: Place) => Look {
  const byLast = new Map<string, Rule[]>()
  const asked = new Set<string>()
  let order = 0
  for (const { selectors, look } of blocksOf(css))
    for (const selector of selectors) {
      const parts = partsOf(selector)
      const last = parts?.at(-1)
      if (!parts || !last) continue
      order += 1
      for (const part of parts) for (const [name] of part.attributes) asked.add(name)
      const key = last.classes[0] === undefined ? last.tag : `.${last.classes[0]}`
      const weight = parts.reduce((sum, part) => sum + weightOf(part), 0) * 100_000 + order
      byLast.set(key, [...(byLast.get(key) ?? []), { parts, weight, look }])
    }
  const looked = (place: Place): Look => {
    const keys = [place.element.tag ?? '', '', ...classesOf(place.element).map(name => `.${name}`)]
    const found = keys.flatMap(key => byLast.get(key) ?? []).filter(({ parts }) => matches(parts, place))
    return Object.assign({}, ...found.sort((left, right) => left.weight - right.weight).map(({ look }) => look))
  }

  // Of thousands of cells most stand alike: what rules can ask of an element and of those above it is its kind.
  const kinds = new WeakMap<Place, string>()
  const looks = new Map<string, Look>()
  const kindOf = (place: Place): string => {
    const known = kinds.get(place)
    if (known !== undefined) return known
    const { tag, attributes } = place.element
    const values: Readonly<Record<string, unknown>> = attributes
    const told = [...asked].map(name => String(values[name] ?? '')).join('|')
    const kind = `${place.above === null ? '' : kindOf(place.above)}>${tag} ${attributes.class ?? ''} ${told}`
    kinds.set(place, kind)
    return kind
  }
  return place => {
    const kind = kindOf(place)
    const look = looks.get(kind) ?? looked(place)
    looks.set(kind, look)
    return look
  }
}

/** The style sheets that stand in a document. */
export const sheetsIn = (root: Html): string =>
  [root.css ?? '', ...childrenOf(root).map(child => (typeof child === 'string' ? '' : sheetsIn(child)))].join('\n')

export const classesOf = (element: Html): string[] =>
  String(element.attributes.class ?? '')
    .split(' ')
    .filter(name => name !== '')

const weightOf = ({ tag, classes, attributes }: Part) =>
  (tag === '' ? 0 : 1) + 100 * (classes.length + attributes.length)

function* blocksOf(css: string): Generator<{ selectors: string[]; look: Look }> {
  const text = css.replace(/\/\*[\s\S]*?\*\//g, '')
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf('{', at)
    if (open < 0) return
    let depth = 1
    let close = open + 1
    for (; close < text.length && depth > 0; close += 1) depth += text[close] === '{' ? 1 : text[close] === '}' ? -1 : 0
    const head = text.slice(at, open).trim()
    if (!head.startsWith('@'))
      yield { selectors: splitOutside(head, ',').flatMap(opened), look: lookIn(text.slice(open + 1, close - 1)) }
    at = close
  }
}

const lookIn = (text: string): Look =>
  Object.fromEntries(
    splitOutside(text, ';').flatMap(line => {
      const colon = line.indexOf(':')
      return colon < 0 ? [] : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]]
    }),
  )

/** Cut at a sign that stands in no brackets and no quotation marks. */
function splitOutside(text: string, sign: string): string[] {
  const out = ['']
  let depth = 0
  let quoted = ''
  for (const character of text) {
    if (quoted !== '') quoted = character === quoted ? '' : quoted
    else if (character === "'" || character === '"') quoted = character
    else if (character === '(' || character === '[') depth += 1
    else if (character === ')' || character === ']') depth -= 1
    if (character === sign && depth === 0 && quoted === '') out.push('')
    else out.push(`${out.pop() ?? ''}${character}`)
  }
  return out.map(part => part.trim())
}

/** A selector without `:is()`: one for each of its choices. */
function opened(selector: string): string[] {
  const start = selector.indexOf(':is(')
  if (start < 0) return [selector]
  let depth = 1
  let end = start + 4
  for (; end < selector.length && depth > 0; end += 1)
    depth += selector[end] === '(' ? 1 : selector[end] === ')' ? -1 : 0
  const [before, choices, after] = [selector.slice(0, start), selector.slice(start + 4, end - 1), selector.slice(end)]
  return splitOutside(choices, ',').flatMap(choice => opened(`${before}${choice}${after}`))
}

const simple = /^(?:([a-z][a-z0-9]*)|\*)?((?:\.[\w-]+)*)((?:\[[\w-]+='[^']*'\])*)$/

function partsOf(selector: string): Part[] | null {
  const out: Part[] = []
  let isChild = false
  for (const word of selector.replaceAll('>', ' > ').split(/\s+/)) {
    if (word === '>') {
      isChild = true
      continue
    }
    const [found, tag = '', classes = '', attributes = ''] = simple.exec(word) ?? []
    if (found === undefined || found === '') return null
    out.push({
      tag,
      classes: classes.split('.').slice(1),
      attributes: [...attributes.matchAll(/\[([\w-]+)='([^']*)'\]/g)].map(([, name = '', value = '']) => [name, value]),
      isChild,
    })
    isChild = false
  }
  return out
}

const fits = ({ tag, classes, attributes }: Part, element: Html): boolean => {
  const own = classesOf(element)
  const values: Readonly<Record<string, unknown>> = element.attributes
  return (
    (tag === '' || tag === element.tag) &&
    classes.every(name => own.includes(name)) &&
    attributes.every(([name, value]) => String(values[name] ?? '') === value)
  )
}

function matches(parts: readonly Part[], place: Place): boolean {
  const last = parts.at(-1)
  if (last === undefined || !fits(last, place.element)) return false
  const rest = parts.slice(0, -1)
  if (rest.length === 0) return true
  for (let above = place.above; above !== null; above = above.above) {
    if (matches(rest, above)) return true
    if (last.isChild) return false
  }
  return false
}

/** A length of a style sheet in millimetres; null for what is none, or is a share of something else. */
export function millimetres(length: string | undefined): number | null {
  const [, number, unit] = /^(-?[\d.]+)(mm|cm|pt|px|in)$/.exec(length ?? '') ?? []
  if (number === undefined) return null
  const factors: Readonly<Record<string, number>> = { mm: 1, cm: 10, pt: 25.4 / 72, px: 25.4 / 96, in: 25.4 }
  return Number(number) * (factors[unit ?? ''] ?? 1)
}

/** What a `font` says, with the properties that say the same alone. Size in points, null where none is said. */
export function fontOf(look: Look): { size: number | null; isSans: boolean | null; bold?: boolean; italic?: boolean } {
  const short = look.font ?? ''
  const size = millimetres(look['font-size'] ?? /([\d.]+(?:pt|px|mm))/.exec(short)?.[1])
  const family = look['font-family'] ?? short
  const weight = look['font-weight'] ?? (short === '' ? undefined : (/\b([1-9]00)\b/.exec(short)?.[1] ?? '400'))
  const slant = look['font-style'] ?? (short === '' ? undefined : /italic/.test(short) ? 'italic' : 'normal')
  return {
    size: size === null ? null : (size * 72) / 25.4,
    isSans: family === '' ? null : /Inter|sans-serif/.test(family),
    ...(weight === undefined ? {} : { bold: weight === 'bold' || Number(weight) >= 600 }),
    ...(slant === undefined ? {} : { italic: slant === 'italic' }),
  }
}
