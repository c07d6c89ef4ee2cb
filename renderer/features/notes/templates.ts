import type { RichText, RichTextNode } from '../../../shared/model/rich-text.ts'
import { say } from '../../say.ts'

export const noteTemplates = ['evaluation', 'meeting', 'assumptions', 'advocacy', 'premortem'] as const
export type NoteTemplate = (typeof noteTemplates)[number]

const paragraph = (words = ''): RichTextNode =>
  words === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: words }] }
const heading = (words: string): RichTextNode => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text: words }],
})
const quiet = (words: string): RichTextNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text: words, marks: [{ type: 'italic' }] }],
})
const bullets = (words: readonly string[]): RichTextNode => ({
  type: 'bulletList',
  content: words.map(one => ({ type: 'listItem', content: [paragraph(one)] })),
})
const tasks = (words: readonly string[]): RichTextNode => ({
  type: 'taskList',
  content: words.map(one => ({ type: 'taskItem', attrs: { checked: false }, content: [paragraph(one)] })),
})
const table = (heads: readonly string[], rows: number): RichTextNode => ({
  type: 'table',
  content: [
    { type: 'tableRow', content: heads.map(one => ({ type: 'tableHeader', content: [paragraph(one)] })) },
    ...Array.from({ length: rows }, () => ({
      type: 'tableRow',
      content: heads.map(() => ({ type: 'tableCell', content: [paragraph()] })),
    })),
  ],
})

/** A line of the catalogue for each part, taken apart at its line ends. */
const lines = (words: string): string[] => words.split('\n').map(one => one.trim())

const parts: Record<NoteTemplate, () => RichTextNode[]> = {
  evaluation: () => [
    quiet(say('noteTemplates.evaluationHow')),
    ...lines(say('noteTemplates.evaluationParts')).flatMap(part => [heading(part), paragraph()]),
    heading(say('noteTemplates.evaluationGrade')),
    bullets(lines(say('noteTemplates.evaluationGrades'))),
  ],
  meeting: () => [
    bullets(lines(say('noteTemplates.meetingFacts'))),
    heading(say('noteTemplates.meetingSaid')),
    table(lines(say('noteTemplates.meetingHeads')), 3),
    heading(say('noteTemplates.meetingOurs')),
    paragraph(),
    heading(say('noteTemplates.meetingNext')),
    tasks(lines(say('noteTemplates.meetingTasks'))),
  ],
  assumptions: () => [
    quiet(say('noteTemplates.assumptionsHow')),
    table(lines(say('noteTemplates.assumptionsHeads')), 5),
    heading(say('noteTemplates.assumptionsWeak')),
    bullets(['']),
    heading(say('noteTemplates.next')),
    tasks(lines(say('noteTemplates.assumptionsTasks'))),
  ],
  advocacy: () => [
    quiet(say('noteTemplates.advocacyHow')),
    ...lines(say('noteTemplates.advocacyParts')).flatMap(part => [heading(part), paragraph()]),
  ],
  premortem: () => [
    quiet(say('noteTemplates.premortemHow')),
    heading(say('noteTemplates.premortemWrong')),
    table(lines(say('noteTemplates.premortemHeads')), 4),
    heading(say('noteTemplates.premortemNow')),
    tasks(lines(say('noteTemplates.premortemTasks'))),
  ],
}

/** A new note by a method of the trade: its headings and questions, to be filled in. */
export const templateDocument = (template: NoteTemplate): RichText => ({ type: 'doc', content: parts[template]() })
