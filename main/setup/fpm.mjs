#!/usr/bin/env node
// Stands in for fpm, which electron-builder would download: makes a deb with dpkg-deb or an rpm with rpmbuild. Only the
// options that electron-builder gives are known. The same files give the same package, byte for byte (SOURCE_DATE_EPOCH).
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

/** @typedef {{ target: string, file: string, name: string, version: string, architecture: string, maintainer: string, summary: string, description: string, address: string, licence: string, depends: string[], recommends: string[] }} Package */
/** @typedef {{ from: string, to: string }} Placed */

const plain = [
  'architecture',
  'after-install',
  'after-remove',
  'category',
  'deb-compression',
  'deb-priority',
  'description',
  'iteration',
  'license',
  'log',
  'maintainer',
  'name',
  'package',
  'rpm-compression',
  'rpm-os',
  'rpm-summary',
  'url',
  'vendor',
  'version',
]

/** @type {import('node:util').ParseArgsConfig['options']} */
const known = {
  ...Object.fromEntries(plain.map(name => [name, { type: 'string' }])),
  force: { type: 'boolean' },
  debug: { type: 'boolean' },
  s: { type: 'string', short: 's' },
  t: { type: 'string', short: 't' },
  depends: { type: 'string', short: 'd', multiple: true },
  'deb-recommends': { type: 'string', multiple: true },
}

/**
 * Reads fpm's options. The scripts of electron-builder are left out: what they do, this package has in itself, so that
 * nothing runs as root when it is installed and nothing is left when it is removed.
 * @param {string[]} words
 * @returns {{ wanted: Package, placed: Placed[] }}
 */
export function readOptions(words) {
  const parsed = parseArgs({ args: words, options: known, allowPositionals: true })
  const values = /** @type {Record<string, unknown>} */ (parsed.values)
  const text = (/** @type {string} */ name) => String(values[name] ?? '')
  const list = (/** @type {string} */ name) => /** @type {string[]} */ (values[name] ?? [])
  const [synopsis = '', ...rest] = text('description').trim().split('\n')
  const wanted = {
    target: text('t'),
    file: path.resolve(text('package')),
    name: text('name'),
    version: text('version'),
    architecture: text('architecture'),
    maintainer: text('maintainer'),
    summary: text('rpm-summary') || synopsis,
    description: rest.map(line => line.trim()).join('\n') || synopsis,
    // A name that is reserved for what does not exist stands where there is no address.
    address: /\.invalid\b/.test(text('url')) ? '' : text('url'),
    licence: text('license'),
    depends: list('depends'),
    recommends: list('deb-recommends'),
  }
  const placed = parsed.positionals.map(word => {
    const at = word.lastIndexOf('=')
    return { from: path.resolve(word.slice(0, at)), to: word.slice(at + 1) }
  })
  return { wanted, placed }
}

/**
 * Zstandard, not the xz that is asked for: a tenth more bytes in a tenth of the time, and read by every dpkg and rpm since
 * 2022. A test that installs the package at once leaves it be.
 */
const packs = process.env.GLOSSATOR_PACKING !== 'none'

/** Puts the files where they will lie, with owners' rights, links and times. @param {string} stage @param {Placed[]} placed @param {Package} wanted */
function lay(stage, placed, wanted) {
  for (const { from, to } of placed) {
    const place = path.join(stage, to)
    mkdirSync(path.dirname(place), { recursive: true })
    cpSync(from, place, { recursive: true, verbatimSymlinks: true })
  }
  const app = placed.find(({ to }) => to.startsWith('/opt/'))?.to.replace(/\/$/, '')
  if (!app) throw new Error('Nothing is put into /opt')
  rmSync(path.join(stage, app, 'resources/apparmor-profile'), { force: true })
  setRights(stage)
  // Where the kernel refuses user namespaces, Chromium's sandbox is this program, which must belong to root.
  chmodSync(path.join(stage, app, 'chrome-sandbox'), 0o4755)
  mkdirSync(path.join(stage, 'usr/bin'), { recursive: true })
  symlinkSync(`../..${app}/${wanted.name}`, path.join(stage, 'usr/bin', wanted.name))
  run('find', [stage, '-exec', 'touch', '-h', '-d', `@${epoch()}`, '{}', '+'])
}

/** @param {string} place */
function setRights(place) {
  for (const entry of readdirSync(place, { withFileTypes: true })) {
    const file = path.join(place, entry.name)
    if (entry.isDirectory()) setRights(file)
    if (!entry.isSymbolicLink()) chmodSync(file, entry.isDirectory() || statSync(file).mode & 0o100 ? 0o755 : 0o644)
  }
  chmodSync(place, 0o755)
}

const epoch = () => process.env.SOURCE_DATE_EPOCH ?? '0'

