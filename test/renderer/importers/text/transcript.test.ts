import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cells, draftFrom, faults, outline } from '../imports.ts'

const vtt = (...cues: string[]) => `WEBVTT - Hearing on the fund\nLanguage: en\n\n${cues.join('\n\n')}\n`
const paragraphs = async (name: string, content: string) =>
  outline(await draftFrom(name, content)).filter(line => line.startsWith('paragraph'))

describe('a transcript', () => {
  test('what one speaker says in a row is one paragraph, with its time', async () => {
    const draft = await draftFrom(
      'a.vtt',
      vtt(
        '00:01.000 --> 00:04.000\n<v Jane Roe>The second clause',
        'cue-2\n00:04.000 --> 00:07.500 align:start\n<v Jane Roe>has <i>changed</i> since Monday &amp; <c.loud>nobody</c> said so.',
        '00:08.000 --> 00:09.000\n<v John Doe>When was that?',
      ),
    )
    expect(faults(draft)).toEqual([])
    expect(outline(draft).slice(0, 4)).toEqual([
      'title: Hearing on the fund',
      '*byline: Language: en',
      'paragraph: [00:01.000] Jane Roe: The second clause has changed since Monday & nobody said so.',
      'paragraph: [00:08.000] John Doe: When was that?',
    ])
    const table = draft.blocks.at(-1)
    expect(table).toMatchObject({ kind: 'table', apparatus: true, head: true })
    expect(cells(draft, table).slice(1)).toEqual([
      ['1', '00:01.000', '00:04.000', 'The second clause'],
      ['cue-2', '00:04.000', '00:07.500', 'has changed since Monday & …'],
      ['3', '00:08.000', '00:09.000', 'When was that?'],
    ])
    expect(draft.bibliography).toMatchObject({ title: 'Hearing on the fund', language: 'en' })
  })

  test('SubRip is read too: names and dashes tell who speaks', async () => {
    const cues = [
      '1\n00:00:01,000 --> 00:00:03,000\nJANE ROE: We have a text,',
      '2\n00:00:03,000 --> 00:00:05,000\n{\\an8}and <font color="red">it is</font> short.',
      '3\n00:00:05,500 --> 00:00:08,000\n- Who wrote it?\n- I did not.',
      '4\n00:00:20,000 --> 00:00:22,000\nThe session is closed.',
    ]
    expect(await paragraphs('a.srt', `${cues.join('\r\n\r\n')}\r\n`)).toEqual([
      'paragraph: [00:00:01,000] JANE ROE: We have a text, and it is short.',
      'paragraph: [00:00:05,500] - Who wrote it?',
      'paragraph: [00:00:05,500] - I did not.',
      'paragraph: [00:00:20,000] The session is closed.',
    ])
  })

  test('cues that overlap or stand out of order come in the order of time', async () => {
    const content = vtt(
      '00:05.000 --> 00:06.000\n<v Doe>Second.',
      '00:01.000 --> 00:09.000\n<v Roe>First.',
      '00:05.500 --> 00:05.900\n<v Roe>Third.',
    )
    expect(await paragraphs('a.vtt', content)).toEqual([
      'paragraph: [00:01.000] Roe: First.',
      'paragraph: [00:05.000] Doe: Second.',
      'paragraph: [00:05.500] Roe: Third.',
    ])
  })

  test('captions that roll are read once', async () => {
    const content = vtt(
      '00:01.000 --> 00:02.000\nwe have a text',
      '00:02.000 --> 00:03.000\nwe have a text\nand it is short',
      '00:03.000 --> 00:04.000\nand it is short\nand nobody signed it',
    )
    expect(await paragraphs('a.vtt', content)).toEqual([
      'paragraph: [00:01.000] we have a text and it is short and nobody signed it',
    ])
  })

  test('notes are set apart, styles go, and words after a blank line in a cue stay', async () => {
    const content = vtt(
      'STYLE\n::cue { color: red }',
      'NOTE\nTyped by hand.',
      '00:01.000 --> 00:02.000\nFirst line.\n\nSecond line.',
      'NOTE Not heard well',
      '00:03.000 --> 00:04.000\nThird line.',
    )
    const draft = await draftFrom('a.vtt', content)
    expect(draft.text).not.toContain('color')
    expect(outline(draft).filter(line => line.startsWith('*footnote'))).toEqual([
      '*footnote: Typed by hand.',
      '*footnote: Not heard well',
    ])
    expect(draft.text).toContain('[00:01.000] First line. Second line. Third line.')
  })

  test('is known by its content; without times it is plain text, and that is said', async () => {
    expect((await draftFrom('a.txt', '1\n00:00:01,000 --> 00:00:02,000\nWords.\n')).mediaType).toBe(
      'application/x-subrip',
    )
    const draft = await draftFrom('a.srt', 'No times at all.\n')
    expect(draft.warnings.join(' ')).toMatch(/read as plain text/)
  })

  test('every word of every cue is in the transcript, whatever the cues hold', async () => {
    const word = fc.constantFrom(
      'fund',
      'clause',
      'Київ',
      '漢字',
      '- no',
      'Roe:',
      '>>',
      '5',
      'مرحبا',
      '👩‍👩‍👧',
      '<b>bold</b>',
    )
    const cue = fc.record({
      lines: fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
      at: fc.nat(3000),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(cue, { minLength: 1, maxLength: 12 }), async cues => {
        const time = (at: number) =>
          `00:${String(Math.floor(at / 60) % 60).padStart(2, '0')}:${String(at % 60).padStart(2, '0')},000`
        const content = cues
          .map(
            ({ lines, at }, index) =>
              `${index + 1}\n${time(at)} --> ${time(at + 2)}\n${lines.map((words, line) => `${index}.${line} ${words.join(' ')}`).join('\n')}`,
          )
          .join('\n\n')
        const draft = await draftFrom('a.srt', content)
        expect(faults(draft)).toEqual([])
        const own = draft.blocks
          .filter(({ apparatus }) => !apparatus)
          .map(({ start, end }) => draft.text.slice(start, end))
          .join('\n')
        cues.forEach(({ lines }, index) => {
          lines.forEach((words, line) => {
            expect(own).toContain(`${index}.${line} ${words.join(' ').replace(/<\/?b>/g, '')}`)
          })
        })
      }),
      { numRuns: 200 },
    )
  })

  test('twenty thousand cues are read in time', async () => {
    const content = Array.from({ length: 20_000 }, (_, at) => `${at}\n00:00:01,000 --> 00:00:02,000\nWords.`).join(
      '\n\n',
    )
    expect((await draftFrom('a.srt', content)).text.length).toBeGreaterThan(100_000)
  })
})
