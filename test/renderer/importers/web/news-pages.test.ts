import { describe, expect, test } from 'vitest'
import { draftFrom } from '../imports.ts'

/** Sentences made of a few words, so that every paragraph is another. */
const sentence = (seed: number) => {
  const pick = (list: string[], step: number) => list[(seed * 7 + step * 3) % list.length]
  const who = pick(['The minister', 'An adviser', 'The delegation', 'A diplomat', 'The president'], seed)
  const did = pick(
    ['said on Monday that', 'told reporters that', 'wrote in a letter that', 'made it clear that'],
    seed + 1,
  )
  const what = pick(['the fund', 'the agreement', 'the second draft', 'the list of deposits', 'the annex'], seed + 2)
  const how = pick(['would be signed', 'was not yet ready', 'had been changed', 'needed more work'], seed + 3)
  return `${who} ${did} ${what} ${how} in week ${seed + 1}, before the delegations meet again for talks that may last.`
}
const paragraph = (seed: number) => `${sentence(seed * 3)} ${sentence(seed * 3 + 1)} ${sentence(seed * 3 + 2)}`
const paragraphs = Array.from({ length: 9 }, (_, index) => paragraph(index))

const title = 'Ministers Agree on a Fund for Minerals'
const furniture = {
  menu: ['World', 'Business', 'Politics', 'Opinion', 'Culture', 'Sport'],
  teasers: [
    'Ten charts that explain the season',
    'What the committee wants to hear',
    'Who pays for the new bridge',
    'The town that said no to the mine',
  ],
  comments: [
    'I have read this twice and still do not see who pays for it all in the end.',
    'Typical of them, is it not, to sign first and to read afterwards, as always.',
  ],
  legal: '© 2025 The Daily. All rights reserved. The text may not be copied without permission of the publisher.',
}
const links = (words: string[]) => words.map(word => `<li><a href="/x">${word}</a></li>`).join('')
const p = (list: string[], tag = 'p') => list.map(words => `<${tag}>${words}</${tag}>`).join('\n')

/** The ways in which news sites build a page around an article. */
const shapes: Record<string, string> = {
  'main and article, as the standard has it': `<header><a href="/">The Daily</a><nav><ul>${links(furniture.menu)}</ul></nav></header>
    <main><article><h1>${title}</h1><p class="byline">By Jane Roe</p>${p(paragraphs)}</article><aside><h2>Most read</h2><ul>${links(furniture.teasers)}</ul></aside></main>
    <section id="comments">${p(furniture.comments)}</section><footer><p>${furniture.legal}</p></footer>`,
  'divisions with telling classes': `<div class="top-nav"><ul>${links(furniture.menu)}</ul></div>
    <div class="wrap"><div class="story-header"><h1>${title}</h1><div class="byline">By Jane Roe</div></div><div class="story-body">${p(paragraphs)}</div>
    <div class="related-stories"><h3>Related</h3><ul>${links(furniture.teasers)}</ul></div><div class="commentsList">${p(furniture.comments)}</div></div>
    <div class="footer">${furniture.legal}</div>`,
  'divisions whose classes a machine made': `<div class="css-1a2b"><ul class="css-9z">${links(furniture.menu)}</ul></div><div class="css-77"><div class="css-8"><h1>${title}</h1><div>By Jane Roe</div>
    ${p(paragraphs.slice(0, 4))}<div class="css-5"><ul>${links(furniture.teasers)}</ul></div>${p(paragraphs.slice(4))}</div>
    <div class="css-6"><div><a href="/a">${furniture.teasers[0]}</a></div><div><a href="/b">${furniture.teasers[1]}</a></div></div></div><div class="css-3"><a href="/t">Terms</a> <a href="/p">Privacy</a> <span>${furniture.legal}</span></div>`,
  'a table that lays the page out': `<table><tr><td colspan=2><a href="/">The Daily</a></td></tr><tr><td><ul>${links(furniture.menu)}</ul></td>
    <td><h1>${title}</h1><font>By Jane Roe</font><br><br>${paragraphs.join('<br><br>')}</td></tr><tr><td colspan=2><font size=1>${furniture.legal}</font></td></tr></table>`,
  'the paragraphs in divisions, the first one outside': `<div id="hd"><ul>${links(furniture.menu)}</ul></div><div id="page"><h1>${title}</h1><div class="lead">${paragraphs[0]}</div><div>By Jane Roe</div>
    <div class="text">${p(paragraphs.slice(1), 'div')}</div><div class="social-share"><a href="f">Facebook</a><a href="t">Twitter</a></div></div><div id="ft">${furniture.legal}</div>`,
  'a page of comments longer than the article': `<div class="a"><h1>${title}</h1><p>By Jane Roe</p>${p(paragraphs.slice(0, 3))}</div><div id="comments">${p(Array.from({ length: 20 }, (_, index) => `${furniture.comments[index % 2]} ${sentence(index + 50)}`))}</div>`,
}

const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

describe.each(Object.entries(shapes))('%s', (shape, body) => {
  const article = shape.includes('comments') ? paragraphs.slice(0, 3) : paragraphs

  test('every paragraph is of the document; hardly anything else is; nothing is lost', async () => {
    const { text, blocks, bibliography } = await draftFrom(
      'page.html',
      `<!doctype html><html><body>${body}</body></html>`,
    )
    const own = blocks.filter(({ apparatus }) => !apparatus).map(({ start, end }) => text.slice(start, end))
    for (const words of article)
      expect(
        own.some(block => block.includes(words)),
        words,
      ).toBe(true)
    const truth = words([title, 'By Jane Roe', ...article].join(' ')).length
    expect(words(own.join(' ')).length / truth).toBeLessThan(1.03)
    for (const teaser of furniture.teasers.filter(words => body.includes(words))) expect(text).toContain(teaser)
    expect(bibliography).toMatchObject({ title, authors: ['Jane Roe'], kind: 'news article' })
  })
})

test('a page that is nothing but links keeps them as its own', async () => {
  const { blocks } = await draftFrom('page.html', `<h1>Documents</h1><ul>${links(furniture.teasers)}</ul>`)
  expect(blocks.every(({ apparatus }) => !apparatus)).toBe(true)
})

test('a page of megabytes, wide or deep, is read in time', async () => {
  const wide = `<main>${paragraphs
    .map(words => `<p>${words}</p>`)
    .join('')
    .repeat(1_000)}</main>`
  const deep = `${'<div class="byline author"><span class="x">'.repeat(450)}${p(paragraphs)}`.repeat(1)
  const start = performance.now()
  expect((await draftFrom('wide.html', wide)).blocks).toHaveLength(9_000)
  expect((await draftFrom('deep.html', `<p>${paragraphs[0]}</p>${deep}`)).text).toContain(paragraphs[8])
  expect(performance.now() - start).toBeLessThan(20_000)
})
