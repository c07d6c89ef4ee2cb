import { say } from '../../say.ts'

/** Text without a file, as a file of its own. */
export const pastedFile = (text: string, name: string, ending: 'txt' | 'html'): File => {
  const firstLine = name.trim().split('\n')[0] ?? ''
  const plain = firstLine.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').trim() || say('sources.pasteNamed')
  return new File([text], `${plain.slice(0, 80)}.${ending}`, { type: ending === 'html' ? 'text/html' : 'text/plain' })
}

/** What was pasted: files; else text with the structure it was copied with; else plain text. */
export const pastedFiles = (clipboard: DataTransfer): File[] => {
  const files = [...clipboard.files]
  const html = clipboard.getData('text/html')
  const text = clipboard.getData('text/plain')
  if (files.length > 0) return files
  if (html.trim() !== '') return [pastedFile(html, text, 'html')]
  return text.trim() === '' ? [] : [pastedFile(text, text, 'txt')]
}
