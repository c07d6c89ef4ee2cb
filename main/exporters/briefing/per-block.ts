import type { BlockId } from '../../../shared/model/id.ts'
import type { Context } from './context.ts'

/** What is asked of a block several times (is there anything to show, how is it numbered, show it) and worked out once. */
export function perBlock<Block extends { id: BlockId }, Made>(make: (block: Block, context: Context) => Made) {
  const known = new WeakMap<Context, Map<BlockId, Made>>()
  return (block: Block, context: Context): Made => {
    const ofContext = known.get(context) ?? new Map<BlockId, Made>()
    known.set(context, ofContext)
    const found = ofContext.get(block.id)
    if (found !== undefined) return found
    const made = make(block, context)
    ofContext.set(block.id, made)
    return made
  }
}
