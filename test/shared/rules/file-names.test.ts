import { expect, test } from 'vitest'
import { enclosedName, isHiddenName, shownPath } from '../../../shared/rules/file-names.ts'

test('a path is shown whole, with slashes, and of one too long its end', () => {
  expect(shownPath('papers\\2025\\a.txt')).toBe('papers/2025/a.txt')
  const long = shownPath(`${'folder/'.repeat(200)}\u{1f600}a.txt`)
  expect(Array.from(long)).toHaveLength(400)
  expect(long).toMatch(/^….*folder\/\u{1f600}a\.txt$/u)
})

test.each([
  ['a.txt', 'a.txt'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\mail\\a.txt', 'a.txt'],
  ['invoice\u202etxt.exe', 'invoicetxt.exe'],
  ['two\r\nlines.txt', 'twolines.txt'],
  ['half\ud800.txt', 'half.txt'],
  ['نامه\u200cها.txt', 'نامه\u200cها.txt'],
  ['', 'Enclosed file'],
  ['..', 'Enclosed file'],
  ['folder/', 'Enclosed file'],
])('of an enclosed file called %j the name is %j', (given, name) => {
  expect(enclosedName(given, 'Enclosed file')).toBe(name)
})

test('what is hidden', () => {
  expect(['.git', '.a.txt', '__MACOSX', 'Thumbs.db', 'desktop.ini', '~$a.docx'].filter(isHiddenName)).toHaveLength(6)
  expect(['a.txt', 'a', '2025', 'desktop.txt', '~a'].filter(isHiddenName)).toEqual([])
})
