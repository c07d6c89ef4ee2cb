/** How one newsroom told an event. Every word here was written for this project; places and people are made up. */
export type Telling = { title: string; publisher: string; author: string; paragraphs: string[] }

/** One event, told by two newsrooms that know nothing of each other, and what somebody said there that both could quote. */
export type Story = { name: string; tellings: [Telling, Telling]; speech: string[] }

export const stories: Story[] = [
  {
    name: 'bridge',
    tellings: [
      {
        title: 'Rail bridge at Halvorn closed after crack is found',
        publisher: 'The Halvorn Courier',
        author: 'Ida Merrow',
        paragraphs: [
          'Engineers shut the railway bridge over the Tarn at Halvorn on Tuesday morning after an inspection turned up a crack as long as a forearm in one of its main girders.',
          'Freight trains to the coast are being sent round by Osk, which adds some ninety minutes to the journey. Commuters have been told to use buses, and the first of them left the station forecourt before seven.',
          'The bridge was built in 1931 and last overhauled eleven years ago. A spokeswoman for the track authority would not say how long the repair may take, only that nobody should count on a train across the river before the end of the month.',
          'Grain dealers in the harbour fear that ships will have to wait. Two of them were already lying idle at the quay on Tuesday evening with their holds half full.',
        ],
      },
      {
        title: 'Travellers stranded as Tarn crossing fails its check',
        publisher: 'Northern Wire',
        author: 'Piet Lasker',
        paragraphs: [
          'No train will cross the Tarn for weeks. That is the outcome of a routine look at the ninety-year-old steel span near Halvorn, where damage was discovered deep inside a supporting beam.',
          'Officials of the rail network ordered the line blocked within an hour. Goods bound for the port now take the long way through the hills, while passengers must change to coaches that crawl along a single road.',
          'For the exporters it could hardly come at a worse moment: the harvest is in, the silos are brimming and vessels have been chartered. One shipping agent put the cost of every lost day at forty thousand crowns.',
          'How such a flaw escaped earlier examinations is a question that the transport committee wants answered. Its chair has asked for the records of the past decade.',
        ],
      },
    ],
    speech: [
      'We will not gamble with lives for the sake of a timetable, and I would rather explain a closed bridge to you today than a fallen one tomorrow',
      'Every girder will be looked at, every rivet will be counted, and when we open this bridge again I shall be on the first train that crosses it',
    ],
  },
  {
    name: 'water',
    tellings: [
      {
        title: 'Upper and lower valley settle their quarrel over water',
        publisher: 'The Gazette of Sorn',
        author: 'Mira Oduya',
        paragraphs: [
          'After nine years of lawsuits the farmers of the upper valley and the towns below them have agreed who may take how much from the Sorn in a dry summer.',
          'Under the paper signed on Friday the towns receive at least fifty-five per cent of the flow measured at the old mill; the fields get the remainder, and in exchange the municipalities pay for new pipes that lose less on the way.',
          'A board of seven will watch over the gauges. Three of its members come from the farms, three from the towns, and the seventh is to be a hydrologist on whom both sides can agree.',
          'Not everybody was pleased. Orchard owners near the source complained that they had been handed a bill for other people’s lawns.',
        ],
      },
      {
        title: 'Deal on river ends decade in court',
        publisher: 'Morning Ledger',
        author: 'Tomas Vell',
        paragraphs: [
          'The longest-running water dispute in the province is over. Mayors and growers shook hands on Friday in a schoolroom half-way between their homes, then signed eleven pages that share out what the Sorn carries when rain stays away.',
          'More than half goes to the taps, so much is certain; what is left may be pumped onto the land. City treasuries will bear the expense of lining forty kilometres of leaking ditches.',
          'Enforcement is left to a panel with an independent expert in the chair. Whoever draws more than he is due loses a tenth of his quota in the following season.',
          'Lawyers reckon that the two camps have spent four million crowns on the proceedings, roughly what the new canal lining is expected to cost.',
        ],
      },
    ],
    speech: [
      'A river does not know where the boundary of a parish runs, and for nine years we have behaved as though it did',
      'My grandfather dug that ditch with his own hands and I am not ashamed to say that it leaks, but I am ashamed that we went to court before we went to look',
    ],
  },
  {
    name: 'ore',
    tellings: [
      {
        title: 'Cabinet opens Keldar lithium field to bidders',
        publisher: 'Trade and Mines',
        author: 'Ruth Anselm',
        paragraphs: [
          'The government will put the Keldar lithium deposit out to tender in autumn, ending a moratorium that has stood since the collapse of the state miner.',
          'Bidders must process at least half of the ore inside the country and pay a royalty of seven per cent, rising to eleven when the price of carbonate passes a threshold fixed in the law. A tenth of the proceeds is set aside for the two districts where digging would begin.',
          'Geologists estimate the reserve at one and a half million tonnes, though the figure rests on drilling done forty years ago and has never been audited by an outside firm.',
          'Three companies, two of them foreign, have asked for the data room to be opened. Environmental groups announced that they would challenge the decree in the constitutional court.',
        ],
      },
      {
        title: 'Who gets the white gold of Keldar?',
        publisher: 'Institute of Affairs',
        author: 'Leo Brandvik',
        paragraphs: [
          'For years the salt flats of Keldar were a promise that no minister dared to keep. Now an auction has been called, and with it begins a contest about money, water and pride.',
          'What is on offer sounds generous. Investors keep most of what they earn provided that refining happens at home, a condition at which similar schemes elsewhere have foundered because neither power nor skilled labour was at hand.',
          'The local share is the more interesting part. If ten per cent really reaches the villages, theirs would be among the best-endowed councils in the land; if it seeps away in the capital, as happened with the copper fund, resentment will follow.',
          'Caution is in order about the size of the treasure as well. The survey everybody cites was made when satellites were young.',
        ],
      },
    ],
    speech: [
      'We are not selling a mountain, we are renting out a shovel, and whoever rents it from us will leave behind a factory and a school',
      'The ore has waited two hundred million years and it can wait another winter if the offers are not good enough',
    ],
  },
  {
    name: 'port',
    tellings: [
      {
        title: 'Dockers at Maren end strike after eleven days',
        publisher: 'Channel Nine',
        author: 'Osei Grant',
        paragraphs: [
          'Cranes began to move again in the port of Maren on Sunday night. Dock workers had voted by a narrow majority to accept a rise of six per cent over two years and a ban on split shifts.',
          'About three hundred containers of fruit had to be destroyed during the stoppage. The terminal operator put its own loss at nine million crowns and said that it would take until Thursday to clear the yard.',
          'The union had asked for ten per cent. Its leader conceded that the strike fund would not have lasted another week, but spoke of a result that members could hold their heads up with.',
          'A clause on automatic cranes was left for later. Both sides will name negotiators before the holidays.',
        ],
      },
      {
        title: 'Maren harbour back at work, with the hard question postponed',
        publisher: 'The Courier of Trade',
        author: 'Elin Svard',
        paragraphs: [
          'It was close: fifty-two out of every hundred who cast a ballot wanted the walkout to stop. With that the longest conflict in the docks of Maren for a generation came to its end over the weekend.',
          'Pay goes up in two steps. More important to many families is that nobody can any longer be sent home at noon and called back in the evening.',
          'Supermarkets inland will feel the gap for some days yet, since bananas and citrus rotted in the heat and replacements are still at sea. Insurers expect claims in the double-digit millions.',
          'Machines that unload a ship without a single pair of hands were the true cause of the anger, and about them not a line has been signed.',
        ],
      },
    ],
    speech: [
      'Nobody goes on strike for fun, you go on strike because you have been asked nicely to wait for the third year running',
      'I can look my members in the eye tonight, not all of them will look back at me, and that is what a compromise feels like',
    ],
  },
  {
    name: 'ceasefire',
    tellings: [
      {
        title: 'Guns fall silent in the Orlu hills as truce takes hold',
        publisher: 'World Desk',
        author: 'Hanne Kolb',
        paragraphs: [
          'The first night without shelling in four months passed in the Orlu hills after both armies pulled their artillery eight kilometres back from the line, observers in the border town of Pesk said.',
          'The truce, brokered by two neighbouring governments, is to last thirty days. It covers heavy weapons and drones but leaves the question of the mined road to a commission that has yet to be formed.',
          'Families were seen carrying mattresses and stoves up the valley at dawn. The mayor of Pesk urged them to stay away until sappers had gone through the houses.',
          'Each side has already accused the other of one breach: a mortar round near the saw mill, and a reconnaissance flight that nobody has been able to confirm.',
        ],
      },
      {
        title: 'A month of quiet, perhaps: what the Orlu agreement says and leaves out',
        publisher: 'The Observer of the East',
        author: 'Jan Petrides',
        paragraphs: [
          'Thirty days, no big guns, nothing in the air. That, in short, is what the generals accepted on Wednesday under pressure from capitals that have their own reasons for wanting the pass reopened.',
          'Missing from the text is any word on prisoners. Relatives who had gathered outside the negotiation hotel went home with empty hands and said they would come again every morning.',
          'Nor is it settled who clears the explosives between the villages. Without the road, however, winter supplies cannot reach the upper settlements, and the snow comes early there.',
          'Previous pauses broke down on the ninth and the fourteenth day. Monitors, of whom there are forty for a front as long as a marathon, are not optimistic.',
        ],
      },
    ],
    speech: [
      'A ceasefire is not a peace, it is a room in which peace may be talked about, and rooms can be left by either door',
      'We have given our word for thirty days and we shall keep it for thirty days, and on the thirty-first we shall see who else has kept theirs',
    ],
  },
  {
    name: 'budget',
    tellings: [
      {
        title: 'Council of Brenmoor passes budget with library cuts',
        publisher: 'Brenmoor Post',
        author: 'Dana Whitlock',
        paragraphs: [
          'By nineteen votes to seventeen the council of Brenmoor adopted a budget that closes three of the town’s nine libraries and raises the fee for parking by a third.',
          'The treasurer defended the plan as the only way to fill a hole of twelve million crowns that opened when the paper mill, the largest taxpayer, moved its headquarters away.',
          'Opponents had proposed to delay the new swimming hall instead. Their amendment failed after two independents left the chamber shortly before it was put to the vote.',
          'The reading rooms in Eastgate, Fulling Lane and Cope will shut in June. Their books go to a depot from which schools may order.',
        ],
      },
      {
        title: 'Three reading rooms to go as Brenmoor balances its books',
        publisher: 'The Regional Mirror',
        author: 'Samir Holt',
        paragraphs: [
          'Shouts from the gallery accompanied the decision late on Monday: a slim majority of councillors prefers pools to pages, as one placard had it.',
          'What tipped the scale was the departure of the town’s biggest employer, whose business rates used to pay for one in every eight services. Since spring the administration has frozen posts and put off repairs.',
          'Drivers will be asked to contribute as well. A day in the central garage costs sixteen crowns from July, up from twelve.',
          'A citizens’ group has begun to collect signatures for a referendum; it needs four thousand within ten weeks.',
        ],
      },
    ],
    speech: [
      'I learned to read in Fulling Lane and tonight I have voted to close it, and you may boo me for it because I would boo myself',
      'A town that cannot pay its nurses cannot pay for nine libraries, and pretending otherwise is a story that belongs on the shelf marked fiction',
    ],
  },
]

