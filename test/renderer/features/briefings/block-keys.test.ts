import { describe, expect, test } from 'vitest'
import { type KeyedBlock, keyBlocks } from '../../../../renderer/features/briefings/block-keys.ts'
import type { BriefingBlock } from '../../../../shared/model/briefing.ts'

const block = (kind: 'gaps' | 'register' | 'sources', heading = ''): BriefingBlock => ({ kind, heading })
const keys = (keyed: readonly KeyedBlock[]) => keyed.map(one => one.key)
const first = [block('gaps'), block('register'), block('sources')]

describe('keys of blocks', () => {
  test('go with a block that moves', () => {
    const before = keyBlocks(first, [])
    expect(keys(before)).toEqual([0, 1, 2])
    const moved = [block('register'), block('gaps'), block('sources')]
    expect(keys(keyBlocks(moved, before))).toEqual([1, 0, 2])
  })

  test('stay with a block that is edited in its place', () => {
    const before = keyBlocks(first, [])
    expect(keys(keyBlocks(first.with(1, block('register', 'Risks')), before))).toEqual([0, 1, 2])
  })

  test('end with a block that goes, and a block that comes has a new one', () => {
    const before = keyBlocks(first, [])
    const without = keyBlocks(first.toSpliced(1, 1), before)
    expect(keys(without)).toEqual([0, 2])
    expect(keys(keyBlocks(first, without))).toEqual([0, 3, 2])
  })

  test('are one each for blocks that say the same', () => {
    const twins = [block('gaps'), block('gaps')]
    const before = keyBlocks(twins, [])
    expect(keys(before)).toEqual([0, 1])
    expect(keys(keyBlocks([...twins, block('gaps')], before))).toEqual([0, 1, 2])
  })
})
