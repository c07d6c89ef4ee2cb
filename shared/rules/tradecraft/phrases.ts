/** What says that words are somebody else's: a speaker's verb, or "according to". The analyst's own "we judge" is none. */
const speech = [
  'said|says?|told|tells|warn(?:s|ed)|claimed|argue[sd]|alleg(?:es|ed)|insist(?:s|ed)|stated|announced|announces|wrote|writes',
  'believe[sd]?|thinks?|thought|predict(?:s|ed)|expect(?:s|ed)|hoped|feared|reckon(?:s|ed)|estimated|declare[sd]',
  'add(?:s|ed) that|reported(?! (?:of|by|in)\\b)|acknowledge[sd]|suggested|call(?:s|ed) it',
  // Nouns as well: a verb only before what is claimed.
  '(?:claims|states|hopes|fears|estimates|reports)(?= (?:that|it|he|she|they|there|an?|the|no)\\b)',
].join('|')
const before = new RegExp(`(?<=\\p{L}[\\p{L}\\p{N}.’'·)]*\\s)(?:${speech})\\b`, 'giu')
const according = /\b(?:according to|in the (?:words|view|opinion) of|as (?:\S+ ){1,4}(?:put it|said|says))\b/i
/** "…, the ministry said." stands behind what it reports; ", and sources say so" goes on. */
const behind = new RegExp(
  `[,”"·]\\s(?!(?:and|but|or|while|which|as|who|although|though|because|since|so|where)\\b)(?:\\S+\\s){1,5}?(?:${speech})(?=\\s*(?:[.,;:!?”"·]|$|(?:on|in|at|to|last)\\b))`,
  'iu',
)
const ours =
  /\b(?:we|i|our (?:analysts?|team|desk)|this (?:desk|office|team|paper)|the (?:desk|office))\s(?:\S+ly\s)?$/i
/** "It is expected" hides who expects it: nobody else's words either. */
const nobody = /\b(?:it is|it was|is|are|was|were|been|be)\s(?:\S+ly\s)?$/i

/** Whether the words at a place of a sentence are reported as somebody else's. */
export const isReported = (sentence: string, at: number): boolean => {
  const head = sentence.slice(0, at)
  if (according.test(sentence)) return true
  for (const { index } of head.matchAll(before)) {
    const subject = head.slice(0, index)
    if (!ours.test(subject) && !nobody.test(subject)) return true
  }
  const tail = sentence.slice(at)
  const match = behind.exec(tail)
  return match !== null && !ours.test(tail.slice(0, match.index + match[0].search(/\S+$/)))
}

/** Sources that are spoken of without being named. */
export const vague =
  /\b(?:(?:some|several|various|many|certain|other|unnamed|anonymous|informed|well-placed|well-informed|reliable|credible|diplomatic|government|official|western|senior|close|knowledgeable|multiple)\s)*(?:sources|insiders|observers|experts|analysts|commentators|critics|pundits|media reports?|press reports?|news reports?|reports|rumou?rs)\s(?:close to (?:\S+\s){1,4}|familiar with (?:\S+\s){1,4})?(?:(?:also|widely|now|generally|have|has)\s)*(?:say|said|claim(?:ed)?|believe[d]?|suggest(?:ed)?|indicate[d]?|report(?:ed)?|note[d]?|argue[d]?|warn(?:ed)?|agree[d]?|expect(?:ed)?|hint(?:ed)?|have it|tell|told|point(?:ed)? out)\b|\bit (?:is|was|has been) (?:also |widely |generally |commonly |often |now )?(?:said|reported|believed|understood|alleged|rumou?red|claimed|thought|argued|known|held|assumed|expected) that\b|\b(?:is|are|was|were) (?:widely |generally |commonly |often |now )?(?:said|rumou?red|alleged|believed|thought|understood|reputed) to\b|\b(?:reportedly|allegedly|supposedly|purportedly)\b|\baccording to (?:(?:some|several|various|many|unnamed|anonymous|informed|well-placed|diplomatic|government|official|western|senior|media|press|news|local|unconfirmed|multiple)\s)*(?:sources|reports?|insiders|observers|experts|analysts|officials|rumou?rs|people familiar)\b|\b(?:some|many|several) (?:people |of them )?(?:say|believe|argue|think|claim)\b/giu

