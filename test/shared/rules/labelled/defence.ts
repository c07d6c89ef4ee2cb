/** Arms, wars, aid. */
export const defence = `
Thirty-one tanks were delivered. => quantity 31 tanks
The brigade has 4,500 troops. => quantity 4,500 troops
The brigade has 4,500 well-trained troops. => quantity 4,500 well-trained troops
Some 120 drones were shot down. => quantity 120 drones {about}
More than 200 missiles were fired. => quantity 200 missiles {at least}
Up to 10,000 soldiers may be sent. => quantity 10,000 soldiers {up to}
Between 50 and 70 vehicles were lost. => quantity 50–70 vehicles
Leopard 2 tanks arrived.
F-16 jets arrived.
T-72 tanks were destroyed.
COVID-19 cases rose in the ranks.
A total of 16 F-16 jets arrived.
The missile has a range of 300 km. => quantity 300 km
The missile flies at least 300 km. => quantity 300 km {at least}
The range is 300 to 500 kilometres. => quantity 300–500 kilometres
The package is worth $725 million. => money US$ 725 million
Spending is to reach 3.5% of GDP by 2035. => percent 3.5 %; date 2035 {up to}
The pause lasts 72 hours. => duration 72 hours
A 60-day truce was offered. => duration 60 days
The truce held for a mere three days. => duration 3 days
The siege went on for more than 80 days. => duration 80 days {at least}
The war began on 24 February 2022. => date 24 Feb 2022
The war began in February 2022. => date Feb 2022
The base was closed in early 2023.
Since 24 February 2022 the border has been shut. => date 24 Feb 2022
The offensive is expected before the summer of 2026.
No troops will be sent. => denies
The general denied that troops had crossed the border. => denies
NATO said it saw no signs of an attack. => speaker NATO; denies
NATO Secretary General Mark Rutte said the allies were ready. => speaker NATO Secretary General Mark Rutte
General Oleksandr Syrskyi reported that the line held. => speaker General Oleksandr Syrskyi
Gen. Ben Hodges wrote that the line held. => speaker Gen. Ben Hodges
The General Staff said 98 attacks were beaten back. => speaker General Staff; quantity 98 attacks
The Ministry of Defence said that 12 ships had sailed. => speaker Ministry of Defence; quantity 12 ships
Russian Defence Minister Andrei Belousov claimed that the town had fallen. => speaker Russian Defence Minister Andrei Belousov
Moscow claimed the town. =>
Ukraine’s air force said it downed 58 of 90 drones. => speaker Ukraine’s air force
Kyiv says the town holds; Moscow says it fell.
Neither Kyiv nor Moscow commented. => denies
The ship cost £3.5 billion, not £2 billion.
An aid package of £3 billion a year was pledged. => money £ 3 billion
The pledge of about €1 million per drone was made. => money € 1 million {about}
Of the aid, 35% went to air defence. => percent 35 %
Nearly half of the grid is down.
Almost 90% of the town lies in ruins. => percent 90 % {about}
The army wants 100,000 men under arms. => quantity 100,000 men
Two dozen aircraft took off.
One in five soldiers is wounded.
The 82nd Airborne Division landed.
The 3rd Brigade holds the town.
Flight 370 carries no cargo. => denies
The unit fired twice.
The commander refused to withdraw. => denies
The commander declined to comment. => denies
The commander agreed to withdraw.
The allies are not opposed to a truce. => unclear
The allies have no objection to a truce. => unclear
It was no ordinary attack.
The army is no longer in the town. => denies
The bridge lacks defences.
The bridge was never rebuilt. => denies
The convoy arrives in 3 to 5 days. => duration 3–5 days
The convoy arrives in three to five days. => duration 3–5 days
The convoy arrived five days later.
The training takes ten weeks. => duration 10 weeks
The training takes a little over ten weeks. => duration 10 weeks {about}
The pact was renewed for another 5 years. => duration 5 years
A 20-year-old conscript was killed.
The exercise involves 9 countries and 15,000 troops.
The strike killed 12 and wounded 40.
At least 12 people were killed. => quantity 12 people {at least}
A dozen people were killed.
President Volodymyr Zelenskyy said at least 12 people were killed. => speaker President Volodymyr Zelenskyy; quantity 12 people {at least}
“We need 27 batteries,” Zelenskyy said on Monday. => speaker Zelenskyy; quantity 27 batteries
Zelenskyy has asked for 27 batteries. => quantity 27 batteries
Exactly 27 batteries are needed. => quantity 27 batteries
A stock of 1.2 million shells is planned. => quantity 1,200,000 shells
The plant makes 40,000 shells a month. => quantity 40,000 shells
The plant makes 40,000 to 50,000 shells a month. => quantity 40,000–50,000 shells
The town of 70,000 has fallen.
The depth is 15 km at most. => quantity 15 km {up to}
The brigade is 30% under strength. => percent 30 %
Losses of 5 to 7 percent were reckoned with. => percent 5–7 %
Strength stood at 60-65%. => percent 60–65 %
`
