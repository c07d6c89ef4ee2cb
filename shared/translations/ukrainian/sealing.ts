import type { sealingMessages } from '../../messages/sealing.ts'

/** Words of sealing a case under a passphrase, and of opening a sealed one, in Ukrainian. */
export const sealingUkrainian: Readonly<Record<keyof typeof sealingMessages, string>> = {
  'sealing.seal': 'Запечатати справу …',
  'sealing.change': 'Змінити парольну фразу …',
  'sealing.unseal': 'Розпечатати справу …',
  'sealing.sealTitle': 'Запечатування справи парольною фразою',
  'sealing.changeTitle': 'Зміна парольної фрази',
  'sealing.unsealTitle': 'Розпечатування справи',
  'sealing.passphrase': 'Парольна фраза',
  'sealing.current': 'Теперішня парольна фраза',
  'sealing.next': 'Нова парольна фраза',
  'sealing.again': 'Ще раз та сама',
  'sealing.show': 'Показувати введене',
  'sealing.unlock': 'Відкрити справу',
  'sealing.unlocking': 'Перевірка парольної фрази. Це триває секунду-дві, так задумано.',
  'sealing.sealNow': 'Запечатати',
  'sealing.changeNow': 'Змінити',
  'sealing.unsealNow': 'Розпечатати',
  'sealing.short': 'Щонайменше {least, plural, one {# символ} few {# символи} many {# символів} other {# символу}}.',
  'sealing.differ': 'Фрази не збігаються.',
  'sealing.strength.common': 'Надто легка: вона є в усіх списках фраз, які пробують першими.',
  'sealing.strength.weak': 'Легко вгадати. Значно краще — кілька слів, не пов’язаних між собою.',
  'sealing.strength.fair': 'Непогано. Ще одне-два слова зроблять її надійною.',
  'sealing.strength.strong': 'Надійна.',
  'sealing.what':
    'Файл, його журнал і резервні копії шифруються. Відтоді вони відкриваються лише парольною фразою, на цьому комп’ютері та на будь-якому іншому.',
  'sealing.forgotten':
    'Якщо її забути, ніхто не допоможе: другого ключа чи обхідного шляху немає. Зберігайте її там, де зберігаєте такі речі.',
  'sealing.understood': 'Я розумію: якщо забути парольну фразу, справу буде втрачено.',
  'sealing.beside':
    'Резервні копії поряд зі справою запечатуються разом із нею. Копії, зроблені самостійно, та все експортоване лишаються, як є.',
  'sealing.changeWhat':
    'Відтоді справа та її резервні копії відкриваються новою парольною фразою. Копії, зроблені самостійно, зберігають стару.',
  'sealing.unsealWhat':
    'Справа та її резервні копії знову стають звичайними файлами, які може прочитати кожен, хто їх має. Парольну фразу треба ввести ще раз.',
  'sealing.working': 'Це триває якусь мить. Справа лишається цілою, хоч би що сталося тим часом.',
  'sealing.sealed': 'Справу запечатано.',
  'sealing.changed': 'Парольну фразу змінено.',
  'sealing.unsealed': 'Справу розпечатано.',
  'sealing.sign': 'Запечатано',
  'sealing.signWhat': 'Файл цієї справи зашифровано парольною фразою.',
}
