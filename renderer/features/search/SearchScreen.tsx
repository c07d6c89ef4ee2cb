import { Star } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react'
import { type SearchKind, searchKind } from '../../../shared/contract/search.ts'
import { whileTyping } from '../../../shared/rules/query.ts'
import { useCommands } from '../../commands.ts'
import { moveTo, useLocation } from '../../location.ts'
import { CodeAllDialog } from '../../parts/code-all/CodeAllDialog.tsx'
import { useRead } from '../../query.ts'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { KindTabs } from './KindTabs.tsx'
import { Operators } from './Operators.tsx'
import { Results } from './Results.tsx'
import './search.css'
import { SavedSearches, useSavedSearch } from './SavedSearches.tsx'

const perKind = 6
const most = 200
/** Long enough that typing does not fill the address with every letter. */
const settled = 250

const searched = (words: string, kind: SearchKind | null) =>
  words.trim() === ''
    ? null
    : kind === null
      ? { query: whileTyping(words), limit: perKind, perKind: true }
      : { query: whileTyping(words), limit: most, kinds: [kind] }

/** Moves the focus among the results, as arrows do in a list; from the first one back to the box. */
const stepFocus = (event: KeyboardEvent<HTMLElement>, box: HTMLElement | null) => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-stop]')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  if (at < 0 && event.target !== box) return
  event.preventDefault()
  const next = stops[at + step]
  if (next) next.focus()
  else if (step === -1) box?.focus()
}

/** Search over everything in the case, with results as the words are typed. `#/search?q=WORDS&kind=KIND`. */
export const SearchScreen = () => {
  const { query: asked } = useLocation()
  const [words, setWords] = useState(asked.q ?? '')
  const [coding, setCoding] = useState(false)
  const [helping, setHelping] = useState(false)
  const kind = searchKind.safeParse(asked.kind).data ?? null
  const typed = useDeferredValue(words)
  const box = useRef<HTMLInputElement>(null)
  const { value: found, refusal } = useRead('search.find', searched(typed, kind))
  const saved = useSavedSearch(words.trim(), kind)

  // Words that come with the address, of a link or of the way back, and not out of this box.
  const written = useRef(asked.q ?? '')
  useEffect(() => {
    if ((asked.q ?? '') === written.current) return
    written.current = asked.q ?? ''
    setWords(written.current)
  }, [asked.q])
  const goTo = (q: string, chosen: SearchKind | null) => {
    written.current = q
    setWords(q)
    moveTo('search', null, { ...(q === '' ? {} : { q }), ...(chosen === null ? {} : { kind: chosen }) })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed decides; the kind stands in the address already.
  useEffect(() => {
    if (words === written.current) return
    const wait = setTimeout(() => {
      // What was pressed meanwhile put the words into the address, with another kind.
      if (words !== written.current) goTo(words, kind)
    }, settled)
    return () => clearTimeout(wait)
  }, [words])

  useEffect(() => box.current?.focus(), [])
  const places = found?.byKind.source ?? 0
  useCommands([
    {
      id: 'search.focus',
      title: say('search.focus'),
      group: say('search.group'),
      shortcut: '/',
      run: () => box.current?.select(),
    },
    ...(places > 0
      ? [
          {
            id: 'search.codeAll',
            title: say('search.codeAllLong'),
            group: say('search.group'),
            shortcut: 'Alt+C',
            run: () => setCoding(true),
          },
        ]
      : []),
  ])
  const isEmpty = words.trim() === ''
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move among what in it can have the focus; each takes Enter by itself.
    <div
      className="search"
      onKeyDown={event => stepFocus(event, box.current)}
      // The way back from what is opened leads to these words, also when they were typed just now.
      onClickCapture={() => words !== written.current && goTo(words, kind)}
    >
      <search className="search-head">
        <div className="search-line">
          <input
            ref={box}
            className="input search-box"
            type="search"
            aria-label={say('search.box')}
            placeholder={say('search.placeholder')}
            value={words}
            onChange={event => setWords(event.target.value)}
            onKeyDown={event => {
              if (event.key === 'Enter') goTo(words, kind)
              else if (event.key === 'Escape' && words !== '') goTo('', kind)
              else return
              event.preventDefault()
            }}
          />
          <Button
            writes
            iconOnly
            look="quiet"
            icon={<Star size={16} fill={saved.isSaved ? 'currentColor' : 'none'} />}
            label={saved.isSaved ? say('search.unsave') : say('search.save')}
            disabled={isEmpty}
            onClick={saved.toggle}
          />
          <Button
            look="quiet"
            label={say('search.help')}
            aria-expanded={helping || isEmpty}
            disabled={isEmpty}
            onClick={() => setHelping(before => !before)}
          />
          <Button
            writes
            label={say('search.codeAll')}
            title={say('search.codeAllLong')}
            disabled={isEmpty || places === 0}
            onClick={() => setCoding(true)}
          />
        </div>
        {isEmpty ? null : (
          <KindTabs chosen={kind} byKind={found?.byKind ?? {}} onChoose={chosen => goTo(words, chosen)} />
        )}
      </search>
      <p className="unseen" role="status">
        {found === undefined || isEmpty ? '' : say('search.found', { total: found.total })}
      </p>
      <div className="search-body">
        {isEmpty ? (
          <div className="search-start">
            <p className="muted">{say('search.start')}</p>
            <SavedSearches onOpen={goTo} />
            <Operators onTry={example => goTo(example, kind)} />
          </div>
        ) : (
          <>
            {helping ? <Operators onTry={example => goTo(`${words.trim()} ${example}`, kind)} /> : null}
            {refusal ? <EmptyState sentence={refusal.message} /> : null}
            {found === undefined ? null : found.total === 0 ? (
              <EmptyState sentence={kind === null ? say('search.none') : say('search.noneOfKind')}>
                {kind === null ? null : <Button label={say('search.allKinds')} onClick={() => goTo(words, null)} />}
              </EmptyState>
            ) : (
              <Results found={found} kind={kind} query={whileTyping(typed)} onKind={chosen => goTo(words, chosen)} />
            )}
          </>
        )}
      </div>
      {coding ? <CodeAllDialog query={whileTyping(words.trim())} onClose={() => setCoding(false)} /> : null}
    </div>
  )
}
