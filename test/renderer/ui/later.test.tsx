import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { later } from '../../../renderer/ui/later.tsx'

const Part = ({ words }: { words: string }) => <p>{words}</p>

test('a part that was read is drawn at once, and is read once however often it is wanted', async () => {
  let reads = 0
  const Later = later(async () => {
    reads += 1
    return Part
  })
  expect(() => renderToStaticMarkup(<Later words="too early" />)).toThrow(/suspended/)
  await Promise.all([Later.read(), Later.read()])
  expect(renderToStaticMarkup(<Later words="there" />)).toBe('<p>there</p>')
  expect(reads).toBe(1)
})
