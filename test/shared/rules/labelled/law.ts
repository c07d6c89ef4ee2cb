/** Statutes, treaties, courts. */
export const law = `
Article 12 provides for arbitration.
Section 3 states the duties of the parties.
Clause 5 covers force majeure.
Chapter 7 sets the limits.
Resolution 242 calls for withdrawal.
The treaty has 27 articles. => quantity 27 articles
The notice period is 90 days. => duration 90 days
Either party may withdraw on six months' notice. => duration 6 months
The licence is valid for 25 years. => duration 25 years
The term shall not exceed 10 years. => duration 10 years {up to}
A fine of up to €20 million or 4% of turnover may be imposed. => money € 20 million {up to}; percent 4 %
The penalty is at most five years in prison. => duration 5 years {up to}
No party may assign its rights. => denies
The contract shall not be assigned. => denies
Nothing in this article limits the rights of the state. => denies
The court did not rule out an appeal. => unclear
The court ruled out an appeal. => denies
The judge dismissed the claim. => denies
The tribunal rejected the plea. => denies
The tribunal upheld the claim.
The state failed to notify the other party. => denies
If the parliament does not agree, the law lapses.
Unless the parties object, the term is renewed.
The treaty enters into force on 1 January 2026. => date 1 Jan 2026
The treaty enters into force once ten states have ratified it. => quantity 10 states
The law of 12 July 1999 is repealed. => date 12 Jul 1999
The act was passed in May 2018. => date May 2018
Claims must be lodged before 1 March 2026. => date 1 Mar 2026 {up to}
Claims may be lodged not before 1 March 2026. => date 1 Mar 2026 {at least}
No claim may be lodged after 30 June 2025. => date 30 Jun 2025 {at least}; denies
The hearing was held from 3 to 9 March 2025.
The text was negotiated between 2019 and 2023.
The text was negotiated in March and April 2025.
The parties met on 4 and 5 May 2025.
The share capital is at least EUR 25,000. => money € 25,000 {at least}
A majority of two thirds is needed.
A quorum of 50% is needed. => percent 50 %
A vote of more than 66% is required. => percent 66 % {at least}
The motion was carried by 8 votes to 3.
The motion was carried 8-3.
The judges split 5-4.
Damages of $3.2 million plus costs were awarded. => money US$ 3.2 million
Damages of $3 million and costs of $200,000 were awarded.
Judge Maria Keller ruled that the levy was lawful. => speaker Judge Maria Keller
The Supreme Court held that the levy was lawful. => speaker Supreme Court
Justice Minister Ida Holm told parliament that the bill was ready. => speaker Justice Minister Ida Holm
The bill, according to Ida Holm, will pass. => speaker Ida Holm
Ida Holm was quoted as saying that the bill would pass. => speaker Ida Holm
Ida Holm was told that the bill would pass.
Ida Holm is said to favour the bill.
They told Ida Holm that the bill would pass.
“The bill will pass,” Ida Holm told reporters. => speaker Ida Holm
In the words of Ida Holm, the bill will pass. => speaker Ida Holm
As Ida Holm put it, the bill will pass. => speaker Ida Holm
The bill will pass, Ida Holm has repeatedly said. => speaker Ida Holm
It is said that the bill will pass.
The European Commission proposed the bill.
The European Commission warned that the bill breached the treaty. => speaker European Commission
Transparency International called the bill a step back. => speaker Transparency International
Whether or not the bill passes, the levy stays.
The bill has no fewer than 300 clauses. => quantity 300 clauses {at least}
The bill cites Regulation 2016/679.
The directive was amended by Directive 95/46.
The seat of the court shall be The Hague.
The limit is 3 years, extendable by 2 years.
The deadline is 5 p.m. on 10 October 2025. => date 10 Oct 2025
The permit is not transferable. => denies
The permit is non-transferable.
Without consent the data may not be shared. => unclear
The data may be shared without delay.
The defendant denied the charge. => denies
The charge cannot be upheld. => denies
It isn't a matter for the court. => denies
The parties haven’t signed. => denies
The law takes effect as of 1 April 2025. => date 1 Apr 2025
The lease ends at the latest on 30 September 2027. => date 30 Sep 2027 {up to}
The lease runs until 2040. => date 2040 {up to}
The lease runs for 15 to 20 years. => duration 15–20 years
The lease runs for fifteen years or more. => duration 15 years {at least}
A deposit of three months' rent is due. => duration 3 months
The deposit is 10 percent of the price. => percent 10 %
Interest of 8% a year is due. => percent 8 %
The state keeps not less than 51% of the shares. => percent 51 % {at least}
The state keeps not more than 49% of the shares. => percent 49 % {up to}
Paragraph 4 requires notice.
Annex II lists 17 minerals. => quantity 17 minerals
The agreement lists seventeen minerals. => quantity 17 minerals
`
