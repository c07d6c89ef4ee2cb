/** The most frequent small words of each language that the guess knows. */
const smallWords: Record<string, Set<string>> = Object.fromEntries(
  Object.entries({
    en: 'the of and to in a is that for on with as was by it from at be this are an has have which not',
    uk: 'і в на що не з у та до за для як від про це його який або був ми вони але також після україни',
    ru: 'и в на что не с у по к за для как от из это его который или был мы они но также после россии',
    be: 'і ў на што не з у да за для як ад пра гэта яго які або быў мы яны але таксама пасля беларусі',
    bg: 'и в на че не с за от по как това му който или беше ние те но също след се са да е българия',
    sr: 'и у на да не с са за од по као то је који или био ми они али такође после се су србије',
    de: 'der die das und in zu den von mit ist des auf für im dem nicht ein eine als auch es an werden',
    nl: 'de het een en van in is dat op te zijn met voor niet aan er om ook als maar door over bij worden',
    fr: 'le la les de des du et un une est en que qui dans pour pas sur au par avec ce il plus sont',
    es: 'el la los las de y en que un una es por con para del se no al lo como más su fue',
    pt: 'o a os as de e em que um uma é por com para do da se não ao no na como mais foi',
    it: 'il la le di e in che un una è per con del della si non al lo come più i sono ha',
    ro: 'și în de la a că nu cu pe pentru din un o este care sunt mai fost să se au ale după',
    pl: 'i w na z do nie się że jest o to jak za od po przez dla oraz który są ale być został',
    cs: 'a v na se že je o to jak za od po pro který jsou ale být bylo s z do ve by také podle',
    sk: 'a v na sa že je o to ako za od po pre ktorý sú ale byť bolo s z do vo by aj podľa',
    hu: 'a az és hogy nem is egy ez meg volt csak de már mint szerint ki el vagy még után lesz',
    fi: 'ja on ei että se oli hän mutta myös ovat kuin joka sen mukaan ole olla jos tai kun sitä',
    sv: 'och i att det som en på är av för med till den har inte om ett men var från de vid',
    tr: 've bir bu da de için ile olarak daha çok olan gibi ancak sonra en kadar göre ise oldu değil',
    ar: 'في من على أن إلى التي عن الذي مع هذا هذه لا ما بين كان قال بعد وقد كما',
    fa: 'و در به از که این را با است برای آن یک بر تا می شد کرد خود ها نیز',
  }).map(([language, words]) => [language, new Set(words.split(' '))]),
)

/** Scripts that one language of the press is written in; the others are told apart by small words. */
const scripts: readonly [RegExp, string][] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Thai}/gu, 'th'],
]

/** Share of small words below which no guess is made, and by how much the best must lead. */
const floor = 0.12
const lead = 1.3

/** How much of a text is looked at, in UTF-16 code units. */
const sample = 20_000

/** The language of a text as a BCP 47 tag, guessed by its script and its small words; '' when none stands out. */
export function guessLanguage(text: string): string {
  const start = text.slice(0, sample)
  const letters = start.match(/\p{L}/gu)?.length ?? 0
  // Japanese mixes its syllables with Han: a fifth of them tells it from Chinese.
  const written = scripts.find(([script]) => (start.match(script)?.length ?? 0) > Math.max(letters / 5, 10))
  if (written) return written[1]
  const words = start.toLowerCase().match(/\p{L}+/gu) ?? []
  if (words.length < 12) return ''
  const scores = Object.entries(smallWords)
    .map(([language, known]) => ({ language, share: words.filter(word => known.has(word)).length / words.length }))
    .sort((left, right) => right.share - left.share)
  const [best, second] = scores
  return best && second && best.share >= floor && best.share >= second.share * lead ? best.language : ''
}

/** True when a text is written in another script than the language that is stated for it: templates often state one they are not in. */
export function contradicts(text: string, language: string): boolean {
  const guess = guessLanguage(text)
  return guess !== '' && scriptOf(guess) !== scriptOf(language)
}

const scriptOf = (language: string) => {
  try {
    const { script } = new Intl.Locale(language).maximize()
    return script === 'Hant' ? 'Hans' : script
  } catch {
    return undefined
  }
}
