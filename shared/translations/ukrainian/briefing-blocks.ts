import type { briefingBlocksMessages } from '../../messages/briefing-blocks.ts'

/** The words of shared/messages/briefing-blocks.ts in Ukrainian. */
export const briefingBlocksUkrainian: Record<keyof typeof briefingBlocksMessages, string> = {
  'briefing.section': 'Розділ {number}',
  'briefing.inSection': '«{heading}»',
  'briefing.table': 'Таблиця {number}',
  'briefing.figure': 'Рисунок {number}',
  'briefing.part': 'частина {part} з {parts}',
  'briefing.missingSection': '[цієї частини в довідці вже немає]',

  'briefing.caption.matrix':
    '{axis, select, parties {Умови за сторонами} dates {Умови за датами тверджень} other {Умови за джерелами}}{scope}{date}',
  'briefing.caption.register':
    '{most, plural, =0 {Ризики, найсерйозніші — першими} =1 {Найсерйозніший ризик} one {# найсерйозніший ризик} few {# найсерйозніші ризики} many {# найсерйозніших ризиків} other {# найсерйозніших ризиків}}{scope}',
  'briefing.caption.timeline': 'Що й коли відбулося за датами джерел{scope}{span}',
  'briefing.caption.span':
    '{ends, select, from {, {first} і пізніше} to {, {last} і раніше} other {, {first} – {last}}}',
  'briefing.caption.heatMap': 'Ризики за ймовірністю та впливом{scope}',
  'briefing.caption.indicators': 'Індикатори й те, що з них виявлено{scope}',
  'briefing.caption.gaps': 'Умови, яким бракує відповіді, другого першоджерела або прочитання{scope}',

  'briefing.none.matrix':
    '{count, plural, =0 {У матриці ще нічого немає.} other {У матриці ще нічого немає в категоріях: {names}.}}',
  'briefing.none.register':
    '{count, plural, =0 {У реєстрі ще немає ризиків.} other {У реєстрі немає ризиків категорій: {names}.}}',
  'briefing.none.heat map':
    '{count, plural, =0 {У реєстрі ще немає ризиків.} other {У реєстрі немає ризиків категорій: {names}.}}',
  'briefing.none.scored': 'Жодного з показаних тут ризиків ще не оцінено.',
  'briefing.none.timeline':
    '{count, plural, =0 {За цей час немає нічого датованого.} other {За цей час немає нічого датованого в категоріях: {names}.}}',
  'briefing.none.indicators':
    '{count, plural, =0 {За жодним індикатором у цьому стані не спостерігають.} other {За жодним індикатором у цьому стані не спостерігають для ризиків категорій: {names}.}}',
  'briefing.none.gaps': '{count, plural, =0 {У справі ще немає умов.} other {У справі немає умов категорій: {names}.}}',
  'briefing.none.judgements': 'Жодного ключового висновку ще не написано.',
  'briefing.none.since': 'Жодної версії ще не випущено й дня не вказано, тож порівнювати немає з чим.',
  'briefing.none.version': 'Жодної версії ще не випущено: усе тут нове.',

  'briefing.timeline.date': 'Дата',
  'briefing.timeline.what': 'Що відомо',
  'briefing.timeline.sources': 'Джерела',
  'briefing.timeline.published': 'Опубліковано:',

  'briefing.indicator.state': 'Стан',
  'briefing.indicator.indicator': 'Індикатор',
  'briefing.indicator.risk': 'Ризик',
  'briefing.indicator.direction': 'Якщо виявлено',
  'briefing.direction': '{direction, select, lowers {ризик знижується} other {ризик зростає}}',
  'briefing.since': 'від {date}',

  'briefing.movedSinceDay': '{date}',
  'briefing.movedSinceVersion': 'версія {number} від {date}',
  'briefing.moved':
    '{count, plural, =0 {Становище жодного ризику не змінилося} one {Змінилося становище # ризику} few {Змінилося становище # ризиків} many {Змінилося становище # ризиків} other {Змінилося становище # ризику}} (порівняно: {since}).',

  'briefing.changedSince':
    '{count, plural, =0 {Від версії {number} ({date}) нічого не змінилося.} one {Від версії {number} ({date}) — # зміна.} few {Від версії {number} ({date}) — # зміни.} many {Від версії {number} ({date}) — # змін.} other {Від версії {number} ({date}) — # зміни.}}',
  'briefing.changed.judgement': 'Висновок',
  'briefing.changed.section': 'Розділ',
  'briefing.changed.position': 'Оцінена позиція',
  'briefing.changed.risk': 'Ризик',
  'briefing.changed.source': 'Джерело',
  'briefing.change.new': 'Нове.',
  'briefing.change.changed': 'Змінено.',
  'briefing.change.gone': 'Зникло.',
  'briefing.before': 'Раніше',
  'briefing.after': 'Тепер',
  'briefing.alternative': 'Розглянута альтернатива.',

  'briefing.distribution': 'Розсилка',
  'briefing.version': 'Версія',
  'briefing.versionWords':
    '{state, select, issued {Версія {number}, {date}} other {Чернетка версії {number}, {date}, не випущено}}{before, plural, =0 {} other {; {state, select, issued {замінює} other {замінить}} версію # від {beforeDate}}}',
  'briefing.portions':
    '{count, plural, one {Окремі частини мають гриф {markings}; його вказано перед їхнім текстом.} few {Окремі частини мають грифи {markings}; їх указано перед текстом.} many {Окремі частини мають грифи {markings}; їх указано перед текстом.} other {Окремі частини мають грифи {markings}; їх указано перед текстом.}}',
  'briefing.noParty': 'Без сторони',
}
