import type { Briefing } from '../../../shared/model/briefing.ts'
import type { RichText } from '../../../shared/model/rich-text.ts'
import { plainText } from '../../../shared/rules/rich-text.ts'
import { RichTextEditor } from '../../parts/editor/RichTextEditor.tsx'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'

type StatementProps = {
  id: Briefing['id']
  statement: RichText | null
  onSave: (statement: RichText | null) => void
}

/** The source summary statement: drafted from the case until the analyst takes it over, who can give it back. */
export const Statement = ({ id, statement, onSave }: StatementProps) => {
  const draft = useRead('briefings.statement', { id }).value
  return (
    <div className="briefings-statement">
      <span className="label">{say('briefings.statement')}</span>
      {statement === null ? (
        <>
          <div className="briefings-drafted">
            {draft === undefined
              ? null
              : plainText(draft)
                  .split('\n')
                  .map(line => <p key={line}>{line}</p>)}
          </div>
          <p className="small muted">{say('briefings.statementDrafted')}</p>
          <Button
            writes
            label={say('briefings.editStatement')}
            disabled={draft === undefined}
            onClick={() => draft && onSave(draft)}
          />
        </>
      ) : (
        <>
          <RichTextEditor name={say('briefings.statement')} document={statement} onSave={onSave} />
          <Button writes label={say('briefings.draftStatement')} onClick={() => onSave(null)} />
        </>
      )}
    </div>
  )
}
