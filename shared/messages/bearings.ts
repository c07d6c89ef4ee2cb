/** Words of how terms and conflicts bear on risks, wherever that is shown. ICU MessageFormat. */
export const bearingsMessages = {
  'bearings.effect': 'Effect of {term} on {risk}',
  'bearings.raises': 'raises',
  'bearings.lowers': 'lowers',
  'bearings.bears on': 'bears on',
  'bearings.linkRisk': 'Link a risk to the term',
  'bearings.unlink': 'Unlink {risk} from {term}',
  'bearings.none': 'No risk is linked to this term.',
}
