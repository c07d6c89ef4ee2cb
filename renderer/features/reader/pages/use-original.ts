import { useEffect, useState } from 'react'
import type { TextVersion } from '../../../../shared/model/text-version.ts'
import { createFileReaders } from '../../../parts/file-reader.ts'
import { readOriginal } from '../../../parts/original-bytes.ts'
import { type DrawnPdf, openDrawnPdf, type PageSize } from '../../../parts/pdf-drawing.ts'
import { areSound, createTextPlaces, type TextPlaces } from '../../../parts/text-places.ts'
import { say } from '../../../say.ts'

/** The pages of the file that a text came of, as far as they are known yet. */
export type Original = {
  pdf: DrawnPdf | null
  /** As many as there are pages; a page that was not looked at yet is taken to be like the first. */
  sizes: readonly PageSize[]
  /** Where the words stand on the pages; null while that is being found out, and when it cannot be. */
  places: TextPlaces | null
  /** Why there are no pages, in a sentence. */
  fault: string | null
  /** Why nobody knows where the words stand. */
  placesFault: string | null
}

const nothing: Original = { pdf: null, sizes: [], places: null, fault: null, placesFault: null }

/** Finding the words of a long document takes seconds: those of the last few are kept for as long as the page lives. */
const found = new Map<string, TextPlaces>()
const mostKept = 3

const keep = (version: string, places: TextPlaces) => {
  found.set(version, places)
  for (const oldest of found.keys()) if (found.size > mostKept) found.delete(oldest)
}

/** Pages whose sizes are asked for at a time: enough that the list settles soon, few enough that drawing comes between. */
const sizesAtOnce = 16

/** Opens the PDF that a text came of: its pages to be drawn at once, the places of the words when they are found. */
export const useOriginal = ({ id, text, fileName }: TextVersion): Original => {
  const [original, setOriginal] = useState(nothing)
  useEffect(() => {
    const stop = new AbortController()
    let open: DrawnPdf | null = null
    const tell = (news: Partial<Original>) => {
      if (!stop.signal.aborted) setOriginal(before => ({ ...before, ...news }))
    }
    const begin = async () => {
      const file = await readOriginal(id, stop.signal)
      if (stop.signal.aborted) return
      if (!file.ok) return tell({ fault: file.message })
      void findPlaces(id, text, new File([file.value.bytes], fileName), stop.signal).then(tell)
      try {
        open = await openDrawnPdf(file.value.bytes)
        if (stop.signal.aborted) return open.close()
        await tellSizes(open, tell, stop.signal)
      } catch {
        tell({ fault: say('pdf.undrawable') })
      }
    }
    setOriginal(nothing)
    void begin()
    return () => {
      stop.abort()
      open?.close()
    }
  }, [id, text, fileName])
  return original
}

const tellSizes = async (pdf: DrawnPdf, tell: (news: Partial<Original>) => void, signal: AbortSignal) => {
  const first = await pdf.sizeOf(1)
  const sizes = Array.from({ length: pdf.pages }, () => first)
  tell({ pdf, sizes: [...sizes] })
  for (let from = 1; from < pdf.pages && !signal.aborted; from += sizesAtOnce) {
    const pages = Array.from({ length: Math.min(sizesAtOnce, pdf.pages - from) }, (_, at) => from + at)
    // A page that cannot be read keeps the size of the first.
    const read = await Promise.all(pages.map(page => pdf.sizeOf(page + 1).catch(() => first)))
    const differs = read.some(({ width, height }) => width !== first.width || height !== first.height)
    sizes.splice(from, read.length, ...read)
    if (differs) tell({ sizes: [...sizes] })
  }
}

const findPlaces = async (
  version: string,
  text: string,
  file: File,
  signal: AbortSignal,
): Promise<Partial<Original>> => {
  const known = found.get(version)
  if (known) return { places: known }
  const readers = createFileReaders()
  const end = () => readers.end()
  signal.addEventListener('abort', end)
  try {
    const answer = await readers.places(file, text)
    if ('refusal' in answer) return { placesFault: answer.refusal }
    if (!areSound(answer.places, text.length))
      return { placesFault: say('imports.nonsense', { file: file.name, reason: '' }) }
    const places = createTextPlaces(answer.places)
    keep(version, places)
    return { places }
  } finally {
    signal.removeEventListener('abort', end)
    readers.end()
  }
}
