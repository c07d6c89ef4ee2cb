import { useState } from 'react'
import type { RecordChange } from '../../shared/contract/history.ts'
import { folded, wordDiff } from '../../shared/rules/word-diff.ts'
import { say } from '../say.ts'
import { Button } from '../ui/Button.tsx'
import { DiffRuns } from './DiffRuns.tsx'
import './field-changes.css'

/** Longest value that stands beside the one it replaced; longer texts are told apart word by word. */
const longestBeside = 60

/** Longest text that is shown whole without being asked for. */
const longestWhole = 480

const isText = (words: string) => words.length > longestBeside || words.includes('\n')

/** What a command did to one record, field by field, in the words of the record. */
export const FieldChanges = ({ op, fields }: Pick<RecordChange, 'op' | 'fields'>) => (
  <dl className="field-changes">
    {fields.map(({ field, before, after }) => (
      <div key={field}>
        <dt>{field}</dt>
        <dd>
          {op === 'update' ? (
            <Change before={before ?? ''} after={after ?? ''} />
          ) : (
            <Value words={(op === 'insert' ? after : before) ?? ''} />
          )}
        </dd>
      </div>
    ))}
  </dl>
)

const Value = ({ words }: { words: string }) => {
  const [whole, setWhole] = useState(false)
  if (words === '') return <span className="faint">{say('history.empty')}</span>
  const long = words.length > longestWhole
  return (
    <>
      <span className={isText(words) ? 'field-text' : undefined}>
        {long && !whole ? `${words.slice(0, longestWhole - 60)}…` : words}
      </span>
      {long ? <More whole={whole} onTurn={() => setWhole(!whole)} /> : null}
    </>
  )
}

const Change = ({ before, after }: { before: string; after: string }) => {
  if (before !== '' && after !== '' && (isText(before) || isText(after)))
    return <TextChange before={before} after={after} />
  return (
    <>
      {before === '' ? <span className="faint">{say('history.empty')}</span> : <del>{before}</del>}
      <span className="field-arrow" role="img" aria-label={say('history.became')}>
        {' → '}
      </span>
      {after === '' ? (
        <span className="faint">{say('history.empty')}</span>
      ) : (
        <ins className={isText(after) ? 'field-text' : undefined}>{after}</ins>
      )}
    </>
  )
}

const TextChange = ({ before, after }: { before: string; after: string }) => {
  const [whole, setWhole] = useState(false)
  const runs = wordDiff(before, after)
  const short = folded(runs)
  const isCut = short.some((run, index) => run !== runs[index])
  return (
    <>
      <span className="field-text">
        <DiffRuns runs={whole ? runs : short} />
      </span>
      {isCut ? <More whole={whole} onTurn={() => setWhole(!whole)} /> : null}
    </>
  )
}

const More = ({ whole, onTurn }: { whole: boolean; onTurn: () => void }) => (
  <Button
    label={say(whole ? 'history.less' : 'history.whole')}
    look="quiet"
    className="field-more small"
    aria-expanded={whole}
    onClick={onTurn}
  />
)
