import { bareText, contend } from './contender.ts'

/** The floor: the text without highlights. What is added is the least there is: one word of a paragraph in an element. */
const bare = (perGroup: number | null) => () => {
  let page: HTMLElement
  return {
    draw: (host: HTMLElement, work: Parameters<typeof bareText>[1]) => {
      page = host
      bareText(host, work, perGroup)
      return 0
    },
    isDrawn: () => true,
    add: () => {
      const seen = [...page.querySelectorAll('p')].find(one => one.getBoundingClientRect().top > 100)
      const words = seen?.firstChild
      if (!(words instanceof Text)) return
      const range = document.createRange()
      range.setStart(words, 10)
      range.setEnd(words, Math.min(40, words.length))
      const mark = document.createElement('mark')
      mark.className = 'reader-mark reader-straw'
      range.surroundContents(mark)
    },
    isAdded: () => true,
    idAt: (x: number, y: number) => document.elementFromPoint(x, y)?.tagName,
  }
}

contend('bare text, plain blocks', bare(null))
contend('bare text, grouped', bare(40))
