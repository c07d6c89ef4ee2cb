/** Words of the reader's margin: its lines, dots and filter. ICU MessageFormat. */
export const marginMessages = {
  'margin.excerpt': 'Excerpt:',
  'margin.more': '+{count}',
  'margin.moreRests': '{count, plural, other {and # more}}',
  'margin.dots': '{count, plural, one {# excerpt} other {# excerpts}}',
  'margin.relation': 'Relation',
  'margin.editClaim': 'Edit the claim on {ref}',
  'margin.group': 'Margin',
  'margin.filter': 'Filter the margin',
  'margin.clear': 'Show all',
  'margin.clearAll': 'Show all excerpts in the margin',
  'margin.toCard': 'To the card of these words',
  'margin.shown': '{shown, number} of {count, number} shown',
  'margin.count': '{count, number}',
  'margin.without': 'No longer ask for {name}',
  'margin.look': 'Look up a tag, term or risk',
  'margin.facet':
    '{facet, select, has {What rests on it} tag {Tag} term {Term} risk {Risk} colour {Colour} state {State} other {Author}}',
  'margin.has':
    '{what, select, claim {A claim} risk {A risk} note {A note} relation {A relation} comment {A comment} tag {A tag} other {Nothing}}',
  'margin.colour':
    '{colour, select, straw {Straw} rose {Rose} sky {Sky} mint {Mint} lilac {Lilac} apricot {Apricot} sand {Sand} other {Steel}}',
  'margin.state':
    '{state, select, exact {As quoted} moved {Moved} changed {The words changed} ambiguous {Several places fit} other {Not found}}',
  'margin.noAuthor': 'Not stated',
  'margin.unknown': 'Removed',
}
