import type { apparatusMessages } from '../../messages/apparatus.ts'

/** The words of shared/messages/apparatus.ts in Ukrainian. */
export const apparatusUkrainian: Record<keyof typeof apparatusMessages, string> = {
  'apparatus.cited':
    '{all, select, true {Ця довідка посилається на {held, plural, =1 {єдине джерело} one {усі # джерело} few {усі # джерела} many {усі # джерел} other {усі # джерела}} справи: {kinds}.} other {Ця довідка посилається на {count, plural, =1 {одне} one {#} few {#} many {#} other {#}} з {held} джерел справи: {kinds}.}}',
  'apparatus.age':
    '{days, plural, =0 {Найновіше має дату, станом на яку зібрано інформацію.} one {Найновіше на # день старіше за дату, станом на яку зібрано інформацію.} few {Найновіше на # дні старіше за дату, станом на яку зібрано інформацію.} many {Найновіше на # днів старіше за дату, станом на яку зібрано інформацію.} other {Найновіше на # дня старіше за дату, станом на яку зібрано інформацію.}}',
  'apparatus.noClaims': 'Жодного твердження з них не взято.',
  'apparatus.relayed':
    '{count, plural, =1 {Одне з першоджерел переказують інші, і воно відоме за назвою: {origins}.} one {# першоджерело переказують інші, і воно відоме за назвою: {origins}.} few {# першоджерела переказують інші, і вони відомі за назвами: {origins}.} many {# першоджерел переказують інші, і вони відомі за назвами: {origins}.} other {# першоджерела переказують інші, і вони відомі за назвами: {origins}.}}',
  'apparatus.foremost': 'Із {passages} наведених уривків {count} містяться тут: {sources}.',
  'apparatus.unanswered': 'Без відповіді в них лишаються умови: {count} з {terms}.',
  'apparatus.uncited':
    '{count, plural, one {На # із них тут немає посилань.} few {На # із них тут немає посилань.} many {На # із них тут немає посилань.} other {На # із них тут немає посилань.}}',
  'apparatus.further':
    'У справі є ще {count, plural, one {# джерело, на яке} few {# джерела, на які} many {# джерел, на які} other {# джерела, на які}} тут немає посилань.',
  'apparatus.setAside':
    '{count, plural, one {# твердження відкинуто й не враховано.} few {# твердження відкинуто й не враховано.} many {# тверджень відкинуто й не враховано.} other {# твердження відкинуто й не враховано.}}',
  'apparatus.accessed': 'звернення {date}',
  'apparatus.page': 'с. {page}',
  'apparatus.seeNote': 'примітка {note}',
}
