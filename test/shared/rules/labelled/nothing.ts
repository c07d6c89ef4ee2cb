/** Where nothing may be proposed: every figure, name and small word in these is something else. */
export const nothing = `
They may meet again in the autumn.
The meeting of March 11 was long.
It happened on a Tuesday in May.
The parties shook hands and left.
He said it would be done.
She said she was pleased.
They say that it will rain.
It was said that the ship had sailed.
Sources said the talks went well.
Officials said the talks went well.
Observers said the talks went well.
The minister said the talks went well.
A spokesman told reporters to wait.
Experts warned of delays.
Critics called the deal unfair.
It is reported that the ship has sailed.
A number of ships have sailed.
Several ships have sailed.
A few ships have sailed.
Many ships have sailed.
Dozens of ships have sailed.
Hundreds of people came.
Thousands of euros were lost.
Billions in aid were promised.
A multi-billion-dollar plan was shown.
A billion-dollar question remains.
The two leaders met.
Both leaders met.
The three of them met.
The first two weeks were calm, the next three less so.
The second phase began.
The third reading is next.
It is the 4th of its kind.
He came in 5th.
Paragraph 12 applies.
Page 34 shows the map.
See note 5.
Line 12 runs north.
Highway 61 passes the town.
Bus 12 stops here.
Building 7 stands empty.
Unit 731 was disbanded.
Apollo 13 returns.
Windows 11 runs here.
Phase 3 trials begin.
Stage 2 talks begin.
Round 5 talks begin.
Day 3 talks begin.
Level 5 alerts were issued.
Grade 5 pupils sang.
Lot 49 sells today.
Item 7 needs work.
Rule 10 bans this.
Protocol 14 entered into force.
Decree 123 sets the tariff.
Law 4071 sets the tariff.
Case C-131 comes next.
ISO 31000 defines risk.
The G7 leaders met.
The G20 nations met.
A Group of 77 statement was read.
MiG-29 jets flew past.
AK-47 rifles were found.
S-300 batteries were moved.
Su-25 pilots trained.
An A-10 squadron left.
COVID-19 patients recovered.
UTF-8 texts are read.
The score was 2-2.
The vote was 52-48.
The ratio is 4:1.
The time is 10:30.
Call 555 0199 for help.
The number is +380 44 123 4567.
The address is 12 Main Street.
The post code is 01001.
The version is 2.0.1.
The grid reference is 49.5, 30.1.
The paper has the number 2025/123.
The dates 03/04/2025 and 04/03/2025 are not the same kind of trap. => denies
The deadline is 03.04.2025.
It is dated 1/2/2024.
The year-end is near.
A year ago all was quiet.
Ten years ago all was quiet.
All was quiet two days before.
Three weeks later it was over.
The 20-year-old won.
She is 45 years old.
A 100-year-old oak fell.
The roaring twenties ended badly.
The 1980s were loud.
In the 19th century the line was built.
It rose from 5% to 7%.
It rose from $5 to $7.
It went from 200 to 300 tonnes.
It gained 3 percentage points.
It lost 2 points.
The rate is 5.25 or 5.5 percent.
The cost is $3 or $4.
One paper has $3 million, another $4 million.
The first puts it at 40%, the second at 60%.
He turned 18 in the camp.
The odds were a million to one.
It was a one-in-a-hundred chance.
The first hundred days are over.
Between 2020 and 2024 it doubled.
From 3 to 5 May 2025 it rained.
On 3 and 5 May 2025 it rained.
It rained in May and June 2025.
From January to March 2025 it rained.
Kyiv is the capital; Moscow is too.
No. 5 seeds lost.
Win or lose, they played well.
The not-for-profit body met.
A no-fly zone was discussed.
No doubt they will meet.
Whether or not they meet, it rains.
Not only did they meet, they agreed.
If they do not meet, it rains.
Unless they refuse, it goes on.
Anna Roth was told to leave.
Anna Roth met Peter Lind.
They told Anna Roth to leave.
A letter to Anna Roth was found.
The friends of Anna Roth said so.
Anna Roth said yes, Peter Lind said no to it. => denies
Anna Roth and Peter Lind announced it.
Asked by Anna Roth, he said so.
The company reported to Anna Roth.
It was reported by a local paper.
Poland added 3 new crossings. => quantity 3 new crossings
The dollar rose.
The euro is weak.
The percent sign is old.
`
