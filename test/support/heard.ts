import type { Page } from 'playwright-core'

/** A node of Chromium's accessibility tree: what a screen reader is told. */
export type Heard = {
  role: string
  name: string
  description: string
  /** As said: the words for a value, where there are some. */
  value: string
  /** States and properties, as `focused`, `expanded`, `live`. */
  states: Readonly<Record<string, unknown>>
  /** The element of the node by the number of the browser's own. */
  element: number | undefined
  /** That of the place within it which has the focus (`aria-activedescendant`). */
  active: number | undefined
  children: readonly Heard[]
}

/** The tree of the page as it stands, or of one element of it, without what is passed over. */
export const heard = async (page: Page, selector?: string): Promise<Heard> => {
  const session = await page.context().newCDPSession(page)
  const nodesOf = async (expression: string) => {
    const { result } = await session.send('Runtime.evaluate', { expression })
    return session.send('Accessibility.queryAXTree', { objectId: result.objectId ?? '' })
  }
  const { nodes } = await (selector === undefined
    ? session.send('Accessibility.getFullAXTree')
    : nodesOf(`document.querySelector(${JSON.stringify(selector)})`))
  await session.detach()
  const byId = new Map(nodes.map(node => [node.nodeId, node]))
  type Node = (typeof nodes)[number]
  const below = (node: Node): Heard[] => (node.childIds ?? []).flatMap(id => told(byId.get(id)))
  const told = (node: Node | undefined): Heard[] => {
    if (node === undefined) return []
    if (node.ignored || node.role?.value === 'none') return below(node)
    const properties = node.properties ?? []
    const active = properties.find(one => one.name === 'activedescendant')?.value.relatedNodes?.[0]
    const states = Object.fromEntries(properties.map(({ name, value }) => [name, value.value]))
    return [
      {
        role: String(node.role?.value ?? ''),
        name: String(node.name?.value ?? ''),
        description: String(node.description?.value ?? ''),
        value: String(states.valuetext || (node.value?.value ?? '')),
        states,
        element: node.backendDOMNodeId,
        active: active?.backendDOMNodeId,
        children: below(node),
      },
    ]
  }
  const [root] = told(nodes[0])
  if (root === undefined) throw new Error('The page has no accessibility tree.')
  return root
}

/** The node and all in it, in the order of reading. */
export const inOrder = (from: Heard): Heard[] => [from, ...from.children.flatMap(inOrder)]

/** All of a role, in the order of reading; with a name those that have it. */
export const allOf = (from: Heard, role: string, name?: string): Heard[] =>
  inOrder(from).filter(one => one.role === role && (name === undefined || one.name === name))

/** The one of a role that has the name. */
export const oneOf = (from: Heard, role: string, name: string): Heard => {
  const [found, ...others] = allOf(from, role, name)
  if (found === undefined || others.length > 0)
    throw new Error(`${others.length + (found ? 1 : 0)} of the role ${role} are called “${name}”.`)
  return found
}

/**
 * What is read out where the focus is: of a cell also its row and its column, which a screen reader says as they change
 * (its cells stand in the columns of their heads, one for one).
 */
export const atFocus = (root: Heard): string => {
  const focused = inOrder(root)
    .filter(one => one.states.focused === true && one.role !== 'RootWebArea')
    .at(-1)
  if (focused === undefined) return ''
  const here = focused.active === undefined ? focused : inOrder(root).find(one => one.element === focused.active)
  if (here === undefined) return ''
  for (const grid of allOf(root, 'grid')) {
    const [heads, ...rows] = allOf(grid, 'row')
    const row = rows.find(one => one.children.includes(here))
    if (heads === undefined || row === undefined) continue
    const cells = row.children.filter(one => one.role === 'rowheader' || one.role === 'gridcell')
    const line = cells.find(one => one.role === 'rowheader')
    const column = heads.children.at(cells.indexOf(here) - cells.length)
    return [line === here ? undefined : line?.name, column?.name, here.name]
      .filter(one => one !== undefined)
      .join(' | ')
  }
  return here.name
}
