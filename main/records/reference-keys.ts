import type { Bibliography } from '../../shared/model/source.ts'
import { doiOf, yearOf } from '../../shared/rules/citation/cited.ts'

/** Parts of an address that say how it was come by, not what is there. */
const tracking = /^(utm_.*|fbclid|gclid|mc_cid|mc_eid|ref|cmpid|ocid)$/i

const addressKey = (address: string): string | null => {
  try {
    const { hostname, pathname, searchParams } = new URL(/^[a-z]+:\/\//i.test(address) ? address : `https://${address}`)
    const asked = [...searchParams]
      .filter(([name]) => !tracking.test(name))
      .sort(([left], [right]) => (left < right ? -1 : 1))
    const place = pathname.replace(/\/(index\.html?)?$/, '')
    // A front page says nothing of which article was meant.
    if (place === '' && asked.length === 0) return null
    return `url ${hostname.replace(/^(www|m|amp)\./, '')}${place}?${asked.map(pair => pair.join('=')).join('&')}`
  } catch {
    return null
  }
}

const letters = (words: string): string =>
  words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** A title that is shorter says too little to tell documents apart by it. */
const shortestTitle = 8

/**
 * By what a document is recognised in a list of references: its DOI, its address without what tracks the reader, its
 * title with its year. Two that share a key are one document. Nothing where too little is stated.
 */
export const referenceKeys = (stated: Bibliography): string[] => {
  const doi = doiOf(stated.url)
  const title = letters(stated.title)
  const year = yearOf(stated)
  return [
    doi === null ? null : `doi ${doi.toLowerCase()}`,
    stated.url === '' || doi !== null ? null : addressKey(stated.url),
    title.length < shortestTitle || year === null ? null : `title ${title} ${year.year}`,
  ].filter(key => key !== null)
}
