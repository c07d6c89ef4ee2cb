/** Words of the list of cases opened before. ICU MessageFormat. */
export const welcomeMessages = {
  'welcome.more': 'More for {name}',
  'welcome.open': 'Open it',
  'welcome.restore': 'Restore a backup …',
  'welcome.forget': 'Take it off this list',
  'welcome.forgetWhat': 'The file itself is not touched.',
  'welcome.state.sealed': 'sealed',
  'welcome.state.damaged': 'damaged',
  'welcome.state.missing': 'not there',
  'welcome.stateWhat.sealed': 'It is encrypted: it opens with its passphrase.',
  'welcome.stateWhat.damaged': 'It could not be read as a case. Open it to see what can be done.',
  'welcome.stateWhat.missing': 'There is no file at this place now. Open it to see what can be done.',
  'welcome.backups': '{count, plural, =0 {no backup} one {# backup} other {# backups}}',
  'welcome.in': '{file} in {folder}',
  'welcome.openedOn': 'opened {day}',
} as const
