import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readArguments } from '../../../main/cli/arguments.ts'

const command = (...words: string[]) => {
  const asked = readArguments(words)
  return 'command' in asked ? asked.command : asked
}

const issued = { isDraft: false, attachments: true, answers: [] }

describe('the arguments', () => {
  test.each([
    [['new', 'a.gloss'], { verb: 'new', file: 'a.gloss' }],
    [['sample', 'a', '--originals', 'dir'], { verb: 'sample', file: 'a', originals: 'dir' }],
    [['sample', 'a'], { verb: 'sample', file: 'a', originals: undefined }],
    [['import', 'a', 'x.txt', 'y.md'], { verb: 'import', file: 'a', files: ['x.txt', 'y.md'] }],
    [['--json', 'list', 'a', 'claims'], { verb: 'list', file: 'a', of: 'claims' }],
    [['search', 'a', 'two', 'words'], { verb: 'search', file: 'a', query: 'two words' }],
    [['search', 'a', '--', '-word'], { verb: 'search', file: 'a', query: '-word' }],
    [['hypotheses', 'a'], { verb: 'hypotheses', file: 'a' }],
    [['matrix', 'a'], { verb: 'matrix', file: 'a', shown: { what: 'grid', axis: 'sources', asOf: null } }],
    [
      ['matrix', 'a', '--by=parties'],
      { verb: 'matrix', file: 'a', shown: { what: 'grid', axis: 'parties', asOf: null } },
    ],
    [
      ['matrix', 'a', '--axis', 'dates', '--as-of', '2025-03'],
      { verb: 'matrix', file: 'a', shown: { what: 'grid', axis: 'dates', asOf: '2025-03' } },
    ],
    [
      ['matrix', 'a', '--compare', '2025-02', '2025-03-11'],
      { verb: 'matrix', file: 'a', shown: { what: 'changes', from: '2025-02', to: '2025-03-11' } },
    ],
    [
      ['matrix', 'a', '--compare', '2025-02'],
      { verb: 'matrix', file: 'a', shown: { what: 'changes', from: '2025-02', to: null } },
    ],
    [['matrix', 'a', '--coverage'], { verb: 'matrix', file: 'a', shown: { what: 'coverage', asOf: null } }],
    [['matrix', 'a', '--term', 'T-07'], { verb: 'matrix', file: 'a', shown: { what: 'term', ref: 'T-07' } }],
    [
      ['export', 'a', '--format', 'pdf', '-o', 'b.pdf', '--briefing', 'Weekly'],
      { verb: 'export', file: 'a', format: 'pdf', out: 'b.pdf', briefing: { ...issued, name: 'Weekly' } },
    ],
    [
      ['export', 'a', '--format', 'pdf', '-o', 'b.pdf'],
      { verb: 'export', file: 'a', format: 'pdf', out: 'b.pdf', briefing: { ...issued, name: undefined } },
    ],
    [
      ['export', 'a', '--format', 'md', '-o', 'b.md'],
      { verb: 'export', file: 'a', format: 'md', out: 'b.md', briefing: { ...issued, name: undefined } },
    ],
    [
      [...'export a --briefing W --format docx --draft --no-attachments'.split(' '), '--answer', 'horizon=a = b'],
      {
        verb: 'export',
        file: 'a',
        format: 'docx',
        out: undefined,
        briefing: { name: 'W', isDraft: true, attachments: false, answers: [{ rule: 'horizon', reason: 'a = b' }] },
      },
    ],
    [['export', 'a', '--check'], { verb: 'export', file: 'a', check: { name: undefined } }],
    [['export', 'a', '--check', '--briefing', 'W'], { verb: 'export', file: 'a', check: { name: 'W' } }],
    [['--version'], { show: 'version' }],
    [
      ['export', 'a', '--format', 'xlsx', '-o', 'b.xlsx'],
      { verb: 'export', file: 'a', format: 'xlsx', out: 'b.xlsx', matrix: { view: null, asOf: null } },
    ],
    [
      ['export', 'a', '--format', 'json', '-o', 'b', '--view', 'dates', '--as-of', '2025-03'],
      { verb: 'export', file: 'a', format: 'json', out: 'b', matrix: { view: 'dates', asOf: '2025-03' } },
    ],
    [['export', '--help'], { show: 'usage' }],
  ])('%j are understood', (words, expected) => {
    expect(command(...words)).toEqual(expected)
  })

  test.each([
    [[], /Which verb/],
    [['print', 'a'], /“print” is not a verb/],
    [['new'], /CASE is missing/],
    [['new', 'a', 'b'], /“b” is one too many/],
    [['import', 'a'], /FILES is missing/],
    [['list', 'a', 'ghosts'], /“ghosts” is none of sources, excerpts/],
    [['info', 'a', '--briefing', 'x'], /--briefing does not go with it/],
    [['export', 'a', '-o', 'x'], /--format is missing/],
    [['export', 'a', '--format', 'pdf'], /-o OUT is missing/],
    [['export', 'a', '--format', 'odt', '-o', 'x'], /“odt” is none of pdf, csv, json/],
    [['export', 'a', '--format', 'csv', '-o', 'x', '--briefing', 'y'], /pdf, docx, html or md/],
    [['export', 'a', '--format', 'xlsx', '-o', 'x', '--draft'], /pdf, docx, html or md/],
    [['export', 'a', '--format', 'html'], /-o OUT is missing/],
    [['export', 'a', '--format', 'pdf', '-o', 'x', '--briefing', 'y', '--view', 'dates'], /--briefing.*--view/],
    [['export', 'a', '--format', 'pdf', '--briefing', 'y', '--answer', 'horizon'], /RULE=REASON/],
    [['export', 'a', '--check', '--view', 'dates'], /--check.*--view/],
    [['export', 'a', '--report', 'top', '--format', 'pdf', '-o', 'x', '--draft'], /--report.*--draft/],
    [['export', 'a', '--format', 'w3c', '-o', 'x', '--view', 'dates'], /do not go with --format w3c/],
    [['export', 'a', '--format', 'xlsx', '-o', 'x', '--view', 'cells'], /“cells” is none of sources, parties/],
    [['export', 'a', '--format', 'xlsx', '-o', 'x', '--as-of', 'May'], /to be a date/],
    [['info', 'a', '--colour'], /--colour/],
    [['constructor', 'a'], /not a verb/],
  ])('%j are refused with a reason', (words, reason) => {
    const asked = readArguments(words)
    expect('misuse' in asked && asked.misuse).toMatch(reason)
  })

  test('whatever is typed is understood or refused, and never throws', () => {
    const word = fc.oneof(
      fc.constantFrom('new', 'export', 'search', '--json', '-o', '--', '--format', '__proto__'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), words => {
        expect(readArguments(words)).toBeTypeOf('object')
      }),
    )
  })
})
