/** A paragraph in several languages, and the encodings that files in that language are found in. */
export const languages: readonly (readonly [language: string, encodings: readonly string[], text: string])[] = [
  [
    'French',
    ['windows-1252', 'iso-8859-15', 'macintosh'],
    'Le ministre a déclaré mardi que l’accord était prêt à être signé, mais que les détails resteraient à négocier après l’été. « Nous n’avons pas cédé », a-t-il ajouté à Genève.',
  ],
  [
    'German',
    ['windows-1252', 'macintosh'],
    'Der Minister erklärte am Dienstag, das Abkommen über die Förderung der Bodenschätze müsse vor dem Frühjahr geprüft werden; größere Änderungen schließe er aus.',
  ],
  [
    'Spanish',
    ['windows-1252', 'macintosh'],
    'El ministro señaló que la delegación volverá mañana a la mesa de negociación. ¿Qué pasará después? Según él, todavía no hay una decisión sobre el próximo año.',
  ],
  [
    'Portuguese',
    ['windows-1252'],
    'O ministro afirmou que as negociações não terão avanço até à próxima semana e que a comissão já recebeu a versão em português do acordo.',
  ],
  [
    'Swedish',
    ['windows-1252'],
    'Ministern sade på tisdagen att förhandlingarna går framåt, men att avtalet måste läsas på nytt innan någon sätter sitt namn under det.',
  ],
  [
    'Polish',
    ['windows-1250', 'iso-8859-2'],
    'Minister powiedział we wtorek, że umowa zostanie podpisana później, gdyż część postanowień wciąż wymaga uzgodnień; żadna ze stron nie chce ustąpić.',
  ],
  [
    'Czech',
    ['windows-1250', 'iso-8859-2'],
    'Ministr v úterý řekl, že dohoda bude podepsána později, protože některé články je třeba ještě projednat s oběma stranami a žádná nechce ustoupit.',
  ],
  [
    'Hungarian',
    ['windows-1250', 'iso-8859-2'],
    'A miniszter kedden azt mondta, hogy a megállapodást később írják alá, mert több pontját még egyeztetni kell, és egyik fél sem akar engedni a következő ülésig.',
  ],
  [
    'Turkish',
    ['windows-1254'],
    'Bakan salı günü yaptığı açıklamada anlaşmanın daha sonra imzalanacağını, çünkü bazı maddelerin görüşülmesi gerektiğini söyledi; taraflardan hiçbiri geri adım atmıyor.',
  ],
  [
    'Lithuanian',
    ['windows-1257'],
    'Ministras antradienį pareiškė, kad susitarimas bus pasirašytas vėliau, nes kai kurias nuostatas dar reikia suderinti; nė viena šalis nenori nusileisti.',
  ],
  [
    'Russian',
    ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'],
    'Министр заявил во вторник, что соглашение будет подписано позднее, поскольку некоторые статьи ещё предстоит согласовать. Ни одна из сторон не хочет уступать.',
  ],
  [
    'Ukrainian',
    ['windows-1251', 'koi8-u', 'iso-8859-5'],
    'Міністр заявив у вівторок, що угоду підпишуть пізніше, оскільки деякі статті ще треба узгодити. Жодна зі сторін не хоче поступатися, і її голова це визнав.',
  ],
  [
    'Bulgarian',
    ['windows-1251'],
    'Министърът заяви във вторник, че споразумението ще бъде подписано по-късно, защото някои членове трябва да се съгласуват. Никоя от страните не иска да отстъпи.',
  ],
  [
    'Greek',
    ['windows-1253', 'iso-8859-7'],
    'Ο υπουργός δήλωσε την Τρίτη ότι η συμφωνία θα υπογραφεί αργότερα, επειδή ορισμένα άρθρα πρέπει ακόμη να συζητηθούν. Καμία πλευρά δεν θέλει να υποχωρήσει.',
  ],
  [
    'Hebrew',
    ['windows-1255', 'iso-8859-8'],
    'השר אמר ביום שלישי כי ההסכם ייחתם מאוחר יותר, משום שיש עוד סעיפים שצריך לדון בהם. אף אחד מהצדדים אינו רוצה לוותר.',
  ],
  [
    'Arabic',
    ['windows-1256', 'iso-8859-6'],
    'قال الوزير يوم الثلاثاء إن الاتفاق سيوقع في وقت لاحق لأن بعض المواد لا تزال بحاجة إلى نقاش. ولا يريد أي من الطرفين أن يتنازل.',
  ],
  ['Thai', ['windows-874'], 'รัฐมนตรีกล่าวเมื่อวันอังคารว่าข้อตกลงจะลงนามในภายหลัง เพราะบางมาตรายังต้องหารือกันอีก ไม่มีฝ่ายใดต้องการถอย'],
  [
    'Japanese',
    ['shift_jis', 'euc-jp', 'iso-2022-jp'],
    '大臣は火曜日、合意への署名は後になると述べた。いくつかの条項についてまだ協議が必要だからだ。どちらの側も譲るつもりはない。',
  ],
  [
    'Chinese',
    ['gb18030', 'gbk', 'big5'],
    '部長星期二表示，協議將在稍後簽署，因為有些條款還需要商談。雙方都不願意讓步，下個月將再次會面。',
  ],
  [
    'Simplified Chinese',
    ['gb18030'],
    '部长星期二表示，协议将在稍后签署，因为有些条款还需要商谈。双方都不愿意让步，下个月将再次会面。',
  ],
  [
    'Korean',
    ['euc-kr'],
    '장관은 화요일에 합의문 서명이 늦어질 것이라고 말했다. 몇 가지 조항을 더 논의해야 하기 때문이다. 어느 쪽도 물러서려 하지 않는다.',
  ],
]
