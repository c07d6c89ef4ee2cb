import { apparatusMessages } from './messages/apparatus.ts'
import { archiveMessages } from './messages/archive.ts'
import { assessMessages } from './messages/assess.ts'
import { bearingsMessages } from './messages/bearings.ts'
import { briefingMessages } from './messages/briefing.ts'
import { briefingBlocksMessages } from './messages/briefing-blocks.ts'
import { briefingPdfMessages } from './messages/briefing-pdf.ts'
import { briefingsMessages } from './messages/briefings.ts'
import { catalogueMessages } from './messages/catalogue.ts'
import { changesMessages } from './messages/changes.ts'
import { claimsMessages } from './messages/claims.ts'
import { cliMessages } from './messages/cli.ts'
import { conflictsMessages } from './messages/conflicts.ts'
import { criteriaMessages } from './messages/criteria.ts'
import { desktopMessages } from './messages/desktop.ts'
import { editorMessages } from './messages/editor.ts'
import { everythingMessages } from './messages/everything.ts'
import { excerptsMessages } from './messages/excerpts.ts'
import { exchangeMessages } from './messages/exchange.ts'
import { exportMessages } from './messages/export.ts'
import { findingsMessages } from './messages/findings.ts'
import { handsMessages } from './messages/hands.ts'
import { heatMapMessages } from './messages/heat-map.ts'
import { historyMessages } from './messages/history.ts'
import { importingMessages } from './messages/importing.ts'
import { importsMessages } from './messages/imports.ts'
import { inquiriesMessages } from './messages/inquiries.ts'
import { issuingMessages } from './messages/issuing.ts'
import { keepingMessages } from './messages/keeping.ts'
import { labelMessages } from './messages/labels.ts'
import { libraryMessages } from './messages/library.ts'
import { mailMessages } from './messages/mail.ts'
import { marginMessages } from './messages/margin.ts'
import { matrixMessages } from './messages/matrix.ts'
import { moversMessages } from './messages/movers.ts'
import { noteTemplatesMessages } from './messages/note-templates.ts'
import { notesMessages } from './messages/notes.ts'
import { officeMessages } from './messages/office.ts'
import { pagesMessages } from './messages/pages.ts'
import { partsMessages } from './messages/parts.ts'
import { pdfMessages } from './messages/pdf.ts'
import { positionsMessages } from './messages/positions.ts'
import { quotesMessages } from './messages/quotes.ts'
import { readerMessages } from './messages/reader.ts'
import { reattachMessages } from './messages/reattach.ts'
import { recoveryMessages } from './messages/recovery.ts'
import { registerMessages } from './messages/register.ts'
import { registerExchangeMessages } from './messages/register-exchange.ts'
import { resemblancesMessages } from './messages/resemblances.ts'
import { reviewsMessages } from './messages/reviews.ts'
import { riskReportsMessages } from './messages/risk-reports.ts'
import { risksMessages } from './messages/risks.ts'
import { rulesMessages } from './messages/rules.ts'
import { safetyMessages } from './messages/safety.ts'
import { sealedMessages } from './messages/sealed.ts'
import { sealingMessages } from './messages/sealing.ts'
import { searchMessages } from './messages/search.ts'
import { shellMessages } from './messages/shell.ts'
import { sourcesMessages } from './messages/sources.ts'
import { storeMessages } from './messages/store.ts'
import { storyMessages } from './messages/story.ts'
import { tagsMessages } from './messages/tags.ts'
import { textsMessages } from './messages/texts.ts'
import { timelineMessages } from './messages/timeline.ts'
import { tradecraftMessages } from './messages/tradecraft.ts'
import { trendLineMessages } from './messages/trend-line.ts'
import { versionsMessages } from './messages/versions.ts'
import { watchMessages } from './messages/watch.ts'
import { welcomeMessages } from './messages/welcome.ts'
import { wordsMessages } from './messages/words.ts'

/**
 * The catalogue: every word the product shows, as ICU MessageFormat patterns by key. One file per feature in
 * `shared/messages/`; the part of a key before the dot is the feature, so that no two files share a key
 * (test/shared/messages.test.ts).
 */
export const messages = {
  ...apparatusMessages,
  ...archiveMessages,
  ...claimsMessages,
  ...positionsMessages,
  ...bearingsMessages,
  ...catalogueMessages,
  ...conflictsMessages,
  ...criteriaMessages,
  ...exchangeMessages,
  ...exportMessages,
  ...findingsMessages,
  ...handsMessages,
  ...heatMapMessages,
  ...historyMessages,
  ...inquiriesMessages,
  ...importingMessages,
  ...mailMessages,
  ...importsMessages,
  ...libraryMessages,
  ...marginMessages,
  ...matrixMessages,
  ...moversMessages,
  ...riskReportsMessages,
  ...quotesMessages,
  ...resemblancesMessages,
  ...registerMessages,
  ...registerExchangeMessages,
  ...risksMessages,
  ...watchMessages,
  ...assessMessages,
  ...reviewsMessages,
  ...trendLineMessages,
  ...officeMessages,
  ...pagesMessages,
  ...partsMessages,
  ...pdfMessages,
  ...readerMessages,
  ...desktopMessages,
  ...editorMessages,
  ...noteTemplatesMessages,
  ...notesMessages,
  ...briefingBlocksMessages,
  ...briefingsMessages,
  ...issuingMessages,
  ...safetyMessages,
  ...recoveryMessages,
  ...sealedMessages,
  ...sealingMessages,
  ...everythingMessages,
  ...shellMessages,
  ...welcomeMessages,
  ...sourcesMessages,
  ...storyMessages,
  ...storeMessages,
  ...briefingMessages,
  ...briefingPdfMessages,
  ...keepingMessages,
  ...labelMessages,
  ...cliMessages,
  ...changesMessages,
  ...rulesMessages,
  ...tradecraftMessages,
  ...reattachMessages,
  ...textsMessages,
  ...excerptsMessages,
  ...timelineMessages,
  ...searchMessages,
  ...tagsMessages,
  ...versionsMessages,
  ...wordsMessages,
}

export type MessageKey = keyof typeof messages
