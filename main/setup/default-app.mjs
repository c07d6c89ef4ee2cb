// The pinned Electron comes without the small app that makes `electron PATH` load what is at PATH: this is one.

const loader = `
const { app } = require('electron')
const { readFileSync, statSync } = require('node:fs')
const Module = require('node:module')
const path = require('node:path')

const values = process.argv.slice(1)
for (let at = values.indexOf('-r'); at >= 0; at = values.indexOf('-r')) {
  const [, file] = values.splice(at, 2)
  Module._preloadModules([file])
}
const named = values.find(value => !value.startsWith('-'))
if (named === undefined) {
  console.error('electron: name the folder or the file of an app')
  process.exit(2)
}
const target = path.resolve(named)
process.defaultApp = true
if (statSync(target).isDirectory()) {
  const about = JSON.parse(readFileSync(path.join(target, 'package.json'), 'utf8'))
  if (about.productName || about.name) app.setName(about.productName || about.name)
  if (about.version) app.setVersion(about.version)
  app.setAppPath(target)
}
Module._load(target, Module, true)
`

/** The app as an asar archive: two nested length-prefixed headers, the JSON index, then the files end to end. */
export function defaultAppArchive() {
  const files = { 'package.json': '{"name":"electron","main":"main.js"}', 'main.js': loader }
  let offset = 0
  /** @type {Record<string, { size: number, offset: string }>} */
  const index = {}
  for (const [name, text] of Object.entries(files)) {
    index[name] = { size: Buffer.byteLength(text), offset: String(offset) }
    offset += Buffer.byteLength(text)
  }
  const json = Buffer.from(JSON.stringify({ files: index }))
  const padding = Buffer.alloc((4 - (json.length % 4)) % 4)
  const inner = Buffer.concat([integer(json.length), json, padding])
  const header = Buffer.concat([integer(inner.length), inner])
  return Buffer.concat([
    integer(4),
    integer(header.length),
    header,
    ...Object.values(files).map(text => Buffer.from(text)),
  ])
}

/** @param {number} value */
function integer(value) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
