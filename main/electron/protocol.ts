import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { protocol } from 'electron'
import { contentSecurityPolicy, readerOrigins, readerSecurityPolicy } from './content-security-policy.ts'
import { pageOrigin } from './policy.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
}

/** Names the two schemes; Electron wants this before `ready`. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: 'print', privileges: { standard: true, secure: true } },
  ])
}

/**
 * Serves the built page. A request names an entry of a list made at start, never a path on the disk, so there is
 * nothing to climb out of; held by test/electron/policy.test.ts.
 * @returns `listAgain`, for development: the page was built anew
 */
export function servePage(folder: string): { listAgain(): void } {
  let files = listFiles(folder)
  protocol.handle('app', async request => {
    const url = new URL(request.url)
    const origin = `${url.protocol}//${url.host}`
    const isReader = readerOrigins.includes(origin)
    const file = origin === pageOrigin || isReader ? files.get(url.pathname) : undefined
    if (request.method !== 'GET' || file === undefined) return new Response('Not found', { status: 404 })
    return new Response(new Uint8Array(await readFile(file)), {
      headers: {
        'content-type': types[path.extname(file)] ?? 'application/octet-stream',
        'content-security-policy': isReader ? readerSecurityPolicy : contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
    })
  })
  return {
    listAgain: () => {
      files = listFiles(folder)
    },
  }
}

function listFiles(folder: string): Map<string, string> {
  const files = new Map<string, string>()
  const add = (place: string, prefix: string) => {
    for (const entry of readdirSync(place, { withFileTypes: true })) {
      const file = path.join(place, entry.name)
      if (entry.isDirectory()) add(file, `${prefix}${entry.name}/`)
      else files.set(`${prefix}${encodeURI(entry.name)}`, file)
    }
  }
  add(folder, '/')
  return files
}
