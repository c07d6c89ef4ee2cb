/** What the five articles of the sample case say, in other words with the same figures and grammar, and the like of it. */
export const talks = `
The American envoy spoke of considerable progress in Jeddah. =>
Marco Rubio announced that the round of talks in Jeddah had moved matters forward. => speaker Marco Rubio
U.S. Secretary of State Marco Rubio announced that the latest round had borne fruit. => speaker U.S. Secretary of State Marco Rubio
Rubio, speaking after a session behind closed doors, called the talks fruitful. => speaker Rubio
The details of the framework remain secret.
Washington agreed in principle to back the mining of critical minerals in Ukraine.
A final paper is still being worked on.
Military aid had been scaled back before the talks.
The step would lessen dependence on China, which leads the processing of rare earths.
Critics argue that tying arms to ore puts Ukraine in a weak spot.
Outdated surveys and the cost of rebuilding remain key risks.
Mines in Ukraine have suffered great damage.
The article takes three minutes to read. => quantity 3 minutes
The talks held on March 11, 2025, in Jeddah ended without the minerals contract. => date 11 Mar 2025; denies
The talks were said to have lasted about nine hours. => duration 9 hours {about}
The American delegation proposed to put off the signing of the framework agreement.
More time was asked for, and a fuller text instead of the framework, as reported by FederalPress. => speaker FederalPress
The government in Kyiv had approved the text before.
Andrey Yermak, Head of the Office of the President of Ukraine, noted, “We said plainly that we would never accept a frozen conflict.” => speaker Andrey Yermak; denies
Lands that Ukraine could lose were on the agenda too.
Ukraine committed itself to a halt of 30 days in the fighting. => duration 30 days
Both sides agreed on a 30-day halt to hostilities, which the U.S. welcomed. => duration 30 days
Donald Trump had urged Ukraine to heed calls for peace.
Putin stated, “We agree to a ceasefire, but it must lead to a lasting peace.” => speaker Putin
The Kremlin answered the offer with caution.
It is open whether the deal will evolve or stand still.
European partners are reportedly to be at the table.
Today is Mar 14, 2025, says the head of the page. => date 14 Mar 2025
The report is dated 14 March 2025. => date 14 Mar 2025
In late February 2025 a meeting at the White House broke off. => date about Feb 2025
The clash led to a suspension of military aid for a time.
The agreement would open deposits of lithium, graphite, manganese and titanium ore.
Ukraine would allot 50% of future revenue from these resources to a joint fund. => percent 50 %
A joint fund takes 50% of the resource revenues of Ukraine. => percent 50 %
Marco Rubio and Mike Waltz are meeting Ukrainian officials in Jeddah.
Kyiv plans to propose a limited ceasefire in the Black Sea and for long-range missiles.
France and Germany have thought of sending a peacekeeping force.
The U.S. has indicated that Ukraine may need to cede territory.
Kyiv seeks firm security assurances.
The February 2025 meeting of the two presidents led to a halt of aid. => date Feb 2025
The issue of sovereignty is not settled. => denies
What began as a demand for $500 billion worth of minerals has changed a lot. => money US$ 500 billion
The U.S. proposal seemed to demand $500 billion worth of rare minerals. => money US$ 500 billion
President Zelenskyy publicly rejected the first draft for its want of security assurances. => denies
Zelenskyy announced that the large sum of the first draft was off the table. => speaker Zelenskyy
He explained that to treat aid as debt could set a precedent.
Calling aid a debt would open a box that could not be shut, Zelenskyy said. => speaker Zelenskyy; denies
Treasury Secretary Scott Bessent has called the partnership good for both. => speaker Treasury Secretary Scott Bessent
“We earn if the people of Ukraine earn,” Bessent said. => speaker Bessent
Special envoy Steve Witkoff said on television that he expected a deal soon. => speaker Steve Witkoff
Economic Minister Yuliia Svyrydenko took part in the talks.
Ursula von der Leyen is on her way to Kyiv with other leaders.
The intensity of the war has not lessened. => denies
Foreign Minister Andrii Sybiha warned, “Judge Russia by its deeds, not by its words.” => speaker Foreign Minister Andrii Sybiha
Zelenskyy would give up the presidency for peace through NATO membership.
Neither nation may be compromised. => denies
Both nations cannot ignore the clock. => denies
The minerals agreement was signed within the first 100 days of the second term. => duration 100 days {up to}
The byline gives 05.01.2025 as its date.
The agreement was signed in the spring of 2025.
The deal opens the mining sector to American capital and ESG standards.
Six steps are proposed to build on the momentum. => quantity 6 steps
Kazakhstan, Uzbekistan and Kyrgyzstan hold large reserves of uranium.
The United States is committed to more than military aid.
This is not just about arms but about rebuilding.
The text was initialled on 30 April 2025 in Washington. => date 30 Apr 2025
The delegation proposed no date for the next round. => denies
Russia did not receive a seat at the table. => denies
Kyiv never agreed to count past aid as debt. => denies
The ministry neither confirmed nor denied the report. => unclear
The fund is to be managed jointly, half by each side.
Half of the royalties would flow into the fund. => percent 50 %
The pact runs for ten years from 1 July 2025. => duration 10 years; date 1 Jul 2025
At least 20 deposits are named in the annex. => quantity 20 deposits {at least}
No less than 350 billion dollars had been spent, he claimed. => money US$ 350 billion {at least}
According to Olha Stefanishyna, the paper gives no guarantees. => speaker Olha Stefanishyna; denies
The paper, said Olha Stefanishyna, gives no guarantees. => speaker Olha Stefanishyna; denies
The White House said the pause would end within 48 hours. => speaker White House; duration 48 hours {up to}
Officials in Kyiv said that the sum was $100 billion at most. => money US$ 100 billion {up to}
Aid of between $90 billion and $120 billion had been counted. => money US$ 90–120 billion
The share rose from 40% to 50% in the second draft.
The demand fell from $500 billion to $350 billion.
Exports of ore came to 1.5 million tonnes in 2024. => quantity 1,500,000 tonnes; date 2024
About 12,000 square kilometres lie behind the line. => quantity 12,000 square kilometres {about}
The two sides have agreed on the main points.
All five articles disagree on the date.
In 2024 exports of titanium fell sharply. => date 2024
The vote takes place no later than 15 May 2025. => date 15 May 2025 {up to}
`
