import { apparatusUkrainian } from './ukrainian/apparatus.ts'
import { archiveUkrainian } from './ukrainian/archive.ts'
import { assessUkrainian } from './ukrainian/assess.ts'
import { bearingsUkrainian } from './ukrainian/bearings.ts'
import { briefingUkrainian } from './ukrainian/briefing.ts'
import { briefingBlocksUkrainian } from './ukrainian/briefing-blocks.ts'
import { briefingPdfUkrainian } from './ukrainian/briefing-pdf.ts'
import { briefingsUkrainian } from './ukrainian/briefings.ts'
import { catalogueUkrainian } from './ukrainian/catalogue.ts'
import { changesUkrainian } from './ukrainian/changes.ts'
import { claimsUkrainian } from './ukrainian/claims.ts'
import { cliUkrainian } from './ukrainian/cli.ts'
import { conflictsUkrainian } from './ukrainian/conflicts.ts'
import { criteriaUkrainian } from './ukrainian/criteria.ts'
import { desktopUkrainian } from './ukrainian/desktop.ts'
import { editorUkrainian } from './ukrainian/editor.ts'
import { everythingUkrainian } from './ukrainian/everything.ts'
import { excerptsUkrainian } from './ukrainian/excerpts.ts'
import { exchangeUkrainian } from './ukrainian/exchange.ts'
import { exportUkrainian } from './ukrainian/export.ts'
import { findingsUkrainian } from './ukrainian/findings.ts'
import { handsUkrainian } from './ukrainian/hands.ts'
import { heatMapUkrainian } from './ukrainian/heat-map.ts'
import { historyUkrainian } from './ukrainian/history.ts'
import { importingUkrainian } from './ukrainian/importing.ts'
import { importsUkrainian } from './ukrainian/imports.ts'
import { inquiriesUkrainian } from './ukrainian/inquiries.ts'
import { issuingUkrainian } from './ukrainian/issuing.ts'
import { keepingUkrainian } from './ukrainian/keeping.ts'
import { labelUkrainian } from './ukrainian/labels.ts'
import { libraryUkrainian } from './ukrainian/library.ts'
import { mailUkrainian } from './ukrainian/mail.ts'
import { marginUkrainian } from './ukrainian/margin.ts'
import { matrixUkrainian } from './ukrainian/matrix.ts'
import { moversUkrainian } from './ukrainian/movers.ts'
import { noteTemplatesUkrainian } from './ukrainian/note-templates.ts'
import { notesUkrainian } from './ukrainian/notes.ts'
import { officeUkrainian } from './ukrainian/office.ts'
import { pagesUkrainian } from './ukrainian/pages.ts'
import { partsUkrainian } from './ukrainian/parts.ts'
import { pdfUkrainian } from './ukrainian/pdf.ts'
import { positionsUkrainian } from './ukrainian/positions.ts'
import { quotesUkrainian } from './ukrainian/quotes.ts'
import { readerUkrainian } from './ukrainian/reader.ts'
import { reattachUkrainian } from './ukrainian/reattach.ts'
import { recoveryUkrainian } from './ukrainian/recovery.ts'
import { registerUkrainian } from './ukrainian/register.ts'
import { registerExchangeUkrainian } from './ukrainian/register-exchange.ts'
import { resemblancesUkrainian } from './ukrainian/resemblances.ts'
import { reviewsUkrainian } from './ukrainian/reviews.ts'
import { riskReportsUkrainian } from './ukrainian/risk-reports.ts'
import { risksUkrainian } from './ukrainian/risks.ts'
import { rulesUkrainian } from './ukrainian/rules.ts'
import { safetyUkrainian } from './ukrainian/safety.ts'
import { sealedUkrainian } from './ukrainian/sealed.ts'
import { sealingUkrainian } from './ukrainian/sealing.ts'
import { searchUkrainian } from './ukrainian/search.ts'
import { shellUkrainian } from './ukrainian/shell.ts'
import { sourcesUkrainian } from './ukrainian/sources.ts'
import { storeUkrainian } from './ukrainian/store.ts'
import { storyUkrainian } from './ukrainian/story.ts'
import { tagsUkrainian } from './ukrainian/tags.ts'
import { textsUkrainian } from './ukrainian/texts.ts'
import { timelineUkrainian } from './ukrainian/timeline.ts'
import { tradecraftUkrainian } from './ukrainian/tradecraft.ts'
import { trendLineUkrainian } from './ukrainian/trend-line.ts'
import { versionsUkrainian } from './ukrainian/versions.ts'
import { watchUkrainian } from './ukrainian/watch.ts'
import { welcomeUkrainian } from './ukrainian/welcome.ts'
import { wordsUkrainian } from './ukrainian/words.ts'

/** The catalogue in Ukrainian, a file for each file of `shared/messages/` (test/shared/translations.test.ts). */
export const ukrainian: Readonly<Record<string, string>> = {
  ...apparatusUkrainian,
  ...archiveUkrainian,
  ...assessUkrainian,
  ...bearingsUkrainian,
  ...briefingBlocksUkrainian,
  ...briefingPdfUkrainian,
  ...briefingUkrainian,
  ...briefingsUkrainian,
  ...catalogueUkrainian,
  ...changesUkrainian,
  ...claimsUkrainian,
  ...cliUkrainian,
  ...conflictsUkrainian,
  ...criteriaUkrainian,
  ...desktopUkrainian,
  ...editorUkrainian,
  ...everythingUkrainian,
  ...excerptsUkrainian,
  ...exchangeUkrainian,
  ...exportUkrainian,
  ...findingsUkrainian,
  ...handsUkrainian,
  ...heatMapUkrainian,
  ...historyUkrainian,
  ...importingUkrainian,
  ...importsUkrainian,
  ...inquiriesUkrainian,
  ...issuingUkrainian,
  ...keepingUkrainian,
  ...labelUkrainian,
  ...libraryUkrainian,
  ...mailUkrainian,
  ...marginUkrainian,
  ...matrixUkrainian,
  ...moversUkrainian,
  ...noteTemplatesUkrainian,
  ...notesUkrainian,
  ...officeUkrainian,
  ...pagesUkrainian,
  ...partsUkrainian,
  ...pdfUkrainian,
  ...positionsUkrainian,
  ...quotesUkrainian,
  ...readerUkrainian,
  ...reattachUkrainian,
  ...recoveryUkrainian,
  ...registerExchangeUkrainian,
  ...registerUkrainian,
  ...resemblancesUkrainian,
  ...reviewsUkrainian,
  ...riskReportsUkrainian,
  ...risksUkrainian,
  ...rulesUkrainian,
  ...safetyUkrainian,
  ...sealedUkrainian,
  ...sealingUkrainian,
  ...searchUkrainian,
  ...shellUkrainian,
  ...sourcesUkrainian,
  ...storeUkrainian,
  ...storyUkrainian,
  ...tagsUkrainian,
  ...textsUkrainian,
  ...timelineUkrainian,
  ...tradecraftUkrainian,
  ...trendLineUkrainian,
  ...versionsUkrainian,
  ...watchUkrainian,
  ...welcomeUkrainian,
  ...wordsUkrainian,
}
