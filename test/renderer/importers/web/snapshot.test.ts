import { expect, test } from 'vitest'
import { draftFrom } from '../imports.ts'

const words = '<p>The ministers said on Tuesday that the fund would hold half of the future revenue of the state.</p>'
const url = 'https://daily.example/fund?id=7'

test.each([
  [
    'SingleFile',
    `<!DOCTYPE html> <html lang="en"><!--\n Page saved with SingleFile \n url: ${url} \n saved date: Fri Mar 14 2025 10:23:00 GMT+0200 (Eastern European Standard Time)\n--><head></head><body>${words}</body></html>`,
    '2025-03-14',
  ],
  ['saved from url', `<!DOCTYPE html>\n<!-- saved from url=(0031)${url} -->\n<html><body>${words}</body></html>`, null],
  [
    'monolith',
    `<!-- Saved from ${url} at 2025-03-14T08:23:00Z using monolith v2.8.1 --><html><body>${words}</body></html>`,
    '2025-03-14',
  ],
  [
    'Save Page WE',
    `<html><head><meta name="savepage-url" content="${url}"><meta name="savepage-date" content="Fri Mar 14 2025 10:23:00 GMT+0200 (EET)"></head><body>${words}</body></html>`,
    '2025-03-14',
  ],
  [
    'WebScrapBook',
    `<html data-scrapbook-source="${url}" data-scrapbook-create="20250314082300000"><body>${words}</body></html>`,
    '2025-03-14',
  ],
])('a page saved by %s says where from and when', async (mark, page, accessed) => {
  const draft = await draftFrom('saved.html', page)
  expect(draft.bibliography).toMatchObject({ url, accessed, published: null })
  expect(draft.statements).toContainEqual(
    expect.objectContaining({ field: 'url', value: url, origin: 'snapshot', mark }),
  )
  if (accessed) {
    expect(draft.statements).toContainEqual(
      expect.objectContaining({ field: 'accessed', value: accessed, origin: 'snapshot', mark }),
    )
  }
})

test('a mirror by HTTrack leaves the scheme out', async () => {
  const comment =
    "<!-- Mirrored from daily.example/fund.html by HTTrack Website Copier/3.x [XR&CO'2014], Fri, 14 Mar 2025 12:00:00 GMT -->"
  expect((await draftFrom('a.html', `<html>${comment}<body>${words}</body></html>`)).bibliography).toMatchObject({
    url: 'http://daily.example/fund.html',
    accessed: '2025-03-14',
  })
})

test('a page of the Internet Archive: when it was archived, then when it was fetched from there', async () => {
  const comment =
    '<!--\n     FILE ARCHIVED ON 04:05:06 Mar 14, 2025 AND RETRIEVED FROM THE\n     INTERNET ARCHIVE ON 12:13:14 Nov 3, 2025.\n-->'
  const draft = await draftFrom('a.html', `<html><body>${words}</body></html>\n${comment}`)
  expect(draft.statements.filter(({ field }) => field === 'accessed')).toMatchObject([
    { value: '2025-03-14', mark: 'Internet Archive, archived' },
    { value: '2025-11-03', mark: 'Internet Archive, retrieved' },
  ])
})

test('the canonical address comes before the one it was saved from, and both are kept', async () => {
  const page = `<!--\n Page saved with SingleFile \n url: ${url} \n--><html><head><link rel="canonical" href="https://daily.example/fund"></head><body>${words}</body></html>`
  const addresses = (await draftFrom('a.html', page)).statements.filter(({ field }) => field === 'url')
  expect(addresses.map(({ value }) => value)).toEqual(['https://daily.example/fund', url])
})

test('a page that was saved from a disk states no address', async () => {
  const page = `<!-- saved from url=(0029)file:///home/analyst/fund.html --><html><body>${words}</body></html>`
  expect((await draftFrom('a.html', page)).bibliography.url).toBe('')
})
