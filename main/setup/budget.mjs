// How large the app may be, and what it is made of: a package that grew unseen is seen here.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { own, readBundled } from './bundled.mjs'
import { out } from './project.mjs'

/** Bytes of app.asar when compressed, which is what an analyst fetches. */
export const mostCompressed = 15 * 1024 * 1024

/** @typedef {{ name: string, bytes: number, compressed: number }} Packed */

/**
 * The files of an asar archive, each with its size as it stands and compressed.
 * @param {string} archive
 * @returns {Packed[]} the largest first
 */
export function packedFiles(archive) {
  const bytes = readFileSync(archive)
  const { header, begin } = asarHeader(archive)
  /** @param {any} folder @param {string} prefix @returns {Packed[]} */
  const within = (folder, prefix) =>
    Object.entries(folder.files).flatMap(([name, entry]) => {
      if (entry.files) return within(entry, `${prefix}${name}/`)
      const at = begin + Number(entry.offset)
      const file = bytes.subarray(at, at + entry.size)
      return [{ name: prefix + name, bytes: entry.size, compressed: gzipSync(file, { level: 6 }).length }]
    })
  return within(header, '').sort((a, b) => b.compressed - a.compressed)
}

/**
 * The list at the head of an asar archive, and where the first file begins.
 * @param {string} archive
 */
export function asarHeader(archive) {
  const file = openSync(archive, 'r')
  try {
    const lengths = Buffer.alloc(16)
    readSync(file, lengths, 0, 16, 0)
    const text = Buffer.alloc(lengths.readUInt32LE(12))
    readSync(file, text, 0, text.length, 16)
    return { header: JSON.parse(text.toString()), text: text.toString(), begin: 8 + lengths.readUInt32LE(4) }
  } finally {
    closeSync(file)
  }
}

/** A sentence when it is too much. @param {readonly Packed[]} files */
export function sizeObjection(files, most = mostCompressed) {
  const compressed = files.reduce((all, file) => all + file.compressed, 0)
  return compressed > most ? `The app is over its size budget: ${megabytes(compressed)} of ${megabytes(most)}.` : null
}

/**
 * What is in the app, by file and by package, as a table for a person.
 * @param {readonly Packed[]} files
 */
export function weigh(files) {
  const compressed = files.reduce((all, file) => all + file.compressed, 0)
  const bytes = files.reduce((all, file) => all + file.bytes, 0)
  return [
    `app.asar: ${megabytes(bytes)}, compressed ${megabytes(compressed)} of ${megabytes(mostCompressed)} allowed, ${files.length} files`,
    ...files.slice(0, 8).map(file => `  ${megabytes(file.compressed)}  ${file.name}`),
    'by package, before compression:',
    ...byPackage().map(({ folder, sum }) => `  ${megabytes(sum)}  ${folder}`),
  ]
}

/** The packages with the most bytes, each the sum over the page and all processes. */
function byPackage(shown = 10) {
  /** @type {Map<string, number>} */
  const sums = new Map()
  for (const { folder, files } of ['main', 'renderer'].flatMap(name => readBundled(path.join(out, name)))) {
    const sum = Object.values(files).reduce((all, one) => all + one, 0)
    const name = folder === own ? 'the product itself' : folder.replace('node_modules/', '')
    sums.set(name, (sums.get(name) ?? 0) + sum)
  }
  const all = [...sums].map(([folder, sum]) => ({ folder, sum }))
  return all.sort((a, b) => b.sum - a.sum).slice(0, shown)
}

/** @param {number} bytes */
export const megabytes = bytes => `${(bytes / 1024 / 1024).toFixed(2)} MB`
