import type { BibliographicField, SourceKind, Statement, StatementOrigin } from '../../../shared/model/source.ts'
import type { TextBlock } from '../../../shared/model/text-version.ts'
import { isProse } from './wording.ts'

/** Words by which reports speak of who said something, in the languages of the press that is read most. */
const reporting =
  /(?<![\p{L}])(?:said|says|told|according to|reported|announced|заяви(?:в|ла|ли|л)|повідоми(?:в|ла|ли)|за словами|сообщил[аи]?|по словам|sagte|teilte mit|laut|a déclaré|selon|dijo|según|powiedział[a]?|poinformował[a]?|ha detto|secondo|disse|segundo)(?![\p{L}])/giu

const treatyTitle =
  /\b(?:agreement|treaty|accord|memorandum|protocol|convention|charter|contract)\b|угод[аи]|меморандум|договор|соглашение|abkommen|vertrag|accord|acuerdo|umowa/iu
const treatyWords =
  /\b(?:hereinafter|hereby|the (?:parties|participants|signatories|contracting)|in witness whereof|enter into force)\b|далі\s*[—–-]|именуем|сторони (?:домовились|погодились)|nachstehend|ci-après/giu
const article = /^(?:article|section|стаття|статья|artikel|artículo|artykuł)\s+(?:\d{1,3}|[IVXL]{1,6})\b/iu

const speechTitle =
  /^(?:remarks|speech|address|statement|transcript|interview|joint statement|joint press|press conference|briefing)\b|\b(?:remarks|speech|statement|transcript) (?:by|of)\b|\b(?:full|rush) transcript\b|^(?:виступ|заява|звернення|выступление|заявление|rede|erklärung|discours|déclaration|discurso|declaración)(?!\p{L})/iu
const officialTitle =
  /\b(?:resolution|decree|directive|regulation|executive order|act of|bill|law of|white paper|press release|fact sheet|communiqué|readout)\b|^(?:указ|постанова|постановление|розпорядження|распоряжение|закон|verordnung|décret|decreto)(?!\p{L})/iu
const officialHost = /^https?:\/\/(?:[^/]+\.)?(?:gov|mil|int|europa\.eu|un\.org)(?:\.[a-z]{2})?(?:[:/]|$)/i
const analysisTitle =
  /^(?:analysis|opinion|op-ed|commentary|editorial|explainer|essay|viewpoint|column|аналіз|думка|мнение|analyse|kommentar|meinung)\s*(?:[:|–—-]|$)|\b(?:policy brief|working paper|white paper|think tank)\b/iu

/** How many paragraphs of the running text are looked at. */
const looked = 60

/**
 * The kind of a source by its title, its address and its words; '' when nothing speaks for one. A guess: it stands behind
 * every kind that the document itself states.
 */
export function guessKind(
  text: string,
  blocks: readonly TextBlock[],
  statements: readonly Statement[],
): SourceKind | '' {
  const own = blocks.filter(({ apparatus }) => !apparatus)
  const titles = statements.filter(({ field }) => field === 'title').map(({ value }) => value)
  const titled = (pattern: RegExp) => titles.some(title => pattern.test(title))
  const wordsOf = ({ start, end }: TextBlock) => text.slice(start, end)
  const prose = own.filter(block => block.kind === 'paragraph' && isProse(wordsOf(block))).slice(0, looked)
  const running = prose.map(wordsOf).join('\n')
  const count = (pattern: RegExp) => running.match(pattern)?.length ?? 0

  const articles = own.filter(block => article.test(text.slice(block.start, block.start + 40))).length
  if (count(treatyWords) >= 2 && (articles >= 2 || titled(treatyTitle))) return 'agreement text'
  if (articles >= 4 && titled(treatyTitle)) return 'agreement text'
  if (titled(speechTitle)) return 'speech or statement'
  if (titled(officialTitle)) return 'official document'
  if (titled(analysisTitle)) return 'analysis'
  const cells = own.reduce((sum, { rows = [] }) => sum + rows.flat().length, 0)
  if (cells >= 40 && prose.length < 3) return 'dataset'
  const reported = count(reporting)
  if (statements.some(({ field, value }) => field === 'url' && officialHost.test(value)) && reported < 6)
    return 'official document'
  const filed = (field: BibliographicField) =>
    statements.some(one => one.field === field && fromNewsroom.has(one.origin) && one.mark !== 'closing credit')
  if (statements.some(({ mark, origin }) => origin === 'text' && mark === 'dateline')) return 'news article'
  return reported >= 2 || (filed('authors') && (filed('published') || reported > 0)) ? 'news article' : ''
}

/** Where newsrooms name author and day: what a program writes of a file's owner and its making says nothing. */
const fromNewsroom = new Set<StatementOrigin>(['json-ld', 'open graph', 'meta element', 'dublin core', 'text'])
