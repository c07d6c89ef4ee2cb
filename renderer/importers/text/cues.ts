/** A caption of a recording: its words and when they are shown. */
export type Cue = {
  /** Its number or name in the file; empty when it has none. */
  name: string
  /** Its times as the file has them. */
  from: string
  to: string
  /** The same in milliseconds. */
  start: number
  end: number
  lines: string[]
}

/** What a file of captions holds: the lines before the first cue, the cues in the order of time, and the notes among them. */
export type Captions = { head: string[]; cues: Cue[]; notes: string[] }

const time = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{2}[,.]\d{1,3}`
const timing = new RegExp(String.raw`^\s*(?<from>${time})[ \t]*-->[ \t]*(?<to>${time})(?:[ \t].*)?$`)

/** Reads SubRip and WebVTT, whose cues differ only in their marks (W3C WebVTT, section 4). Styles and regions are left out. */
export function readCues(text: string): Captions {
  const lines = text.split('\n')
  const times = lines.flatMap((line, at) => {
    const { from, to } = timing.exec(line)?.groups ?? {}
    return from && to ? [{ at, from, to, name: nameBefore(lines, at) }] : []
  })
  const first = times[0]
  const notes: string[] = []
  // Only WebVTT has blocks that are no cues.
  const shownOf = (own: string[]) => (/^\ufeff?WEBVTT/.test(text) ? takeNotes(own, notes) : own)
  const head = shownOf(lines.slice(0, first ? first.at - (first.name ? 1 : 0) : lines.length))
  const cues: Cue[] = []
  times.forEach(({ at, from, to, name }, index) => {
    const next = times[index + 1]
    const end = next ? next.at - (next.name ? 1 : 0) : lines.length
    const shown = shownOf(lines.slice(at + 1, end))
    cues.push({ name, from, to, start: milliseconds(from), end: milliseconds(to), lines: shown })
  })
  cues.sort((left, right) => left.start - right.start)
  return { head, cues, notes }
}

/** The line right above the times names the cue, when a blank line or the start stands above it. */
function nameBefore(lines: string[], at: number): string {
  const name = lines[at - 1]?.trim() ?? ''
  const above = lines[at - 2]?.trim() ?? ''
  return name !== '' && !name.startsWith('NOTE') && (above === '' || /^\d+$/.test(name)) ? name : ''
}

/** The lines that are shown; notes are put to the notes, styles and regions go. */
function takeNotes(lines: string[], notes: string[]): string[] {
  const shown: string[] = []
  let within = ''
  for (const line of lines) {
    const opens = /^(?<block>NOTE|STYLE|REGION)(?=\s|$)(?<rest>.*)$/.exec(line)?.groups
    if (line.trim() === '') within = ''
    else if (opens) {
      within = opens.block ?? ''
      if (within === 'NOTE' && opens.rest?.trim()) notes.push(opens.rest.trim())
    } else if (within === 'NOTE') notes.push(line.trim())
    else if (within === '') shown.push(line)
  }
  return shown
}

function milliseconds(words: string): number {
  const [seconds = '0', minutes = '0', hours = '0'] = words.replace(',', '.').split(':').reverse()
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000)
}
