import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCommandLine, bundlingTime, type CommandLine } from '../../support/command-line.ts'

let glossator: CommandLine
beforeAll(async () => {
  glossator = await buildCommandLine()
}, bundlingTime)
afterAll(() => glossator.remove())

test('the register of the sample goes out in every format, is the same when read in, and the same in another case', async () => {
  await glossator.run('sample', 'sample.gloss')
  for (const format of ['xlsx', 'csv', 'json']) {
    expect((await glossator.run('risks', 'sample.gloss', '--export', `all.${format}`)).status).toBe(0)
    const read = await glossator.run('risks', 'sample.gloss', '--import', `all.${format}`, '--dry-run', '--json')
    expect(read.document(), format).toMatchObject({
      as: 'records',
      counts: { new: 0, changed: 0, unreadable: 0 },
      differences: [],
      leftOut: [],
    })
  }
  await glossator.run('new', 'other.gloss')
  expect(await glossator.run('risks', 'other.gloss', '--import', 'all.json')).toMatchObject({ status: 0 })
  const again = await glossator.run('risks', 'other.gloss', '--import', 'all.csv', '--dry-run', '--json')
  expect(again.document()).toMatchObject({ counts: { new: 0, unreadable: 0 } })
  const [ours, theirs] = [await glossator.run('risks', 'sample.gloss'), await glossator.run('risks', 'other.gloss')]
  expect(theirs.out.match(/^R-\d+/gm)).toEqual(ours.out.match(/^R-\d+/gm))
})

test('a register from elsewhere is compared, read in, and what is not read is said', async () => {
  await glossator.run('new', 'a.gloss')
  writeFileSync(
    glossator.at('theirs.csv'),
    'ref_id;assets;threats;name;description;existing_controls;current_impact;current_proba;current_risk;additional_controls;residual_impact;residual_proba;residual_risk;treatment;strength_of_knowledge\nR.1;Port;Ice;Port shut;Ships wait;Breaker;High;Likely;High;Second breaker;Low;Unlikely;Low;mitigate;Medium\n',
  )
  const dry = await glossator.run('risks', 'a.gloss', '--import', 'theirs.csv', '--dry-run', '--json')
  expect(dry.document()).toMatchObject({
    as: 'register',
    shape: 'ciso-assistant',
    counts: { new: 4, unreadable: 0 },
    leftOut: [expect.stringContaining('current_risk'), expect.stringContaining('residual_risk')],
    done: null,
  })
  expect((await glossator.run('risks', 'a.gloss', '--import', 'theirs.csv')).out).toContain('4 records made')
  expect((await glossator.run('risks', 'a.gloss')).out).toContain('Port shut')
  const lost = await glossator.run('risks', 'a.gloss', '--import', 'theirs.csv', '--mapping', 'Nobody')
  expect(lost).toMatchObject({ status: 1, err: expect.stringContaining('no mapping “Nobody”') })
  expect((await glossator.run('risks', 'a.gloss', '--export', 'a.pdf')).err).toContain('.xlsx, .csv or .json')
  expect((await glossator.run('risks', 'a.gloss', '--dry-run')).status).toBe(2)
  expect((await glossator.run('risks', 'a.gloss', '--export', 'b.csv', '--map')).status).toBe(2)
})