/** @param {Package} wanted */
export function debControl(wanted, kilobytes = 0) {
  const fields = {
    Package: wanted.name,
    Version: wanted.version,
    Architecture: wanted.architecture,
    Maintainer: wanted.maintainer,
    'Installed-Size': String(kilobytes),
    Depends: wanted.depends.join(', '),
    Recommends: wanted.recommends.join(', '),
    Section: 'editors',
    Priority: 'optional',
    Homepage: wanted.address,
    Description: [wanted.summary, ...wanted.description.split('\n').map(line => ` ${line || '.'}`)].join('\n'),
  }
  return `${Object.entries(fields)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')}\n`
}

/** @param {string} stage @param {Package} wanted */
function makeDeb(stage, wanted) {
  const kilobytes = Number.parseInt(run('du', ['-sk', '--apparent-size', stage]), 10)
  mkdirSync(path.join(stage, 'DEBIAN'))
  writeFileSync(path.join(stage, 'DEBIAN/control'), debControl(wanted, kilobytes))
  run('touch', ['-d', `@${epoch()}`, path.join(stage, 'DEBIAN'), path.join(stage, 'DEBIAN/control')])
  run('dpkg-deb', ['--root-owner-group', ...(packs ? ['-Zzstd', '-z10'] : ['-Znone']), '--build', stage, wanted.file])
}

/** What rpmbuild is told. What the app needs, rpm itself finds in its programs; what comes with it is not asked for. @param {Package} wanted @param {string[]} files */
export function rpmSpec(wanted, files) {
  return `%global __requires_exclude ^lib(ffmpeg|EGL|GLESv2|vk_swiftshader|vulkan)\\\\.so.*$
%global __provides_exclude .*
%global __strip /bin/true
%global debug_package %{nil}
%global __brp_mangle_shebangs %{nil}
%global _build_id_links none
%global _buildhost reproducible
%global use_source_date_epoch_as_buildtime 1
%global clamp_mtime_to_source_date_epoch 1
%global _binary_payload ${packs ? 'w10.zstdio' : 'w.ufdio'}
Name: ${wanted.name}
Version: ${wanted.version}
Release: 1
Summary: ${wanted.summary}
License: ${wanted.licence}
${wanted.address ? `URL: ${wanted.address}\n` : ''}AutoProv: no
%description
${wanted.description}
%files
%defattr(-,root,root,-)
${files.join('\n')}
`
}

/** The names that Debian has for machines, and rpm's. @type {Record<string, string>} */
const machines = { amd64: 'x86_64', arm64: 'aarch64' }

/** @param {string} stage @param {Package} wanted */
function makeRpm(stage, wanted) {
  const work = mkdtempSync(path.join(tmpdir(), 'glossator-rpm-'))
  try {
    const app = `/opt/${readdirSync(path.join(stage, 'opt'))[0]}`
    // Folders that every system has belong to other packages: only files stand in the list, and the app's own folder.
    const files = [`%attr(4755,root,root) "${app}/chrome-sandbox"`, ...listed(stage, '')]
    writeFileSync(path.join(work, 'package.spec'), rpmSpec(wanted, files))
    const defines = [`_topdir ${work}`, `_rpmdir ${work}`, `_rpmfilename package.rpm`]
    const words = defines.flatMap(define => ['--define', define])
    run('rpmbuild', [
      '-bb',
      '--quiet',
      '--target',
      machines[wanted.architecture] ?? wanted.architecture,
      '--buildroot',
      stage,
      ...words,
      path.join(work, 'package.spec'),
    ])
    cpSync(path.join(work, 'package.rpm'), wanted.file)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** @param {string} stage @param {string} folder @returns {string[]} */
function listed(stage, folder) {
  return readdirSync(path.join(stage, folder), { withFileTypes: true }).flatMap(entry => {
    const place = `${folder}/${entry.name}`
    if (!entry.isDirectory()) return place.endsWith('/chrome-sandbox') ? [] : [`"${place}"`]
    return [...(place.startsWith('/opt/') ? [`%dir "${place}"`] : []), ...listed(stage, place)]
  })
}

/** @param {string} program @param {string[]} words */
function run(program, words) {
  const { status, stdout, stderr, error } = spawnSync(program, words, { encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr.trim()}`)
  return stdout
}

/** @param {string[]} words */
function makePackage(words) {
  const { wanted, placed } = readOptions(words)
  const stage = mkdtempSync(path.join(path.dirname(wanted.file), '.packing-'))
  try {
    lay(stage, placed, wanted)
    if (wanted.target === 'deb') makeDeb(stage, wanted)
    else if (wanted.target === 'rpm') makeRpm(stage, wanted)
    else throw new Error(`This stand-in for fpm makes deb and rpm, not ${wanted.target}`)
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

if (process.argv[1]?.endsWith('fpm.mjs')) makePackage(process.argv.slice(2))
