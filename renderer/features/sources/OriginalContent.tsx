import { useMemo, useState } from 'react'
import { openArchive } from '../../importers/document/archive.ts'
import { charactersOf } from '../../importers/text/encodings.ts'
import type { OriginalFile } from '../../parts/original-bytes.ts'
import { PdfPages } from '../../parts/PdfPages.tsx'
import { say } from '../../say.ts'
import { Button } from '../../ui/Button.tsx'

/** UTF-16 code units of a text that are drawn at once. */
const atOnce = 100_000

const isText = (mediaType: string): boolean =>
  /^(text\/|message\/|multipart\/|application\/(json|xml|xhtml\+xml|rtf|x-(subrip|bibtex|research-info-systems)))/.test(
    mediaType,
  )

const startsWith = (bytes: Uint8Array, words: string) =>
  [...words].every((sign, at) => bytes[at] === sign.charCodeAt(0))

/** What a file holds, by what it is: never rendered, never followed, never run. */
export const OriginalContent = ({ file, encoding }: { file: OriginalFile; encoding: string }) => {
  if (startsWith(file.bytes, 'PK')) return <ArchiveContent bytes={file.bytes} />
  if (file.mediaType === 'application/pdf') return <PdfPages bytes={file.bytes} />
  if (isText(file.mediaType)) return <Characters bytes={file.bytes} encoding={encoding} />
  return <p className="muted">{say('library.originalOpaque')}</p>
}

/** The characters of a text format, tags and all, in the encoding it was read in. */
const Characters = ({ bytes, encoding }: { bytes: Uint8Array; encoding: string }) => {
  const [shown, setShown] = useState(atOnce)
  const text = useMemo(() => decoded(bytes, encoding), [bytes, encoding])
  return (
    <>
      <section className="sources-characters" tabIndex={0} aria-label={say('library.characters')}>
        <pre>{text.slice(0, shown)}</pre>
      </section>
      {shown < text.length ? (
        <Button
          label={say('library.moreCharacters', { count: text.length - shown })}
          onClick={() => setShown(before => before + atOnce)}
        />
      ) : null}
    </>
  )
}

/** The encoding is the first word of what the text version says of it; where it says nothing, UTF-8. */
const decoded = (bytes: Uint8Array, encoding: string): string => {
  const [name = ''] = encoding.split(/[\s(]/)
  try {
    return charactersOf(name || 'utf-8', bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

/** The names of the files in an archive, such as a Word document or a book: nothing of it is unpacked. */
const ArchiveContent = ({ bytes }: { bytes: Uint8Array<ArrayBuffer> }) => {
  const names = useMemo(() => {
    try {
      return openArchive(bytes).names
    } catch {
      return null
    }
  }, [bytes])
  if (names === null) return <p className="muted">{say('library.originalOpaque')}</p>
  return (
    <>
      <p className="small muted">{say('library.archive', { count: names.length })}</p>
      <ul className="sources-archive small" tabIndex={0} aria-label={say('library.archiveList')}>
        {names.map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an archive may name a file twice, and its list never changes.
          <li key={at}>{name}</li>
        ))}
      </ul>
    </>
  )
}
