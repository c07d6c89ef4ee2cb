import { number, ordered, readNumber, scale, scaled, to } from './number.ts'
import { type Found, pattern, scan } from './scan.ts'

/** Plural words that are no unit: they say how often, when, which, or are verbs that follow the number of an article. */
const notUnits = new Set(
  'others times percents hours days weeks months years dollars euros pounds points sides this was has years-old across less perhaps unless is does goes says'.split(
    ' ',
  ),
)
const abbreviations = 'km|km2|km²|kg|mg|cm|mm|ha|t|kt|Mt|kW|MW|GW|TW|kWh|MWh|GWh|TWh'
/** Plurals without an s. */
const plurals = 'people|men|women|children|aircraft|personnel|police|staff|sheep|cattle|feet|inches'
/** Words between a number and its noun, by their endings: a list of what may stand there is safer than one of what may not. */
const adjective =
  '(?:[a-z]+(?:-[a-z]+)+|[a-z]+ly|(?:[a-z]+(?:ed|ing|al|ic|ive|ary|ous|ful))|[a-z]+(?:ian|an|ish|ese)|built|made|held|led|run|new|old|large|small|big|young|heavy|light|main|key|major|armoured|metric|square|cubic)'
const noun = `(?:(?:${adjective}\\s){0,2}(?:[a-z]+s|${plurals})|${abbreviations})`
const quantityPattern = pattern(
  `(?:\\bbetween\\s+)?(?<![\\p{L}\\d][-‑])(?<![\\p{L}.])(${number})${scale}(?:${to}(${number})${scale})?\\s(?!of\\b)(${noun})(?![\\p{L}\\d-])(?!\\s(?:the|an?(?! (?:year|month|week|day|hour|minute|second)\\b)|its|his|her|their)\\b)`,
)

const openers =
  'Some|About|Around|Roughly|Approximately|Nearly|Almost|Over|Under|Only|Exactly|The|In|Of|With|By|For|At|From|A|And|But|Between|Just|Than'
/** A name before the number makes it part of a name: "Article 12", "Boeing 737", "Leopard 2". */
const named = new RegExp(`(?<![\\p{L}])(?!(?:${openers})\\s)\\p{Lu}[\\p{L}.]*\\s$`, 'u')
/** The same things, known already: "the two sides", "these 12 labs"; and part of a whole: "58 of 90 drones". */
const known =
  /\b(?:the|these|those|its|their|his|her|our|my|your|all|both|every|each|first|last|next|article|section|clause|chapter|paragraph|annex|part|page|line|note|table|figure|item|point|rule|law|decree|act|order|resolution|protocol|directive|regulation|case|flight|route|room|building|unit|lot|type|model|class|category|group|team|option|step|day|week|number|no\.|version|phase|stage|round|level|grade|top|bus)\s$|\d\sof\s$|\d (?:hours?|days?|minutes?)(?: and)? $/i

const isYear = (words: string) => /^(?:18|19|20)\d\d$/.test(words)

/** Numbers with a unit behind them: a plural noun, with adjectives, or an abbreviation. The number of a name or an article is not read. */
export const findQuantities = (text: string): Found<'quantity'>[] =>
  scan<'quantity'>(
    text,
    quantityPattern,
    ({ index, 1: low = '', 2: lowScale, 3: high, 4: highScale, 5: unit = '' }) => {
      const head = text.slice(Math.max(0, index - 32), index)
      const [last = ''] = unit.toLowerCase().match(/\S+$/) ?? []
      if (notUnits.has(last) || /(?:ss|us|is)$/.test(last) || (isYear(low) && (high === undefined || isYear(high))))
        return null
      if (named.test(head) || known.test(head) || /^(?:one|a)$/i.test(low)) return null
      const upper = high === undefined ? undefined : scaled(readNumber(high), highScale)
      const bounds = ordered(scaled(readNumber(low), lowScale ?? (high === undefined ? undefined : highScale)), upper)
      return bounds && { type: 'quantity', ...bounds, unit }
    },
  )
