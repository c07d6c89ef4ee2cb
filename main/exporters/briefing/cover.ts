import type { PartialDate } from '../../../shared/model/partial-date.ts'
import { localDay } from '../../../shared/rules/local-day.ts'
import { markingLevels } from '../../../shared/rules/markings.ts'
import { partialDateWords } from '../../../shared/rules/words.ts'
import { say } from '../../say.ts'
import { type Child, element, type Html } from '../html.ts'
import { listWords } from '../wording.ts'
import type { Context, Heading } from './context.ts'

/** `issued`: the next version; else a draft. */
export type CoverOptions = { date: PartialDate; issued: boolean }

/**
 * Marking, title, who wrote it for whom and when, which version it is, and what the marking allows. A page of its own
 * before a page of contents; else the head of the first page.
 */
export function cover(context: Context, options: CoverOptions): Html {
  const { briefing, document } = context
  const facts: [string, Child][] = [
    [say('briefing.author'), briefing.author || say('briefing.notStated')],
    [say('briefing.audience'), briefing.audience || say('briefing.notStated')],
    ...(briefing.distribution.length === 0
      ? []
      : [
          [
            say('briefing.distribution'),
            element('ul', {}, ...briefing.distribution.map(name => element('li', {}, name))),
          ] satisfies [string, Child],
        ]),
    [say('briefing.version'), versionWords(context, options)],
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
    { class: coverClass(briefing) },
    element('p', { class: 'cover-marking' }, briefing.marking),
    element('h1', {}, briefing.title),
    briefing.subtitle !== '' && element('p', { class: 'subtitle' }, briefing.subtitle),
    element(
      'dl',
      { class: 'cover-facts' },
      ...facts.map(([name, words]) => element('div', {}, element('dt', {}, name), element('dd', {}, words))),
    ),
    handling(context),
  )
}

/** What a page holds under its usual head, in characters and lines; with more, all of it moves up. */
const [longTitle, longList] = [110, 9]

const coverClass = ({ contents: isPage, title, subtitle, distribution }: Context['briefing']): string => {
  if (!isPage) return 'cover masthead'
  return title.length > longTitle || subtitle.length > 2 * longTitle || distribution.length > longList
    ? 'cover long'
    : 'cover'
}

/** "Version 2, 18 March 2025; replaces version 1 of 3 March 2025", or that it is a draft and of what. */
function versionWords({ editions }: Context, { date, issued }: CoverOptions): string {
  const last = editions.at(-1)
  return say('briefing.versionWords', {
    state: issued ? 'issued' : 'draft',
    number: (last?.number ?? 0) + 1,
    date: partialDateWords(date),
    before: last?.number ?? 0,
    beforeDate: last === undefined ? '' : partialDateWords(localDay(last.created)),
  })
}

/** What the marking allows, and which others its parts carry. */
function handling({ briefing, document }: Context): Html {
  const levels = markingLevels(document.case)
  const parts = new Set(
    briefing.blocks.flatMap(block => [
      block.marking,
      ...(block.kind === 'key judgements' ? block.judgements.map(({ marking }) => marking) : []),
    ]),
  )
  const others = levels.map(({ name }) => name).filter(name => parts.has(name) && name !== briefing.marking)
  return element(
    'p',
    { class: 'cover-handling' },
    element('b', {}, `${briefing.marking}. `),
    levels.find(({ name }) => name === briefing.marking)?.handling ?? '',
    others.length > 0 && ` ${say('briefing.portions', { count: others.length, markings: listWords(others) })}`,
  )
}

/** The contents; the numbers are filled in on the second pass, in a column of fixed width so that nothing moves. */
export function contents(
  headings: readonly Heading[],
  numbered: boolean,
  pages: Readonly<Record<string, number>>,
): Html {
  const lines = headings.map(({ anchor, title, level, set }) =>
    element(
      'li',
      { class: `contents-${level}` },
      element(
        'a',
        { href: `#${anchor}` },
        numbered && element('span', { class: 'contents-number' }, set?.number, ' '),
        element('span', { class: 'contents-title' }, set?.name ?? title),
        element('span', { class: 'contents-page' }, pages[anchor] ?? ''),
      ),
    ),
  )
  return element(
    'nav',
    { class: 'contents', 'aria-labelledby': 'contents' },
    element('h2', { id: 'contents' }, say('briefing.contents')),
    element('ol', {}, ...lines),
  )
}
