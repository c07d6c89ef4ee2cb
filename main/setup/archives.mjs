// Archives that npm run dist makes by itself. The same files give the same archive, byte for byte.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { filesApart } from './apart.mjs'
import { out, root, run, SetupError } from './project.mjs'

/**
 * The folder of the app as an archive.
 * @param {string} app the unpacked app
 * @param {string} file
 * @param {string} date seconds since 1970
 */
export function archiveApp(app, file, date) {
  const { name, version } = about()
  return tar(app, file, `${name}-${version}`, date)
}

/**
 * The command line as a package of npm, which asks for no other: `npm install -g FILE`, or unpacked and run by Node. It is
 * not within the app, whose program cannot be run as Node (the fuse runAsNode is off). A PDF it prints with the installed
 * app: GLOSSATOR_ELECTRON names that program.
 * @param {string} file
 * @param {string} date seconds since 1970
 */
export async function archiveCommandLine(file, date) {
  const { name, version, description, license, author, engines } = about()
  const work = mkdtempSync(path.join(path.dirname(file), '.command-line-'))
  try {
    mkdirSync(path.join(work, 'main'))
    for (const part of ['glossator.cjs', 'importer-process.cjs', 'sql-wasm.wasm', 'fonts', ...filesApart])
      cpSync(path.join(out, 'main', part), path.join(work, 'main', part), { recursive: true })
    cpSync(path.join(out, 'seeds'), path.join(work, 'seeds'), { recursive: true })
    cpSync(path.join(out, 'licences'), work, { recursive: true, filter: place => !place.endsWith('packages.json') })
    const bin = { [name]: 'main/glossator.cjs' }
    const manifest = { name, version, description, license, author, engines, bin }
    writeFileSync(path.join(work, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    const program = readFileSync(path.join(work, 'main/glossator.cjs'))
    writeFileSync(path.join(work, 'main/glossator.cjs'), Buffer.concat([Buffer.from('#!/usr/bin/env node\n'), program]))
    await tar(work, file, 'package', date)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** @typedef {{ name: string, version: string, description: string, license: string, author: string, engines: object }} About */

/** @returns {About} */
const about = () => JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))

/** @param {string} folder @param {string} file @param {string} within what the folder is called in the archive @param {string} date */
async function tar(folder, file, within, date) {
  const alike = ['--sort=name', `--mtime=@${date}`, '--owner=0', '--group=0', '--numeric-owner', '--mode=go=rX,u+rw']
  const words = [...alike, `--transform=s,^\\.,${within},`, '-C', folder, '-I', 'gzip -n -6', '-cf', file, '.']
  const status = await run('tar', words)
  if (status !== 0) throw new SetupError(`tar failed with status ${status}.`)
}
