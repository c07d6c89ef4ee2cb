import { bare, heading, judged, type LabelledSentence, prose } from './labelled.ts'

/**
 * Written before the rules were run on any of these, and never used to mend them. Two more were: read for the first time,
 * one was missed and one struck wrongly, and they now stand with the tuned ones.
 */
export const heldOutSentences: readonly LabelledSentence[] = [
  prose('We assess with low confidence that Moscow is unlikely to accept.', 'likelihood-with-confidence'),
  prose('The outcome is very likely; we hold this with great confidence.', 'likelihood-with-confidence'),
  prose('Low confidence attaches to the view that the text is unlikely to change.', 'likelihood-with-confidence'),
  prose('Business confidence is likely to suffer.'),
  prose('Our confidence rests on two independent reports.'),

  prose('The port is extremely unlikely to reopen.', 'off-scale'),
  prose('Maybe the second round was never planned.', 'off-scale'),
  prose('A split within the cabinet is conceivable.', 'off-scale'),
  prose('The odds are that the loan was conditional, and a default is nearly certain.', 'off-scale'),
  prose('It is quite likely that the figures were rounded.', 'off-scale'),
  prose('There is a distinct possibility of a strike.', 'off-scale'),
  prose('The envoy told reporters that a strike was possible.'),
  prose('Where possible, figures are given in dollars.'),
  prose('The fleet lost much of its might in the first year.'),
  prose('The union argued that a strike was probable.'),
  prose('A delay is less likely than in March.'),

  prose('A strike is unlikely this year and likely the next.', 'two-likelihoods'),
  prose('A strike remains unlikely. A lockout is likely.'),

  prose('Analysts here see a 43 % probability of default.', 'false-precision'),
  prose('The likelihood of a strike is 17 percent.', 'false-precision'),
  prose('Turnout was 43 % in the first round.'),
  prose('There is a 40 percent chance of rain on the day of the vote.'),
  prose('The bank holds 17 percent of the debt.'),

  prose('It is likely that the loan will inevitably be called in.', 'certainty'),
  prose('Without doubt, a default is likely.', 'certainty'),
  prose('The court will certainly rule, and an appeal is likely.', 'certainty'),
  prose('The court certainly ruled in March.'),
  prose('A default is almost certain.'),

  bare('Informed sources report that the loan was called in.', 'vague-attribution'),
  bare('Critics claim that the port was never insured.', 'vague-attribution'),
  bare('The insurer allegedly withdrew.', 'vague-attribution'),
  bare('Rumours suggest that the chairman will step down.', 'vague-attribution'),
  bare('Many believe that the port was sold.', 'vague-attribution'),
  bare('It was reported that the insurer withdrew.', 'vague-attribution'),
  bare('According to people familiar with the matter, the loan was called in.', 'vague-attribution'),
  bare('The harbour master reported two ships at anchor.'),
  bare('Its critics were jailed in 2019.'),
  bare('The report was published in April.'),
  bare('According to the harbour master, two ships lie at anchor.'),

  bare('The insurer is unlikely to pay.', 'uncited-judgement'),
  bare('The loan was very likely conditional.', 'uncited-judgement'),
  bare('The chairman told the court that a settlement was likely.'),
  bare('Two ships lie at anchor.'),

  prose('Officials “said work on the text goes on” after the session.'),
  prose('Officials “say work on that text goes on” after the session.', 'misquote'),
  prose('The paper calls it “a gift wrapped in barbed wire” twice.', 'uncited-quote'),
  prose('The “partnership” was never defined.'),
  prose('“No contract was signed in Jeddah,” the article says.'),

  heading('Strikes are unlikely', 'heading-likelihood'),
  heading('The next six months'),

  judged('unlikely', 'A strike is very unlikely before May.', 'other-likelihood'),
  judged('likely', 'The port was sold.', 'no-likelihood'),
  judged('very likely', 'The insurer will withdraw in 2026.', 'certainty'),
  judged(null, 'The chairman will step down in May.', 'forecast'),
  judged(null, 'The chairman said he will step down in May.'),
  judged('likely', 'The port is likely to be sold.', 'no-horizon'),
  judged('unlikely', 'The insurer is unlikely to pay.', 'no-horizon'),
  judged('likely', 'The port is likely to be sold in the coming weeks.'),
  judged('likely', 'The port was likely sold at a loss.'),
  judged('very likely', 'The insurer will very likely withdraw once the loan is called in.'),
]
