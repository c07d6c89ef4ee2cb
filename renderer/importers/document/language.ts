/** The most frequent small words of each language that the guess knows. */
const smallWords: Record<string, Set<string>> = Object.fromEntries(
  Object.entries({
    en: 'the of and to in a is that for on with as was by it from at be this are an has have which not',
    uk: 'і в на що не з у та до за для як від про це його який або був ми вони але також після україни',
    ru: 'и в на что не с у по к за для как от из это его который или был мы они но также после россии',
    de: 'der die das und in zu den von mit ist des auf für im dem nicht ein eine als auch es an werden',
    fr: 'le la les de des du et un une est en que qui dans pour pas sur au par avec ce il plus sont',
    es: 'el la los las de y en que un una es por con para del se no al lo como más su fue',
    pl: 'i w na z do nie się że jest o to jak za od po przez dla oraz który są ale być został',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)

/** Share of small words below which no guess is made, and by how much the best must lead. */
const floor = 0.12
const lead = 1.3

/** The language of a text as a BCP 47 tag, guessed by its small words; '' when none stands out. */
export function guessLanguage(text: string): string {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  if (words.length < 12) return ''
  const scores = Object.entries(smallWords)
    .map(([language, known]) => ({ language, share: words.filter(word => known.has(word)).length / words.length }))
    .sort((left, right) => right.share - left.share)
  const [best, second] = scores
  return best && second && best.share >= floor && best.share >= second.share * lead ? best.language : ''
}