/** Words that leave no doubt. */
export const certain =
  /\b(?:undoubtedly|unquestionably|undeniably|indisputably|indubitably|inevitably|definitely|assuredly|doubtless|(?<!almost |nearly |virtually |not |near )certainly|without (?:a |any )?doubt|beyond (?:a |any |all )?doubt|there is no (?:doubt|question)|no doubt|for certain|(?:is|are) (?:bound|guaranteed|sure|certain) to|(?:is|are) inevitable)\b/giu

/** Those that can be taken out and leave a sentence. */
export const adverbOfCertainty =
  /^(?:\p{L}+ly|doubtless|no doubt|without (?:a |any )?doubt|beyond (?:a |any |all )?doubt)$/iu

/** What is told of the time to come. */
export const willHappen =
  /(?<!\b(?:the|a|political|good|free|popular|ill|national|no|their|its|of|last|own) )\b(?:will|won[’']t|shall|is going to|are going to)\b(?! of\b)/giu

/** The time to come in the words of an estimate. */
export const ahead =
  /(?<!\b(?:the|a|political|good|free|popular|ill|national|no|their|its|of|last|own) )\bwill\b(?! of\b)|\bwon[’']t\b|\b(?:likely|unlikely|probable|certain|bound|set|going|expected) to (?!have\b)|\bchances? of (?:\p{L}+ ){0,3}?\p{L}+ing\b/iu

const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|fall|winter'
const spans =
  'hours?|days?|weeks?|months?|years?|quarters?|decades?|term|session|round|spring|summer|autumn|winter|mandate'

/** A time by which, or an event at which. */
export const horizon = new RegExp(
  [
    '\\b(?:19|20)\\d\\d\\b',
    `\\b(?:by|before|until|till|in|of|after|during|through|from|since|late|early|mid-?|next|this|last)\\s(?:the\\s)?(?:end\\sof\\s)?(?:${months})\\b`,
    `\\b(?:today|tomorrow|tonight|overnight)\\b`,
    `\\b(?:this|next|coming|following|remaining|same|current|present)\\s(?:\\S+\\s){0,2}?(?:${spans})\\b`,
    `\\b(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few|some)[ -](?:\\S+\\s)?(?:${spans})\\b`,
    `\\b(?:rest|end|course|start|beginning|middle) of (?:the|this|next) `,
    '\\b(?:when|whenever|once|until|till|before|after|while|as soon as|as long as|within|by the time|soon|shortly|imminent(?:ly)?|upon|ahead of|at the (?:next|coming)|for (?:now|the time being|the foreseeable future))\\b',
    '\\b(?:short|near|medium|long|longer)[ -](?:term|run)\\b',
    '\\b(?:if|unless|later than|earlier than|sooner than)\\b',
  ].join('|'),
  'iu',
)

/** Confidence as a level of the analyst, not of investors, of parliaments or between parties. */
export const ownConfidence =
  /\b(?:high|moderate|medium|low|limited|some|little|great|full|strong|our|my|with|analytic(?:al)?) confidence\b(?!-)(?! (?:votes?|motions?|measures?|building|tricks?)\b)|(?<!\b(?:investor|investors[’']|public|business|consumer|market|mutual|of|no|self|voter|building|lost|lose|loses|restore|shake|build|boost) )\bconfidence (?:is|that|level|in (?:this|the|our|that) (?:judge?ment|assessment|estimate|conclusion|finding))\b|\b(?:we|I) (?:are|am|remain|feel) (?:\S+ )?confident\b|\bconfidently\b/iu

/** The judgement's own word of another reading. */
export const otherReading =
  /\b(?:alternativ\p{L}*|another (?:reading|explanation|possibility)|the other (?:reading|explanation|possibility)|(?:less|more) likely (?:reading|explanation)|conversely|rather than)\b/iu

/** How many sources the words claim, or that these are independent. */
export const countedSources =
  /\b(two|three|four|five|six|seven|eight|nine|ten|several|\d{1,2}) (?:(?!origins?\b)\p{L}+ ){0,2}?(?:sources|articles|reports|accounts|outlets|papers|newspapers|documents|agencies|authors|witnesses)\b|\b(independent(?:ly)?|corroborat\p{L}+)\b/giu

const small = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** The number that a word or digits stand for; "several" is at least two. */
export const countOf = (words: string): number => {
  const at = small.indexOf(words.toLowerCase())
  if (at !== -1) return at + 1
  return words.toLowerCase() === 'several' ? 2 : Number(words)
}
