import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from '@swc/core'
import { filesUnder } from '../../main/setup/project.mjs'

// The import rules need every import there is: of types and of values, static and dynamic, of workers, in .ts and .tsx.
// dependency-cruiser cannot: with TypeScript 7 it finds no modules, and its other parser does not read .tsx.

/** One file of the project: `to` holds project files, package names and `node:` names. */
export type SourceFile = { file: string; to: string[]; lines: number; text: string; nodes: SyntaxNode[] }

/** A node of the syntax tree as the parser gives it. */
export type SyntaxNode = { type: string } & Record<string, unknown>

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && typeof (value as SyntaxNode).type === 'string'

function everyNode(value: unknown, found: SyntaxNode[] = []): SyntaxNode[] {
  if (Array.isArray(value)) for (const item of value) everyNode(item, found)
  else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) found.push(value)
    for (const item of Object.values(value)) everyNode(item, found)
  }
  return found
}

const textIn = (value: unknown): string | undefined =>
  isNode(value) && value.type === 'StringLiteral' ? (value.value as string) : undefined

/** The first argument of a call, when it is plain text. */
const firstArgument = (node: SyntaxNode): string | undefined =>
  textIn((node.arguments as { expression: unknown }[] | undefined)?.[0]?.expression)

function importOf(node: SyntaxNode): string | undefined {
  if (node.type === 'ImportDeclaration' || node.type.startsWith('Export')) return textIn(node.source)
  if (node.type === 'TsImportType') return textIn(node.argument)
  if (node.type === 'TsExternalModuleReference') return textIn(node.expression)
  const callee = node.callee as SyntaxNode | undefined
  if (node.type === 'CallExpression' && (callee?.type === 'Import' || callee?.value === 'require'))
    return firstArgument(node)
  // new URL('./worker.ts', import.meta.url): how a worker's file is named.
  if (node.type === 'NewExpression' && callee?.value === 'URL' && (node.arguments as unknown[]).length === 2)
    return firstArgument(node)
  return undefined
}

const packageOf = (name: string) =>
  name.startsWith('node:') ? name : name.split('/', name[0] === '@' ? 2 : 1).join('/')

/** Reads folders of a project, relative to its root. An import that leads to no file is an error. */
export function readProject(root: string, folders: readonly string[]): SourceFile[] {
  const files = folders.flatMap(folder => filesUnder(path.join(root, folder)))
  return files
    .filter(file => /\.(ts|tsx|mts|mjs|js)$/.test(file) && !file.endsWith('.d.ts'))
    .map(file => read(root, file))
}

function read(root: string, file: string): SourceFile {
  const text = readFileSync(file, 'utf8')
  const nodes = everyNode(
    parseSync(text, { syntax: 'typescript', tsx: /\.(tsx|mjs|js)$/.test(file), target: 'es2022' }),
  )
  const imported = nodes.map(importOf).filter(name => name !== undefined)
  const to = imported.map(name => (name.startsWith('.') ? resolve(root, file, name) : packageOf(name)))
  return { file: path.relative(root, file), to: [...new Set(to)], lines: text.split('\n').length - 1, text, nodes }
}

function resolve(root: string, from: string, name: string): string {
  const target = path.resolve(path.dirname(from), name.replace(/\?.*$/, ''))
  const found = [target, `${target}.ts`, `${target}.tsx`].find(place => existsSync(place) && statSync(place).isFile())
  if (!found) throw new Error(`${path.relative(root, from)} imports ${name}, which is not there`)
  return path.relative(root, found)
}

/** Every ring of imports, as the files on it; each ring once. */
export function cycles(files: readonly SourceFile[]): string[][] {
  const byName = new Map(files.map(file => [file.file, file]))
  const done = new Set<string>()
  const found: string[][] = []
  const visit = (name: string, way: string[]) => {
    const at = way.indexOf(name)
    if (at >= 0) found.push(way.slice(at))
    if (at >= 0 || done.has(name)) return
    for (const next of byName.get(name)?.to ?? []) if (byName.has(next)) visit(next, [...way, name])
    done.add(name)
  }
  for (const { file } of files) visit(file, [])
  return found
}
