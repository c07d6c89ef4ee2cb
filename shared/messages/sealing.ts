/** Words of sealing a case under a passphrase, and of opening a sealed one. ICU MessageFormat. */
export const sealingMessages = {
  'sealing.seal': 'Seal the case …',
  'sealing.change': 'Change the passphrase …',
  'sealing.unseal': 'Unseal the case …',
  'sealing.sealTitle': 'Seal the case under a passphrase',
  'sealing.changeTitle': 'Change the passphrase',
  'sealing.unsealTitle': 'Unseal the case',
  'sealing.passphrase': 'Passphrase',
  'sealing.current': 'Passphrase now',
  'sealing.next': 'New passphrase',
  'sealing.again': 'The same once more',
  'sealing.show': 'Show what is typed',
  'sealing.unlock': 'Open the case',
  'sealing.unlocking': 'Trying the passphrase. This takes a second or two, on purpose.',
  'sealing.sealNow': 'Seal it',
  'sealing.changeNow': 'Change it',
  'sealing.unsealNow': 'Unseal it',
  'sealing.short': 'At least {least, number} characters.',
  'sealing.differ': 'The two are not the same.',
  'sealing.strength.common': 'Far too easy: it is on every list of passphrases that are tried first.',
  'sealing.strength.weak': 'Easy to guess. Several words that do not belong together are far better.',
  'sealing.strength.fair': 'Fair. One or two words more make it strong.',
  'sealing.strength.strong': 'Strong.',
  'sealing.what':
    'The file, its log and its backups are encrypted. From then on they open only with the passphrase, on this computer and on any other.',
  'sealing.forgotten':
    'Nobody can help you when it is forgotten: there is no second key and no way around. Keep it where you keep such things.',
  'sealing.understood': 'I understand that a forgotten passphrase loses the case.',
  'sealing.beside':
    'Backups kept beside the case are sealed with it. Copies that you made yourself, and what you exported, stay as they are.',
  'sealing.changeWhat':
    'The case and its backups open with the new passphrase from then on. Copies that you made yourself keep the old one.',
  'sealing.unsealWhat':
    'The case and its backups become plain files again, which anybody who has them can read. The passphrase is asked for once more.',
  'sealing.working': 'This takes a moment. The case stays whole, whatever happens meanwhile.',
  'sealing.sealed': 'The case is sealed.',
  'sealing.changed': 'The passphrase is changed.',
  'sealing.unsealed': 'The case is no longer sealed.',
  'sealing.sign': 'Sealed',
  'sealing.signWhat': 'The file of this case is encrypted under a passphrase.',
} as const
