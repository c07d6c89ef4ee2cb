/** Research, health, energy, climate. */
export const science = `
The sample weighs 40 kg. => quantity 40 kg
The reactor has an output of 1.6 GW. => quantity 1.6 GW
The trial enrolled 1,200 patients. => quantity 1,200 patients
The trial enrolled about 1,200 patients. => quantity 1,200 patients {about}
The drug cut deaths by 34%. => percent 34 %
The drug cut deaths by 30 to 40%. => percent 30–40 %
Efficacy was 94.1 percent. => percent 94.1 %
The dose is 5 mg twice a day. => quantity 5 mg
The survey covers 45 countries. => quantity 45 countries
The survey was done in 45 countries in 2023. => quantity 45 countries; date 2023
The half-life is 5.3 years. => duration 5.3 years
The half-life is about 24,000 years. => duration 24,000 years {about}
The probe was launched on 5 September 1977. => date 5 Sep 1977
The probe will arrive in April 2030. => date Apr 2030
The probe travels at 17 km per second. => quantity 17 km
The plate moves 2 to 5 cm a year. => quantity 2–5 cm
Emissions fell 55% between 1990 and 2030. => percent 55 %
Emissions must fall by at least 55% by 2030. => percent 55 % {at least}; date 2030 {up to}
The sea rose by 20 cm. => quantity 20 cm
Temperatures rose by 1.5 degrees. => quantity 1.5 degrees
The grant is worth €1.5 million over five years. => money € 1.5 million; duration 5 years
The telescope cost roughly $10 billion. => money US$ 10 billion {about}
Professor Jane Goodall said the chimps were well. => speaker Professor Jane Goodall
Dr. Anthony Fauci told the panel that the vaccine was safe. => speaker Dr. Anthony Fauci
The World Health Organization reported that 3 million people had died. => speaker World Health Organization; quantity 3,000,000 people
A study in Nature found no link. => denies
There is no evidence of harm. => denies
The vaccine does not cause harm. => denies
The results could not be repeated. => denies
The result was not significant, p = 0.07. => denies
The result was significant (p < 0.01).
The team wrote that the effect had vanished.
According to the United Nations, 2.2 billion people lack clean water. => speaker United Nations; quantity 2,200,000,000 people
The lake covers 31,500 square kilometres. => quantity 31,500 square kilometres
The crater is 10 km wide and 2 km deep.
The genome has 3 billion letters. => quantity 3,000,000,000 letters
The species was first seen in 1898. => date 1898
Fossils 66 million years old were found.
The ice is 800,000 years old.
The star exploded a thousand years ago.
A decade of data was lost.
The plant runs on 12 MW of power. => quantity 12 MW
Reserves are put at 500,000 tonnes of lithium oxide. => quantity 500,000 tonnes
Reserves are put at 20–25 million tonnes. => quantity 20,000,000–25,000,000 tonnes
Titanium makes up 7% of world reserves. => percent 7 %
The ore holds 0.5% nickel. => percent 0.5 %
The ore holds less than 1% nickel. => percent 1 % {up to}
The ore holds a maximum of 1% nickel. => percent 1 % {up to}
The well is 3,000 metres deep. => quantity 3,000 metres
The ratio is 3 to 1.
The odds are 50-50.
The test is 95% accurate. => percent 95 %
The error is ±3%. =>
The error is plus or minus 3%. =>
The patient is 45 years old.
A 45-year-old patient recovered.
The virus has an incubation of 2 to 14 days. => duration 2–14 days
Symptoms last up to two weeks. => duration 2 weeks {up to}
Symptoms last two weeks at most. => duration 2 weeks {up to}
Symptoms last no longer than two weeks. => duration 2 weeks {up to}
Symptoms last a couple of weeks.
The course takes two and a half years.
The study ran from 2015 to 2020.
The study ended in late 2020.
The study ended in early March 2020. => date about Mar 2020
The study ended in mid-March 2020. => date about Mar 2020
The study was published online on March 3rd, 2020. => date 3 Mar 2020
The study, published 3 March 2020, was withdrawn. => date 3 Mar 2020
The data go back to around 1850. => date about 1850
Version 5 adds three tables. => quantity 3 tables
Figure 3 shows the decline.
Table 2 lists the results.
Study 329 was flawed.
Carbon-14 dates are used.
Room 101 holds the archive.
In 2019 trials began in Oslo. => date 2019
By 2030 panels will cover the roof. => date 2030 {up to}
The roof carries 2,030 panels. => quantity 2,030 panels
The lab neither confirmed the result nor withdrew it. => denies
The lab hardly used the result.
The lab has yet to publish the result.
The lab is unable to publish the result. => denies
The absence of proof is no proof of absence. => unclear
The method works without heat. => denies
The method works with little heat.
Twelve labs took part. => quantity 12 labs
All three labs took part.
These 12 labs took part.
`
