/** Markets, budgets, companies. */
export const finance = `
Revenue rose 12% to $4.2 billion in the quarter. => percent 12 %; money US$ 4.2 billion
The dividend is €0.85 a share. => money € 0.85
Net profit came to £312m. => money £ 312 million
The bank set aside CHF 1.2 billion for fines. => money CHF 1.2 billion
Sales of 3.4 trillion yen were booked. => money ¥ 3.4 trillion
The loan is worth 250 million euros. => money € 250 million
A facility of USD 75 million was drawn. => money US$ 75 million
Two billion dollars went into the scheme. => money US$ 2 billion
The firm was fined a total of $1,250,000. => money US$ 1.25 million
Margins slipped to 8.5 per cent. => percent 8.5 %
Inflation stood at 3.2%. => percent 3.2 %
Rates may rise to between 4 and 4.5 percent. => percent 4–4.5 %
Analysts expect growth of 2–3%. => percent 2–3 %
Growth of 2% to 3% is expected. => percent 2–3 %
The stake is just over 25%. => percent 25 % {about}
Costs fell by slightly less than 5%. => percent 5 % {about}
The yield is over 4%. => percent 4 % {at least}
Unemployment stayed below 6%. => percent 6 % {up to}
The discount exceeds 30%. => percent 30 % {at least}
Losses in excess of $2 billion are feared. => money US$ 2 billion {at least}
Fewer than 5% of holders objected. => percent 5 % {up to}
As many as 40% of shops may close. => percent 40 % {up to}
The fee is capped at 1.5%. => percent 1.5 % {up to}
Exposure is limited to €50 million. => money € 50 million {up to}
A minimum of £10,000 is required. => money £ 10,000 {at least}
The fund needs $300 million or more. => money US$ 300 million {at least}
It would cost €20 million or so. => money € 20 million {about}
Roughly a quarter of the debt falls due soon.
Three quarters of the debt is held abroad. => percent 75 %
Half of all deposits are insured. => percent 50 %
The shares lost -5% in a day.
The index fell 250%, a misprint said.
Bids of $5 million and $7 million were received.
The price went up from $80 to $95 a barrel.
Oil trades at $80 a barrel. => money US$ 80
The mine pays $30 per tonne in royalties. => money US$ 30
The budget foresees 1.2 trillion hryvnias. => money ₴ 1.2 trillion
A credit line of 5 million Canadian dollars was opened. => money CAD 5 million
The bid of A$3.5 billion was turned down. => money AUD 3.5 billion; denies
Tens of millions of dollars went missing.
Several hundred million euros are at stake.
It cost a few thousand pounds.
They paid €10–15 million for it. => money € 10–15 million
They paid €10 million to €15 million for it. => money € 10–15 million
Between £1.2bn and £1.5bn was wiped off. => money £ 1.2–1.5 billion
The rescue may take $1.5bn-$2bn. => money US$ 1.5–2 billion
About US$350bn-worth of assets are frozen. => money US$ 350 billion {about}
Turnover of 12 500 000 euros was reported. => money € 12.5 million
The contract is priced at 1.250.000 euros.
The price is 3,5 million euros.
The central bank said inflation would ease. =>
Jerome Powell said rates would stay where they are. => speaker Jerome Powell
The International Monetary Fund estimates growth at 3.1%. => speaker International Monetary Fund; percent 3.1 %
Goldman Sachs expects oil at $70 by December 2025. => speaker Goldman Sachs; money US$ 70; date Dec 2025 {up to}
Moody's said the outlook was stable. => speaker Moody's
According to Moody's, the outlook is stable. => speaker Moody's
“The market is calm,” said Christine Lagarde. => speaker Christine Lagarde
The market is calm, said Christine Lagarde, president of the bank. => speaker Christine Lagarde
Anna Roth and Peter Lind said the books were clean.
A person close to Peter Lind said the books were clean.
The head of the National Bank said the books were clean.
Shell reported a profit of $6.2 billion. => speaker Shell; money US$ 6.2 billion
The company did not disclose the price. => denies
No dividend will be paid. => denies
The auditors found nothing amiss. => denies
There is no doubt that the bank is sound.
The bank is not only sound but rich.
Germany added 5 GW of solar power. => quantity 5 GW
The plant employs 1,200 people. => quantity 1,200 people
Some 300 branches will close. => quantity 300 branches {about}
The fleet grew to 48 aircraft. => quantity 48 aircraft
Boeing 737 planes were grounded.
The bond matures on 15 June 2031. => date 15 Jun 2031
The bond matures in 2031. => date 2031
Results for Q3 2025 are due.
The fiscal year 2024/25 was weak.
The tax holiday lasts five years. => duration 5 years
A grace period of 18 months was granted. => duration 18 months
Payment falls due within 30 days. => duration 30 days {up to}
The programme runs over four years. => duration 4 years
He has been in office for over four years. => duration 4 years {at least}
The plan was drawn up two years ago.
The fund will be closed by the end of 2026. => date 2026 {up to}
The offer stands until 31 March 2026. => date 31 Mar 2026 {up to}
Trading starts on 2 January 2026. => date 2 Jan 2026
The merger should close in mid-2026.
Since 2019 the firm has lost money. => date 2019
The report was filed on 31/12/2024. => date 31 Dec 2024
The report was filed on 03/04/2024.
The invoice is dated 25.12.2024. => date 25 Dec 2024
Half a billion dollars was raised.
A billion euros is needed. => money € 1 billion
The 1990s were lean years.
Up to $10,000 a month is paid. => money US$ 10,000 {up to}
The reserve of nearly $40 billion is frozen. => money US$ 40 billion {about}
Approximately 60% of gas comes by pipe. => percent 60 % {about}
The levy is no more than 2%. => percent 2 % {up to}
The rate was cut by 25 basis points.
`
