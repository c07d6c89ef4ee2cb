import { firstTemplates } from '../../shared/contract/briefings.ts'
import type { Briefing } from '../../shared/model/briefing.ts'
import { blockId } from '../../shared/model/id.ts'
import { logged, type Reading, type Writing } from '../operation.ts'
import { templateBlocks } from '../records/briefing-templates.ts'
import { readCaseInfo } from '../records/case-info.ts'
import { newId } from '../records/new-id.ts'
import { briefings, briefingTemplates } from '../records/tables.ts'
import { say } from '../say.ts'

export const list: Reading<'briefings.list'> = db =>
  briefings.all(db).map(({ blocks: _, answers: __, ...briefing }) => briefing)

export const read: Reading<'briefings.read'> = (db, { id }) => briefings.need(db, id)

/** Blocks under ids of their own: what points at those of the pattern does not point here. */
const ownBlocks = (blocks: Briefing['blocks']): Briefing['blocks'] =>
  blocks.map(block => ({ ...block, id: blockId.parse(newId()) }))

export const create: Writing<'briefings.create'> = (db, { title, template }) => {
  const { analyst, marking } = readCaseInfo(db)
  const first = firstTemplates.safeParse(template)
  const plan = first.success
    ? { blocks: templateBlocks(first.data), numbered: false, contents: first.data !== 'flash' }
    : briefingTemplates.need(db, template)
  const briefing = briefings.create(db, {
    title,
    subtitle: '',
    author: analyst,
    audience: '',
    distribution: [],
    marking,
    cutOff: null,
    numbered: plan.numbered,
    contents: plan.contents,
    blocks: ownBlocks(plan.blocks),
    answers: [],
  })
  return logged(say('log.briefingAdded', { title }), briefing)
}

export const update: Writing<'briefings.update'> = (db, { id, patch }) => {
  const { title } = briefings.update(db, id, patch)
  return logged(say('log.briefingChanged', { title }), null)
}

/** A copy to go on from: its blocks keep their ids, so that cross-references within it hold; answers are not taken over. */
export const duplicate: Writing<'briefings.duplicate'> = (db, { id }) => {
  const { id: _, created: __, updated: ___, ...briefing } = briefings.need(db, id)
  const title = say('briefings.copyOf', { title: briefing.title })
  const copy = briefings.create(db, { ...briefing, title, answers: [] })
  return logged(say('log.briefingAdded', { title }), copy)
}

export const remove: Writing<'briefings.remove'> = (db, { id }) => {
  const { title } = briefings.need(db, id)
  briefings.remove(db, id)
  return logged(say('log.briefingRemoved', { title }), null)
}

export const listTemplates: Reading<'briefingTemplates.list'> = db =>
  briefingTemplates.all(db).map(({ blocks: _, ...template }) => template)

const withoutJudgements = (block: Briefing['blocks'][number]): Briefing['blocks'][number] =>
  block.kind === 'key judgements' ? { ...block, judgements: [] } : block

export const keepTemplate: Writing<'briefingTemplates.keep'> = (db, { briefing, name }) => {
  const { blocks, numbered, contents } = briefings.need(db, briefing)
  const plan = { name, numbered, contents, blocks: blocks.map(withoutJudgements) }
  const [there] = briefingTemplates.all(db, 'name = ?', [name])
  if (there) briefingTemplates.update(db, there.id, plan)
  else briefingTemplates.create(db, plan)
  return logged(say('log.templateKept', { title: name }), null)
}

export const removeTemplate: Writing<'briefingTemplates.remove'> = (db, { id }) => {
  const { name } = briefingTemplates.need(db, id)
  briefingTemplates.remove(db, id)
  return logged(say('log.templateRemoved', { title: name }), null)
}
