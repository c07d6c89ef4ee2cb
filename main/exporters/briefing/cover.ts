import type { PartialDate } from '../../../shared/model/partial-date.ts'
import { markingLevels } from '../../../shared/rules/markings.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { element, type Html } from '../html.ts'
import type { Context, Section } from './context.ts'

/** The first page: marking, title, who wrote it for whom and when, and what the marking allows (TLP 2.0, FIRST). */
export function cover(context: Context, date: PartialDate): Html {
  const { briefing, document } = context
  const facts: [string, string][] = [
    [say('briefing.author'), briefing.author || say('briefing.notStated')],
    [say('briefing.audience'), briefing.audience || say('briefing.notStated')],
    [say('briefing.date'), partialDateWords(date)],
    [say('briefing.cutOff'), briefing.cutOff === null ? say('briefing.notStated') : partialDateWords(briefing.cutOff)],
    [say('briefing.case'), document.case.name],
    [
      say('briefing.basis'),
      say('briefing.basisWords', {
        sources: document.sources.length,
        excerpts: document.excerpts.length,
        claims: document.claims.length,
      }),
    ],
  ]
  return element(
    'header',
    { class: 'cover' },
    element('p', { class: 'cover-marking' }, briefing.marking),
    element('h1', {}, briefing.title),
    briefing.subtitle !== '' && element('p', { class: 'subtitle' }, briefing.subtitle),
    element(
      'dl',
      { class: 'cover-facts' },
      ...facts.map(([name, words]) => element('div', {}, element('dt', {}, name), element('dd', {}, words))),
    ),
    element(
      'p',
      { class: 'cover-handling' },
      element('b', {}, `${briefing.marking}. `),
      markingLevels(document.case).find(({ name }) => name === briefing.marking)?.handling ?? '',
    ),
  )
}

/** The contents; the numbers are filled in on the second pass, in a column of fixed width so that nothing moves. */
export function contents(sections: readonly Section[], pages: Readonly<Record<string, number>>): Html {
  const line = (anchor: string, title: string, level: 1 | 2) =>
    element(
      'li',
      { class: `contents-${level}` },
      element(
        'a',
        { href: `#${anchor}` },
        element('span', { class: 'contents-title' }, title),
        element('span', { class: 'contents-page' }, pages[anchor] ?? ''),
      ),
    )
  const lines = sections.flatMap(section => [
    line(section.anchor, section.title, 1),
    ...(section.headings ?? []).map(({ anchor, title }) => line(anchor, title, 2)),
  ])
  return element(
    'nav',
    { class: 'contents', 'aria-labelledby': 'contents' },
    element('h2', { id: 'contents' }, say('briefing.contents')),
    element('ol', {}, ...lines),
  )
}
