import { say } from '../../say.ts'

const operators = ['words', 'phrase', 'not', 'prefix', 'source', 'tag', 'term', 'risk', 'kind'] as const

/** What can be typed into the box, each with an example that is tried by a press. */
export const Operators = ({ onTry }: { onTry: (example: string) => void }) => (
  <section className="search-operators" aria-label={say('search.help')}>
    <h2 className="label">{say('search.help')}</h2>
    <dl>
      {operators.map(one => (
        <div key={one}>
          <dt>
            <button type="button" onClick={() => onTry(say(`search.example.${one}`))}>
              <code>{say(`search.example.${one}`)}</code>
            </button>
          </dt>
          <dd className="small muted">{say(`search.help.${one}`)}</dd>
        </div>
      ))}
    </dl>
  </section>
)
