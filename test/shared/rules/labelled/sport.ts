/** Sport, culture, travel, daily life. */
export const sport = `
Arsenal won 3-1 on Saturday.
Arsenal claimed the title.
Arsenal claimed three points.
The match lasted four hours. => duration 4 hours
She ran it in 2 hours and 10 minutes.
The club paid €60 million for the winger. => money € 60 million
The club paid an initial €60 million, rising to €75 million.
The stadium holds 61,000 fans. => quantity 61,000 fans
The stadium holds over 61,000 fans. => quantity 61,000 fans {at least}
The ban runs for six matches. => quantity 6 matches
The ban runs until 1 June 2026. => date 1 Jun 2026 {up to}
The final is on 19 July 2026 in New York. => date 19 Jul 2026
The final is on Sunday.
The Games open on July 14, 2028. => date 14 Jul 2028
The 2028 Games open in July.
Coach Emma Hayes said the squad was tired. => speaker Coach Emma Hayes
Emma Hayes, the coach, said the squad was tired. => speaker Emma Hayes
“They are tired,” the coach said.
She said the squad was tired.
The squad, said the coach, was tired.
Tickets cost £45 each. => money £ 45
Tickets cost from £45.
Tickets cost at least £45. => money £ 45 {at least}
Entry is free for under-12s.
Children under 12 pay nothing. => denies
The film took $1.1 billion worldwide. => money US$ 1.1 billion
The film runs for 140 minutes. => quantity 140 minutes
The book sold 2 million copies. => quantity 2,000,000 copies
The book sold upwards of 2 million copies. => quantity 2,000,000 copies {at least}
The book has sold some 2 million copies since 1998. => quantity 2,000,000 copies {about}; date 1998
The play opened on 1 May 1995. => date 1 May 1995
They may open in May.
The hotel has 250 rooms. => quantity 250 rooms
The hotel has 250 newly built rooms. => quantity 250 newly built rooms
The train takes three and a half hours.
The train takes between three and four hours. => duration 3–4 hours
The train takes 3-4 hours. => duration 3–4 hours
The train leaves at 7.30.
The train leaves at 14:05 on 3 October 2025. => date 3 Oct 2025
The flight was delayed for nearly five hours. => duration 5 hours {about}
The museum is closed on Mondays.
The museum is not open on Mondays. => denies
The museum isn't open. => denies
Why not visit the museum?
The museum is no more than ten minutes away. => quantity 10 minutes {up to}
About 30% of visitors come from abroad. => percent 30 % {about}
One third of visitors come from abroad.
50% or more of the visitors come by car. => percent 50 % {at least}
Prices are up 5%. => percent 5 %
A 10% surcharge applies. => percent 10 %
The tip is 10 to 15 percent. => percent 10–15 %
The tip is 10, 12 or 15 percent.
Discounts of 10% and 20% are given.
A 50% cut, then another 50% cut, was made. => percent 50 %
The tower is 330 metres tall. => quantity 330 metres
The tower is almost 330 metres tall. => quantity 330 metres {about}
The garden covers two hectares. => quantity 2 hectares
The record stood for 23 years. => duration 23 years
The record was set 23 years ago.
The record was set in 1991. => date 1991
Her 23rd title came in Paris.
Top 10 seeds lost early.
World number 5 Jannik Sinner won.
Phil Foden scored twice.
The jury chose her over 40 others.
The jury did not choose her. => denies
The jury never met. => denies
Nobody was hurt. => denies
No one knows why. => denies
None of the runners finished. => denies
Not all of the runners finished. => denies
Not only the runners finished.
It was no small feat.
No wonder the crowd left.
The crowd could not but cheer.
The organisers ruled out a repeat. => denies
The organisers said a repeat was ruled out. => denies
BBC News reported that the race was off. => speaker BBC News
As reported by BBC News, the race was off. => speaker BBC News
The race, BBC News reported, was off. => speaker BBC News
The race was off, BBC News reported. => speaker BBC News
Organisers announced the race was off.
In a statement, UEFA said the race was off. => speaker UEFA
At the summit Anna Berg said the race was on. => speaker Anna Berg
In Oslo Anna Berg said the race was on.
`
