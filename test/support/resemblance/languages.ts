/** A report, another newsroom's article that names it as its origin, and one that is about the same and names nobody. */
export type Cited = {
  language: string
  /** Who published the report, and how the article names it: inflected, as the language demands. */
  publisher: string
  author: string
  report: string
  relay: string
  independent: string
}

/** Written for this project, in the languages whose turns of phrase are known. */
export const cited: Cited[] = [
  {
    language: 'en',
    publisher: 'Harbour Weekly',
    author: 'Nora Quill',
    report:
      'The ferry company has ordered four electric ships from the yard at Lindholm. They are to replace the diesel vessels on the island route by the spring after next and will carry two hundred passengers each. The contract is worth ninety million crowns, of which the state pays a third.',
    relay:
      'Islanders may soon cross the sound without smoke and noise. As reported by Harbour Weekly, the operator wants to buy four battery-driven vessels; diesel engines would vanish from the island route. Residents welcomed the plan, but asked what will become of the night crossing and who pays for the charging station at Lindholm.',
    independent:
      'A summer of delays lies behind the ferry passengers of the sound. Engines broke down, timetables were thinned out, and the island council demanded vessels that are fit for the weather. The company promised an answer in autumn.',
  },
  {
    language: 'uk',
    publisher: 'Українська хвиля',
    author: 'Олена Бойко',
    report:
      'Уряд погодив передачу державного елеватора у місті Заріччя новому власникові. Компанія зобов’язалася вкласти у модернізацію вісімдесят мільйонів гривень і зберегти всі робочі місця щонайменше на три роки. Договір підпишуть наступного тижня після перевірки антимонопольного комітету.',
    relay:
      'Елеватор у Заріччі таки продають. За даними «Української хвилі», покупець обіцяє модернізацію та гарантує робочі місця на три роки. Місцеві аграрії ставляться до новини обережно: попередній власник теж говорив про мільйони, а дах зерносховища протікає й досі.',
    independent:
      'Фермери району вже другий сезон возять зерно до сусідньої області. Черги на приймання сягають двох діб, а вартість зберігання зросла майже вдвічі. Асоціація просить відкрити додаткові майданчики до початку жнив.',
  },
  {
    language: 'ru',
    publisher: 'Северный вестник',
    author: 'Игорь Лапин',
    report:
      'Власти города утвердили проект новой трамвайной линии от вокзала до университета. Строительство обойдётся в двенадцать миллиардов и займёт четыре года. Движение по проспекту на время работ сузят до одной полосы, автобусы пустят в объезд.',
    relay:
      'От вокзала до университета можно будет доехать на трамвае, сообщает «Северный вестник» со ссылкой на мэрию. Строительство новой линии начнётся весной. Владельцы магазинов на проспекте опасаются, что за четыре года потеряют покупателей, и требуют компенсации.',
    independent:
      'Студенты университета снова вышли с плакатами: автобусы переполнены, утром в них не войти. Перевозчик объясняет это нехваткой водителей и обещает добавить рейсы после праздников.',
  },
  {
    language: 'de',
    publisher: 'Norddeutscher Kurier',
    author: 'Jutta Wiemann',
    report:
      'Der Landtag will die Förderung für kleine Wasserkraftwerke verdoppeln. Ein Entwurf des Umweltausschusses sieht dafür dreißig Millionen Euro im Jahr vor. Die Betreiber müssen im Gegenzug Fischtreppen bauen und den Mindestabfluss jederzeit messen lassen.',
    relay:
      'Wer an einem Bach Strom erzeugt, darf auf mehr Geld hoffen. Wie der Norddeutsche Kurier berichtet, plant der Umweltausschuss höhere Zuschüsse für kleine Wasserkraftwerke. Angler sehen das mit Sorge: Fischtreppen gebe es bislang auf dem Papier, und den Mindestabfluss habe noch nie jemand kontrolliert.',
    independent:
      'An der oberen Leme steht das Mühlrad seit Wochen still. Zu wenig Wasser, sagt der Müller, und zu viele Vorschriften. Die Gemeinde prüft, ob sie das Gebäude kaufen und ein Museum einrichten soll.',
  },
  {
    language: 'fr',
    publisher: 'La Gazette du Littoral',
    author: 'Claire Aubenas',
    report:
      'La région va racheter les deux derniers chantiers navals de la baie pour éviter leur fermeture. L’opération coûtera quarante millions d’euros et sauvera trois cents emplois. Un repreneur privé pourrait entrer au capital dans un délai de deux ans.',
    relay:
      'Les ouvriers des chantiers navals respirent. Selon La Gazette du Littoral, la région s’apprête à mettre quarante millions sur la table pour éviter la fermeture. Les syndicats réclament toutefois des garanties écrites sur les emplois et doutent qu’un repreneur privé se présente.',
    independent:
      'Sur les quais de la baie, on répare surtout des voiliers de plaisance. Les commandes de chalutiers ont disparu, les apprentis aussi. Une école de charpente marine ouvrira pourtant ses portes à la rentrée.',
  },
  {
    language: 'es',
    publisher: 'El Diario del Valle',
    author: 'Marta Quiroga',
    report:
      'El ayuntamiento cerrará al tráfico el casco antiguo a partir de septiembre. Solo podrán entrar los residentes, los repartidores hasta las once y los servicios de emergencia. La medida se acompañará de dos aparcamientos gratuitos con autobuses cada diez minutos.',
    relay:
      'Adiós a los coches entre las murallas. Según El Diario del Valle, el casco antiguo quedará reservado a residentes y repartidores después del verano. Los comerciantes piden que los aparcamientos gratuitos estén listos antes de la medida y temen por la campaña de Navidad.',
    independent:
      'Las murallas necesitan una restauración urgente, advierten los arquitectos. El año pasado cayeron piedras junto a la puerta norte y nadie resultó herido por casualidad. El obispado ofreció pagar una parte.',
  },
  {
    language: 'pl',
    publisher: 'Gazeta Nadmorska',
    author: 'Ewa Zielińska',
    report:
      'Rada miasta zgodziła się na budowę nowego szpitala dziecięcego na terenie dawnych koszar. Inwestycja pochłonie dwieście milionów złotych, z czego połowę wyłoży ministerstwo. Pierwsi pacjenci mają trafić na oddziały za cztery lata.',
    relay:
      'Dawne koszary zamienią się w szpital dziecięcy. Jak podaje „Gazeta Nadmorska”, połowę kosztów inwestycji pokryje ministerstwo, resztę miasto. Lekarze przypominają jednak, że w regionie brakuje pielęgniarek i że same mury nikogo nie wyleczą.',
    independent:
      'Koszary od lat niszczeją, a okoliczni mieszkańcy skarżą się na złomiarzy. W zeszłym miesiącu spłonął jeden z magazynów. Konserwator zabytków domaga się zabezpieczenia bramy i dachów.',
  },
]