/** Paragraphs of other matters, to lengthen an article with. */
export const background = [
  'The province has had four governments in six years, none of which lasted long enough to see its own programme through parliament. Observers put this down to an electoral law that rewards small lists.',
  'Exports fell by three per cent in the second quarter, according to the statistics office, mostly because of weaker demand for timber and machine parts. Services, by contrast, grew for the fifth time in a row.',
  'Relations with the neighbours to the south had been tense since the incident with the fishing fleet in spring, when two trawlers were held for eleven days and released only after the foreign ministers had met.',
  'The climate office expects another dry year. Its models, which were wrong about the floods of the year before last, give a chance of two in three for rainfall below the average of the past thirty summers.',
  'Most young people leave after school. Of those who finished in the district last year, barely a fifth had found work there by Christmas, and the vocational college has closed two of its five courses.',
  'A poll commissioned by the broadcaster shows a country split down the middle: forty-four per cent trust the prime minister to do what is right, forty-five do not, and the rest would rather not say.',
  'The company was founded by two brothers who repaired pumps for farmers. It now employs six hundred people on three continents, sponsors a second-division football club and is still run from the old workshop.',
  'Similar attempts were made twice before, in the eighties with loans from abroad and again at the turn of the century. Both ended in court, and the files fill a cellar of the regional archive.',
]

/** What two sites print around everything. */
export const frames = [
  {
    head: [
      'You are reading the free edition. Readers who support us see no advertising and receive the letter of the editors every Saturday.',
    ],
    foot: [
      'This newspaper is made by its readers. More than nine thousand members pay a small sum each month so that reporting stays free of owners and parties. If you value what you have read, become a member today; it takes two minutes and can be ended at any time.',
      'Have you noticed a mistake in this text? Mark the words and write to the corrections desk, which answers every letter and prints what was wrong on page two.',
    ],
  },
  {
    head: [
      'Live coverage, background and opinion from our correspondents in forty countries, around the clock and in nine languages.',
    ],
    foot: [
      'The views expressed in articles on this site are those of their authors and need not agree with the position of the publishing house. Reprinting in whole or in part requires permission in writing; please turn to the department of rights and licences.',
    ],
  },
]
