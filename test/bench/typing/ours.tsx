import '../../../renderer/ui/base.css'
import { createRoot } from 'react-dom/client'
import { RichTextEditor } from '../../../renderer/parts/editor/RichTextEditor.tsx'
import { contend } from './contender.ts'

/** Answers what the text asks of the case, as the workbench would. */
const answer = (name: string, input: { ids?: string[] }): unknown =>
  name === 'mentions.quotes'
    ? (input.ids ?? []).map(id => ({
        id,
        exact: `Words of the excerpt ${id} as they stand in its source`,
        state: 'exact',
        page: 3,
        credibility: 2,
        source: id,
        sourceTitle: 'A source',
        published: '2025-03-11',
        reliability: 'B',
      }))
    : []

window.workbench = {
  call: async (name, input) =>
    JSON.stringify({ ok: true, value: answer(name, input as { ids?: string[] }), changed: [] }),
  onEvent: () => () => undefined,
}

contend('Glossator', (host, document) =>
  createRoot(host).render(<RichTextEditor name="Text" document={document} onSave={() => undefined} />),
)
