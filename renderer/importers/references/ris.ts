import type { SourceKind } from '../../../shared/model/source.ts'
import { say } from '../../say.ts'
import type { References } from '../draft.ts'
import { nameWithCommas } from './names.ts'
import { addressOfDoi, dateFrom, dateIn, type Entry, listOf, type Stated } from './reference.ts'

type Tags = Map<string, string[]>

/** Reads a list of references in RIS: a tag a line, each entry from `TY` to `ER`. A line without a tag goes on with the value above. */
export function readRis(text: string): References {
  const entries: Tags[] = []
  const broken: string[] = []
  let tags: Tags | null = null
  let last = ''
  text.split(/\r\n?|\n/).forEach((line, index) => {
    const { tag, value = '' } = /^\s{0,3}(?<tag>[A-Z][A-Z\d])\s{1,2}-(?:\s(?<value>.*))?$/.exec(line)?.groups ?? {}
    if (tag === 'ER') tags = null
    else if (tag) {
      if (tags === null || tag === 'TY') {
        // An entry without its end is one all the same; one without its beginning has no type.
        tags = new Map()
        entries.push(tags)
        if (tag !== 'TY') broken.push(say('importing.onLine', { line: index + 1 }))
      }
      const values = tags.get(tag) ?? []
      values.push(value.trim())
      tags.set(tag, values)
      last = tag
    } else if (tags !== null && line.trim() !== '') {
      const values = tags.get(last) ?? []
      values.push(`${values.pop() ?? ''} ${line.trim()}`.trim())
    }
  })
  const warnings =
    broken.length > 0 ? [say('importing.referencesWithoutType', { where: broken.slice(0, 10).join(', ') })] : []
  return listOf(entries.map(entryOf), [], warnings)
}

const kinds: Record<string, SourceKind> = {
  NEWS: 'news article',
  MGZN: 'news article',
  GOVDOC: 'official document',
  BILL: 'official document',
  CASE: 'official document',
  STAT: 'official document',
  HEAR: 'speech or statement',
  LEGAL: 'agreement text',
  DATA: 'dataset',
  AGGR: 'dataset',
  PCOMM: 'correspondence',
  LETTER: 'correspondence',
  ICOMM: 'correspondence',
  RPRT: 'analysis',
  JOUR: 'analysis',
  EJOUR: 'analysis',
  BOOK: 'analysis',
  EBOOK: 'analysis',
  CHAP: 'analysis',
  ECHAP: 'analysis',
  CONF: 'analysis',
  CPAPER: 'analysis',
  THES: 'analysis',
}

function entryOf(tags: Tags): Entry {
  const values = (...names: string[]): Stated[] =>
    names.flatMap(mark => (tags.get(mark) ?? []).filter(Boolean).map(value => ({ value, mark })))
  const [type = ''] = tags.get('TY') ?? []
  const names = (mark: string) => (tags.get(mark) ?? []).map(nameWithCommas).filter(Boolean)
  const authors = ['AU', 'A1', 'A2', 'ED']
    .map(mark => ({ value: names(mark), mark }))
    .filter(({ value }) => value.length > 0)
  const inside = /^(?:NEWS|MGZN|JOUR|EJOUR|JFULL|INPR)$/.test(type)
  const container = ['T2', 'JO', 'JF', 'JA', 'J2']
  return {
    title: values('TI', 'T1', 'CT', 'BT', 'ST'),
    authors,
    publisher: inside ? values(...container, 'PB') : values('PB', ...container),
    published: precise([...values('DA', 'PY', 'Y1')].map(({ value, mark }) => ({ value: dateOf(value), mark }))),
    accessed: values('Y2').map(({ value, mark }) => ({ value: dateOf(value), mark })),
    url: [
      ...values('UR', 'L2').flatMap(({ value, mark }) =>
        value.split(/;\s*(?=https?:)/).map(one => ({ value: one, mark })),
      ),
      ...values('DO').map(({ value, mark }) => ({ value: addressOfDoi(value), mark })),
    ],
    language: values('LA'),
    kind: { value: kinds[type] ?? 'other', mark: `TY ${type}` },
    abstract: values('AB', 'N2')[0]?.value ?? '',
  }
}

/** `YYYY/MM/DD/other`; what cannot be a date there is read in its own words. */
function dateOf(value: string): Entry['published'][number]['value'] {
  const {
    year = '',
    month = '',
    day = '',
    other = '',
  } = /^(?<year>\d{4})?\/(?<month>\d{0,2})\/?(?<day>\d{0,2})\/?(?<other>.*)$/.exec(value)?.groups ?? {}
  if (month === '' && other !== '') {
    const worded = dateIn(/\d{4}/.test(other) ? other : `${other} ${year}`)
    if (typeof worded !== 'string') return worded
  }
  return dateFrom(value, year, month, day, /^(?:ca?|circa)\.?$/i.test(other.trim())) ?? dateIn(value)
}

/** The date that tells most comes first: `DA` has the day where `PY` has the year. */
function precise(dates: Entry['published']): Entry['published'] {
  const weight = ({ value }: Entry['published'][number]) =>
    typeof value === 'string' ? 0 : (value.readings[0]?.length ?? 0)
  return [...dates].sort((left, right) => weight(right) - weight(left))
}
