// The packages within the product, their licences word for word, and the list of parts (SBOM) that goes with it.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { own, readBundled } from './bundled.mjs'
import { out, packages, root } from './project.mjs'

/** @typedef {{ name: string, version: string, licence: string, author: string, address: string, text: string, bytes: number, integrity: string }} Part */

/** What may be in the product: licences that ask for their own text and nothing more. By SPDX's names. */
export const allowedLicences = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT-0', 'OFL-1.1']

/** Where the build leaves them. They are read by the app, and packed beside it for whoever reads folders. */
export const licencesFolder = path.join(out, 'licences')

const licenceName = /^(licen[cs]e|copying|notice|ofl)([-_.].*)?$/i

/**
 * Within PDF.js stand works of others: faces for fonts a PDF does not carry, maps of characters, readers of scanned
 * pictures. Their licences lie in the folders they come from.
 * @type {Record<string, string[]>}
 */
const foldersWithin = { 'pdfjs-dist': ['cmaps', 'standard_fonts', 'wasm'] }

/** @param {string} folder whole @param {string} name @returns {string[]} */
function licenceTexts(folder, name) {
  return ['', ...(foldersWithin[name] ?? [])].flatMap(within => {
    const place = path.join(folder, within)
    if (!existsSync(place)) return []
    const files = readdirSync(place).filter(file => licenceName.test(file) && !/\.(js|ts|json)$/.test(file))
    return files.sort().map(file => {
      const text = readFileSync(path.join(place, file), 'utf8').replaceAll('\r\n', '\n').trim()
      return within ? `${within}:\n\n${text}` : text
    })
  })
}

