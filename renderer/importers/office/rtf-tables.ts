import { type ParagraphStyle, partNamed } from './docx-styles.ts'

/** Destinations whose text is not the document's, whether or not a star says that they may be skipped. */
export const skipped = new Set(
  'pn pntxta pntxtb colortbl filetbl revtbl rsidtbl pict objdata objclass objname blipuid xe tc rxe txe bkmkstart bkmkend listtable listoverridetable pgdsctbl generator themedata colorschememapping datastore latentstyles panose falt fontemb fontfile template private mmathPict sp shprslt nonesttables nesttableprops nonshppict comment atnref atrfstart atrfend atntime atnparent atnicn xmlnstbl wgrffmtfilter userprops docvar ffname ffdeftext ffformat ffhelptext ffstattext ffentrymcr ffexitmcr ffl formfield datafield htmltag mhtmltag oldcprops oldpprops oldtprops oldsprops passwordhash protusertbl ebcstart ebcend picprop do background ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn'.split(
    ' ',
  ),
)

/** Starred destinations that hold words of the document all the same. */
export const readThoughStarred = new Set(
  'footnote annotation shptxt shpinst dptxbxtext ud moMath moMathPara listtext fldinst atnid atnauthor company'.split(
    ' ',
  ),
)

/** Words that stand for characters. */
export const characters: Record<string, string> = {
  tab: '\t',
  line: '\n',
  lbr: '\n',
  emdash: '\u2014',
  endash: '\u2013',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  bullet: '\u2022',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201C',
  rdblquote: '\u201D',
  zwj: '\u200D',
  zwnj: '\u200C',
  zwbo: '\u200B',
  zwnbo: '\u2060',
  ltrmark: '\u200E',
  rtlmark: '\u200F',
}

/** BCP 47 tags by Windows language number. */
const languages: Record<number, string> = {
  1025: 'ar-SA',
  1026: 'bg-BG',
  1028: 'zh-TW',
  1029: 'cs-CZ',
  1030: 'da-DK',
  1031: 'de-DE',
  1032: 'el-GR',
  1033: 'en-US',
  1034: 'es-ES',
  1035: 'fi-FI',
  1036: 'fr-FR',
  1037: 'he-IL',
  1038: 'hu-HU',
  1040: 'it-IT',
  1041: 'ja-JP',
  1042: 'ko-KR',
  1043: 'nl-NL',
  1044: 'nb-NO',
  1045: 'pl-PL',
  1046: 'pt-BR',
  1048: 'ro-RO',
  1049: 'ru-RU',
  1050: 'hr-HR',
  1051: 'sk-SK',
  1053: 'sv-SE',
  1055: 'tr-TR',
  1057: 'id-ID',
  1058: 'uk-UA',
  1059: 'be-BY',
  1060: 'sl-SI',
  1061: 'et-EE',
  1062: 'lv-LV',
  1063: 'lt-LT',
  1065: 'fa-IR',
  1066: 'vi-VN',
  1079: 'ka-GE',
  2052: 'zh-CN',
  2055: 'de-CH',
  2057: 'en-GB',
  2058: 'es-MX',
  2060: 'fr-BE',
  2070: 'pt-PT',
  3079: 'de-AT',
  3081: 'en-AU',
  3082: 'es-ES',
  3084: 'fr-CA',
  4105: 'en-CA',
  6153: 'en-IE',
}

export const languageOf = (number: number | undefined): string => languages[number ?? 0] ?? ''

/** A style as the style sheet is read. */
export type StyleDraft = { number: number; name: string; outline: number | null; base: number | null }

export type RtfStyle = Pick<ParagraphStyle, 'part' | 'level'>

/** What the paragraphs of each style are, with what it inherits. */
export function rtfStyles(drafts: readonly StyleDraft[]): (number: number) => RtfStyle {
  const all = new Map(drafts.map(draft => [draft.number, draft]))
  const resolve = (number: number, depth: number): RtfStyle => {
    const draft = all.get(number)
    if (!draft || depth > 30) return { part: 'paragraph', level: 0 }
    const base = draft.base === null || draft.base === number ? undefined : resolve(draft.base, depth + 1)
    const name = draft.name.replace(/;.*$/, '').trim().toLowerCase()
    return {
      part: 'paragraph',
      level: 0,
      ...base,
      ...partNamed(name),
      ...(draft.outline !== null && outlined(draft.outline)),
      ...(name === 'title' && { part: 'title', level: 0 }),
    }
  }
  return number => resolve(number, 0)
}

/** The part of a paragraph by its outline level, counted from 0; 9 is body text. */
export const outlined = (outline: number): RtfStyle =>
  outline >= 0 && outline < 9 ? { part: 'heading', level: outline + 1 } : { part: 'paragraph', level: 0 }
