/** The printed look: serif text 10.5/14 pt, sans tables 8.5 pt, margins 22 mm, hairlines, nothing that needs colour. */
export const briefingStyle = `
@page { size: A4; margin: 22mm; }
@page wide { size: A4 landscape; margin: 22mm; }

.briefing {
  margin: 0; color: #1c1b18; background: #fff;
  font: 10.5pt/14pt 'Source Serif 4', serif;
  font-variant-numeric: lining-nums; font-kerning: normal; hyphens: manual;
  overflow-wrap: break-word; text-align: left;
  -webkit-print-color-adjust: exact; print-color-adjust: exact;
}
.briefing * { box-sizing: border-box; }
.briefing :is(p, li, dd) { widows: 2; orphans: 2; }
.briefing p { margin: 0 0 7pt; }
.briefing a { color: inherit; text-decoration: none; }
.briefing h1, .briefing h2, .briefing h3, .briefing h4, .briefing h5, .briefing h6 { break-after: avoid; break-inside: avoid; font-weight: 600; }
.briefing :is(h1, h2) { text-wrap: balance; }
.briefing h2 { margin: 24pt 0 10pt; padding-top: 6pt; border-top: 1pt solid #1c1b18; font-size: 17pt; line-height: 21pt; }
.briefing h3 { margin: 14pt 0 4pt; font-size: 11.5pt; line-height: 14pt; }
.briefing :is(h4, h5, h6) { margin: 10pt 0 3pt; font-size: 10.5pt; line-height: 14pt; }
.briefing h3.part { margin-top: 20pt; padding-top: 5pt; border-top: 0.5pt solid #8a857a; font-size: 13pt; line-height: 17pt; }
.briefing .keep { break-after: avoid; break-inside: avoid; }
.briefing .together { break-inside: avoid; }
.briefing section.new-page { break-before: page; }
.briefing section.wide { page: wide; }
.briefing main > section:first-child, .briefing section.new-page, .briefing section.wide { padding-top: 0; }
.briefing section.new-page > h2, .briefing section.wide > h2, .briefing section.wide + section > h2, .briefing main > section:first-child > h2 { margin-top: 0; }
.briefing ul, .briefing ol { margin: 0 0 7pt; padding-left: 16pt; }
.briefing li { margin: 0 0 3pt; }
.briefing li > p { margin-bottom: 3pt; }
.briefing blockquote { margin: 0 0 7pt 16pt; font-style: italic; }
.briefing pre { margin: 0 0 7pt; font: 8.5pt/12pt monospace; white-space: pre-wrap; }
.briefing hr { border: 0; border-top: 0.5pt solid #8a857a; margin: 10pt 0; }
.briefing mark { color: inherit; background: none; text-decoration: underline; text-decoration-thickness: 0.6pt; text-underline-offset: 2pt; }
.briefing .quote { font-style: italic; }
.briefing .mention { font-family: Inter, sans-serif; font-size: 0.88em; }
.briefing sup.cite { font: 400 6.5pt/0 Inter, sans-serif; vertical-align: baseline; position: relative; top: -3.6pt; padding-left: 0.6pt; font-style: normal; font-variant-numeric: tabular-nums; white-space: nowrap; }
.briefing .ref { font-family: Inter, sans-serif; font-size: 0.86em; font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
.briefing .missing, .briefing .flag { font-family: Inter, sans-serif; font-size: 0.85em; font-weight: 600; }
.briefing .quiet, .briefing .facts, .briefing .key, .briefing .by { color: #57544d; }
.briefing .facts, .briefing .key, .briefing .quiet { font: 8.5pt/12pt Inter, sans-serif; }
.briefing .facts { margin-bottom: 5pt; break-after: avoid; }
.briefing .unsupported { margin: 3pt 0 6pt; padding-left: 7pt; border-left: 2pt solid #1c1b18; font: 8.5pt/12pt Inter, sans-serif; }

.briefing table { width: 100%; margin: 4pt 0 12pt; border-collapse: collapse; font: 8.5pt/11.5pt Inter, sans-serif; font-variant-numeric: tabular-nums lining-nums; border-bottom: 0.5pt solid #1c1b18; }
.briefing caption { padding: 0 0 3pt; text-align: left; break-after: avoid; }
.briefing :is(.scale caption, .caption-name) { font-weight: 600; }
.briefing .portion { font: 400 0.86em/1 Inter, sans-serif; letter-spacing: 0.02em; white-space: nowrap; }
.briefing :is(h2, h3) .portion { font-size: 8.5pt; vertical-align: 0.16em; }
.briefing .number { margin-right: 0.35em; font-weight: 400; font-variant-numeric: tabular-nums lining-nums; }
.briefing .aside { margin: 2pt 0 9pt; padding: 1pt 0 1pt 9pt; border-left: 1.5pt solid #8a857a; font-size: 9.5pt; line-height: 13pt; break-inside: avoid; }
.briefing .aside > :last-child { margin-bottom: 0; }
.briefing thead { display: table-header-group; break-after: avoid; }
.briefing tr { break-inside: avoid; }
.briefing th, .briefing td { padding: 3pt 6pt 3pt 0; border-top: 0.25pt solid #b9b3a6; vertical-align: top; text-align: left; font-weight: 400; }
.briefing :is(th, td):last-child { padding-right: 0; }
.briefing thead th { border-top: 0.75pt solid #1c1b18; border-bottom: 0.5pt solid #1c1b18; font-weight: 600; vertical-align: bottom; }
.briefing table sup.cite { top: -2.6pt; font-size: 5.8pt; }
.briefing td p { margin: 0 0 3pt; }
.briefing .figure { white-space: nowrap; }
.briefing :is(.ranked, .twin, .coverage, .scores, .timeline, .indicators, .changes, .fixed) { table-layout: fixed; overflow-wrap: anywhere; }
.briefing .coverage :is(th:nth-child(2), th:nth-child(3)) { width: 17mm; }
.briefing .coverage th:first-child { width: 66mm; }
.briefing :is(.ranked, .twin) thead th:first-child { width: 11mm; }
.briefing .ranked thead th:nth-child(3) { width: 10mm; }
.briefing .ranked thead th:nth-child(4) { width: 34mm; }
.briefing .ranked thead th:nth-child(n + 5) { width: 19mm; }
.briefing .twin thead th:nth-child(n + 3) { width: 37mm; }
.briefing .scores thead th:first-child { width: 22mm; }
.briefing .scores thead th:nth-child(2) { width: 11mm; }
.briefing .scores thead th:nth-child(3) { width: 34mm; }
.briefing .scores thead th:is(:nth-child(4), :nth-child(5)) { width: 19mm; }
.briefing .scores { break-inside: avoid; }
.briefing :is(dd, .contents-title) { min-width: 0; overflow-wrap: anywhere; }
.briefing .level { font-weight: 600; }
.briefing .silent { color: #57544d; }
.briefing .column-date, .briefing .column-title { display: block; font-weight: 400; }
.briefing .column-date { color: #57544d; }
.briefing .prose-table :is(th, td) p { margin: 0; }

.briefing .cover { break-after: page; padding-top: 62mm; }
.briefing .cover.long { padding-top: 12mm; }
.briefing .cover.long .cover-facts { margin-top: 12mm; }
.briefing .cover-marking { margin: 0 0 14mm; font: 600 9pt/12pt Inter, sans-serif; letter-spacing: 0.18em; }
.briefing h1 { margin: 0 0 5mm; font-size: 30pt; line-height: 34pt; letter-spacing: -0.01em; }
.briefing .subtitle { margin: 0; font-size: 14pt; line-height: 19pt; text-wrap: balance; }
.briefing .cover-facts { margin: 20mm 0 0; padding: 0; border-top: 0.5pt solid #1c1b18; font: 9pt/13pt Inter, sans-serif; }
.briefing .cover-facts div { display: flex; padding: 3pt 0; border-bottom: 0.25pt solid #b9b3a6; }
.briefing .cover-facts dt { flex: 0 0 42mm; color: #57544d; }
.briefing .cover-facts dd { margin: 0; }
.briefing .cover-facts ul { margin: 0; padding: 0; list-style: none; }
.briefing .cover-facts li { margin: 0; }
.briefing .masthead { break-after: auto; padding-top: 0; margin-bottom: 16pt; border-bottom: 1pt solid #1c1b18; }
.briefing .masthead .cover-marking { margin: 0 0 5mm; }
.briefing .masthead h1 { margin: 0 0 2mm; font-size: 21pt; line-height: 25pt; }
.briefing .masthead .subtitle { font-size: 12pt; line-height: 16pt; }
.briefing .masthead .cover-facts { display: grid; grid-template-columns: repeat(3, 1fr); column-gap: 6mm; margin: 4mm 0 0; font-size: 8pt; line-height: 11pt; }
.briefing .masthead .cover-facts div { display: block; padding: 2.5pt 0; border: 0; }
.briefing .masthead .cover-handling { max-width: none; margin: 3mm 0; font-size: 8pt; line-height: 11pt; }
.briefing .masthead + main > section:first-child > h2 { border-top: 0; padding-top: 0; }
.briefing .cover-handling { margin: 10mm 0 0; max-width: 120mm; font: 8.5pt/12pt Inter, sans-serif; }

.briefing .contents { break-after: page; }
.briefing .contents h2 { margin-top: 0; }
.briefing .contents ol { margin: 0; padding: 0; list-style: none; }
.briefing .contents li { margin: 0; break-inside: avoid; }
.briefing .contents a { display: flex; align-items: baseline; padding: 0.8pt 0; }
.briefing .contents-1 { border-top: 0.25pt solid #b9b3a6; font-weight: 600; }
.briefing .contents-1 a { padding-top: 2pt; }
.briefing .contents-1 .portion { font-size: 7.5pt; }
.briefing .contents-2 { font: 8.5pt/11pt Inter, sans-serif; font-weight: 400; }
.briefing .contents-number { flex: 0 0 9mm; font-variant-numeric: tabular-nums lining-nums; font-weight: 400; }
.briefing .contents-title { flex: 1 1 auto; padding-right: 12pt; }
.briefing .contents-page { flex: 0 0 12mm; text-align: right; font: 9pt/12pt Inter, sans-serif; font-variant-numeric: tabular-nums; }

.briefing .bottom-line { font-size: 12.5pt; line-height: 17.5pt; }
.briefing .bottom-line sup.cite { top: -4.6pt; }
@counter-style judgement { system: extends decimal; suffix: '\\2002'; }
.briefing .judgements { padding-left: 18pt; list-style: judgement; }
.briefing .judgements > li { margin: 0 0 10pt; padding-left: 2pt; break-inside: avoid; }
.briefing .judgements > li::marker { font: 600 10pt/14pt Inter, sans-serif; font-variant-numeric: tabular-nums; }
.briefing .judgements p { margin: 0 0 2pt; }
.briefing .alternative { font-size: 9.5pt; line-height: 13pt; }
.briefing .judgements .grounds { margin-bottom: 3pt; }
.briefing .grounds { font: 8.5pt/12pt Inter, sans-serif; color: #57544d; }

.briefing .matrix { table-layout: fixed; font-size: 8pt; line-height: 10.5pt; }
.briefing .matrix :is(th, td) { padding: 2.5pt 5pt 2.5pt 0; }
.briefing .matrix .term { width: 36mm; padding-right: 8pt; }
.briefing .matrix .position { width: 57mm; padding-left: 6pt; border-left: 0.5pt solid #1c1b18; }
.briefing section.wide .matrix.later { break-before: page; }
.briefing .matrix.upright .term { width: 32mm; }
.briefing .matrix.upright .position { width: 46mm; }
.briefing .matrix .category th { padding-top: 6pt; font-weight: 600; border-top: 0.5pt solid #1c1b18; }
.briefing .matrix tbody { break-before: auto; }
.briefing .matrix .category { break-after: avoid; }
.briefing .matrix .unread { color: #57544d; font-style: normal; }
.briefing .cell-signs { white-space: nowrap; }
.briefing .cell-signs .badge { font-weight: 600; }
.briefing .stage { width: 6.5pt; height: 6.5pt; vertical-align: -0.4pt; }
.briefing .stage .stroke { fill: none; stroke: #1c1b18; stroke-width: 1; }
.briefing .stage .full { fill: #1c1b18; stroke: #1c1b18; stroke-width: 1; }
.briefing .stage path.full { stroke: none; }
.briefing .legend-item { margin-right: 10pt; white-space: nowrap; }

.briefing .timeline thead th:first-child { width: 31mm; }
.briefing .timeline thead th:last-child { width: 22mm; }
.briefing .timeline .again th { color: #57544d; }
.briefing .timeline tr.again > * { border-top-color: #e2ded5; }
.briefing .indicators .state { font-weight: 600; }
.briefing .indicators thead th:first-child { width: 30mm; }
.briefing .indicators thead th:nth-child(3) { width: 54mm; }
.briefing .indicators thead th:last-child { width: 20mm; }
.briefing .indicators :is(td, th):nth-child(3) { padding-left: 4pt; }
.briefing .movers { padding: 0; list-style: none; }
.briefing .movers > li { margin-bottom: 9pt; }
.briefing .movers p { margin-bottom: 2pt; }
.briefing .movers .facts { margin-bottom: 3pt; }
.briefing .movers p:not(.keep, .facts) { font-size: 9.5pt; line-height: 13pt; }
.briefing .when { color: #57544d; }
.briefing .changes :is(th, td) { padding-right: 8pt; }
.briefing .changes thead th:first-child { width: 26%; }
.briefing .changes.bare thead th:first-child { width: 100%; }

.briefing .conflict { margin: 0 0 16pt; }
.briefing .claims { table-layout: fixed; margin: 4pt 0 6pt; }
.briefing .claims td { padding: 5pt 8pt 4pt 0; }
.briefing .claims td + td { padding-left: 8pt; border-left: 0.25pt solid #b9b3a6; }
.briefing .claim-source { color: #57544d; }
.briefing .claim-words { font-weight: 600; }
.briefing .claims .quote { font: italic 9.5pt/12.5pt 'Source Serif 4', serif; }
.briefing .decision { break-before: avoid; }
.briefing .comparisons { margin: 0 0 12pt; font: 8.5pt/11.5pt Inter, sans-serif; border-bottom: 0.5pt solid #1c1b18; }
.briefing .comparisons > div { display: flex; padding: 3pt 0 1pt; border-top: 0.25pt solid #b9b3a6; break-inside: avoid; }
.briefing .comparisons > div:first-child { border-top: 0.75pt solid #1c1b18; }
.briefing .comparisons dt { flex: 0 0 44mm; padding-right: 6pt; }
.briefing .comparisons dd { margin: 0; }
.briefing .comparisons p { margin: 0 0 2pt; }
.briefing .comparisons sup.cite { top: -2.6pt; font-size: 5.8pt; }

.briefing figure { margin: 0 0 12pt; break-inside: avoid; }
.briefing figure svg { display: block; width: 100%; }
.briefing figcaption { margin-top: 5pt; font: 8.5pt/12pt Inter, sans-serif; }

.briefing .risk { margin: 0 0 16pt; }
.briefing .risk h3 { padding-top: 6pt; border-top: 0.5pt solid #8a857a; }
.briefing .story { margin: 0 0 7pt; }
.briefing .story div { display: flex; align-items: baseline; margin-bottom: 2pt; }
.briefing .story dt { flex: 0 0 26mm; font: 8.5pt/14pt Inter, sans-serif; color: #57544d; }
.briefing .story dd { margin: 0; }
.briefing .run-in { margin-bottom: 2pt; }
.briefing .risk ul { font-size: 9.5pt; line-height: 13pt; }
.briefing .risk ul .quiet { font-size: 8.5pt; }

.briefing .summary { margin-bottom: 12pt; }
.briefing .source { break-inside: avoid; }
.briefing .source p { margin-bottom: 3pt; }
.briefing .scales { columns: 2; column-gap: 8mm; break-inside: avoid; }
.briefing .scale { break-inside: avoid; }
.briefing .scale th { width: 30mm; font-weight: 600; }
.briefing .scale.letters th { width: 10mm; }
.briefing .scales + .key { margin-top: 6pt; }

.briefing .endnotes { padding: 0; list-style: none; font-size: 8.5pt; line-height: 11.5pt; }
.briefing .endnotes li { position: relative; padding-left: 20pt; margin-bottom: 5pt; }
.briefing .note-number { position: absolute; left: 0; font: 600 8pt/11.5pt Inter, sans-serif; font-variant-numeric: tabular-nums; }
.briefing .address { overflow-wrap: anywhere; }
.briefing .back { color: #57544d; }
.briefing .back a { text-decoration: underline; text-decoration-thickness: 0.4pt; text-underline-offset: 1.5pt; }
.briefing .passage { margin-bottom: 9pt; break-inside: avoid; }
.briefing .passage p { margin-bottom: 1pt; }
.briefing .passage-text { font-size: 9.5pt; line-height: 12.5pt; }
.briefing .passage .quiet { font-size: 7.5pt; line-height: 10.5pt; }
.briefing .passage .ref { font-size: 7.5pt; color: #1c1b18; }
.briefing .around { color: #57544d; }
`