/** Packages say whose they are in several forms. @param {unknown} value @returns {string} */
function person(value) {
  if (Array.isArray(value)) return value.map(person).join(', ')
  if (typeof value === 'string') return value.replace(/\s*[<(].*$/, '')
  return value && typeof value === 'object' && 'name' in value ? String(value.name) : ''
}

/** @param {string | { url?: string } | undefined} repository */
function addressOf(repository) {
  const url = typeof repository === 'string' ? repository : repository?.url
  return typeof url === 'string' ? url.replace(/^git\+/, '').replace(/\.git$/, '') : ''
}

/**
 * Packages that carry no text of their licence and only name it: the text is SPDX's, with the name they give.
 * @param {string} licence @param {string} author
 */
function standardText(licence, author) {
  const text = standardTexts[licence]
  return text ? `Copyright (c) ${author || 'the authors'}\n\n${text}` : ''
}

/** By SPDX's names, from its list of licences. @type {Record<string, string>} */
const standardTexts = {
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`,
}

/**
 * Every package in what was built.
 * @returns {Part[]} by name
 */
export function bundledParts(folders = [path.join(out, 'main'), path.join(out, 'renderer')]) {
  /** @type {Map<string, number>} */
  const bytes = new Map()
  for (const { folder, files } of folders.flatMap(readBundled)) {
    const sum = Object.values(files).reduce((all, one) => all + one, 0)
    if (folder !== own) bytes.set(folder, (bytes.get(folder) ?? 0) + sum)
  }
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
  const parts = [...bytes].map(([folder, size]) => part(folder, Math.round(size), lock[folder]?.integrity ?? ''))
  return parts.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** @param {string} folder @param {number} bytes @param {string} integrity @returns {Part} */
function part(folder, bytes, integrity) {
  const about = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'))
  const licence = typeof about.license === 'string' ? about.license.replace(/^\((.*)\)$/, '$1') : ''
  const author = person(about.author) || person(about.contributors) || person(about.maintainers)
  const found = licenceTexts(path.join(root, folder), about.name)
  const text = found.join('\n\n') || standardText(licence, author)
  const { name, version, repository } = about
  return { name, version, licence, author, address: addressOf(repository), text, bytes, integrity }
}

/** Parts that may not be in the product, each as a sentence. @param {readonly Part[]} parts */
export const objections = parts =>
  parts.flatMap(({ name, version, licence, text }) => {
    if (!allowedLicences.includes(licence))
      return [`${name} ${version} is under “${licence}”, which is not in the list of licences allowed.`]
    return text === '' ? [`${name} ${version} comes without the text of its licence (${licence}).`] : []
  })

/**
 * Writes the licences for the app (`packages.json`) and for people (`LICENCES.txt`), and the list of parts. What may not
 * be in the product is refused by the test of this file and by `npm run dist`.
 */
export function writeLicences(folder = licencesFolder) {
  const parts = bundledParts()
  mkdirSync(folder, { recursive: true })
  const shown = parts.map(({ name, version, licence, text }) => ({ name, version, licence, text }))
  writeFileSync(path.join(folder, 'packages.json'), `${JSON.stringify(shown)}\n`)
  writeFileSync(path.join(folder, 'LICENCES.txt'), licencesText(parts))
  writeFileSync(path.join(folder, 'sbom.cdx.json'), `${JSON.stringify(partsList(parts), null, 1)}\n`)
}

const rule = '='.repeat(78)

/** @param {readonly Part[]} parts */
function licencesText(parts) {
  const mine = readFileSync(path.join(root, 'LICENSE'), 'utf8').trim()
  const head = `Glossator\n\n${mine}\n\nGlossator runs on Electron, whose licence and whose parts' licences lie beside it.\nThe following ${parts.length} packages are within Glossator itself.`
  const all = parts.map(({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`)
  return `${[head, ...all].join(`\n\n${rule}\n`)}\n`
}

/**
 * The list of parts as CycloneDX 1.6 (ECMA-424). Nothing in it changes from one build of the same sources to the next:
 * neither a time nor a random number is asked for.
 * @param {readonly Part[]} parts
 */
export function partsList(parts) {
  const about = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
  const electron = JSON.parse(readFileSync(path.join(packages, 'electron/package.json'), 'utf8'))
  const runtime = {
    type: 'framework',
    'bom-ref': purl('electron', electron.version),
    name: 'electron',
    version: electron.version,
    licenses: [{ license: { id: 'MIT' } }],
    purl: purl('electron', electron.version),
  }
  const sqlite = {
    type: 'library',
    'bom-ref': 'sqlite',
    name: 'sqlite',
    version: sqliteVersion(),
    description: 'Compiled to WebAssembly within sql.js',
    licenses: [{ license: { id: 'blessing' } }],
    cpe: `cpe:2.3:a:sqlite:sqlite:${sqliteVersion()}:*:*:*:*:*:*:*`,
  }
  const product = purl(about.name, about.version)
  const components = [runtime, sqlite, ...parts.map(component)]
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': product,
        name: about.name,
        version: about.version,
        description: about.description,
        licenses: [{ license: { id: about.license } }],
        purl: product,
      },
    },
    components,
    dependencies: [{ ref: product, dependsOn: components.map(each => each['bom-ref']) }],
  }
}

/** The engine of the case file names itself nowhere but in its own program. */
function sqliteVersion() {
  const program = readFileSync(path.join(packages, 'sql.js/dist/sql-wasm.wasm'), 'latin1')
  return /[^\d.](3\.\d+\.\d+)\0/.exec(program)?.[1] ?? 'unknown'
}

/** @param {string} name @param {string} version */
const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`

/** @param {Part} part */
function component({ name, version, licence, author, address, integrity }) {
  const [, group, plain = name] = /^(@[^/]+)\/(.*)$/.exec(name) ?? []
  const digest = /^sha512-(.*)$/.exec(integrity)?.[1]
  return {
    type: 'library',
    'bom-ref': purl(name, version),
    ...(group ? { group } : {}),
    name: plain,
    version,
    ...(author ? { author } : {}),
    ...(digest ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] } : {}),
    licenses: [/ (AND|OR) /.test(licence) ? { expression: licence } : { license: { id: licence } }],
    purl: purl(name, version),
    ...(/^https:\/\//.test(address) ? { externalReferences: [{ type: 'vcs', url: address }] } : {}),
  }
}
