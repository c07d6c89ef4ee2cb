import type { ReadName, WriteName } from '../../shared/contract.ts'
import type { AtDesk, Reading, Writing } from '../operation.ts'
import * as backlinks from './backlinks.ts'
import * as backups from './backups.ts'
import * as briefingCheck from './briefing-check.ts'
import * as briefingExport from './briefing-export.ts'
import * as briefings from './briefings.ts'
import * as cases from './case.ts'
import * as check from './check.ts'
import * as citations from './citations.ts'
import * as claims from './claims.ts'
import * as collections from './collections.ts'
import * as conflicts from './conflicts.ts'
import * as criteria from './criteria.ts'
import * as editions from './editions.ts'
import * as engineLimits from './engine-limits.ts'
import * as everything from './everything.ts'
import * as excerptTable from './excerpt-table.ts'
import * as excerpts from './excerpts.ts'
import * as exchange from './exchange.ts'
import * as registerExchange from './exchange-register.ts'
import * as exports from './exports.ts'
import * as files from './files.ts'
import * as history from './history.ts'
import * as imports from './imports.ts'
import * as inquiries from './inquiries.ts'
import * as library from './library.ts'
import * as lineages from './lineages.ts'
import * as matrix from './matrix.ts'
import * as mentions from './mentions.ts'
import * as movers from './movers.ts'
import * as notes from './notes.ts'
import * as parties from './parties.ts'
import * as positions from './positions.ts'
import * as program from './program.ts'
import * as recovery from './recovery.ts'
import * as references from './references.ts'
import * as relations from './relations.ts'
import * as resemblances from './resemblances.ts'
import * as riskLife from './risk-life.ts'
import * as riskMap from './risk-map.ts'
import * as riskReports from './risk-reports.ts'
import * as riskWatch from './risk-watch.ts'
import * as risks from './risks.ts'
import * as savedViews from './saved-views.ts'
import * as sealing from './sealing.ts'
import * as search from './search.ts'
import * as sources from './sources.ts'
import * as tags from './tags.ts'
import * as tasks from './tasks.ts'
import * as terms from './terms.ts'
import * as textVersions from './text-versions.ts'
import * as timeline from './timeline.ts'

/** Operations on the desk around the case; all others are given the records of the open case and nothing else. */
export type DeskName =
  | 'case.state'
  | 'case.recent'
  | 'case.create'
  | 'case.open'
  | 'case.openRecent'
  | 'case.forgetRecent'
  | 'case.openHanded'
  | 'case.openSample'
  | 'case.close'
  | 'case.openReadOnly'
  | 'case.recover'
  | 'case.survey'
  | 'case.saveRecoveryReport'
  | 'case.unlock'
  | 'case.seal'
  | 'case.changePassphrase'
  | 'case.unseal'
  | 'program.about'
  | 'program.settings'
  | 'program.changeSettings'
  | 'program.licences'
  | 'program.offer'
  | 'program.left'
  | 'program.copyDiagnostics'
  | 'backups.list'
  | 'backups.make'
  | 'backups.compare'
  | 'backups.restore'
  | 'check.run'
  | 'check.repair'
  | 'files.add'
  | 'files.drop'
  | 'files.save'
  | 'sources.import'
  | 'resemblances.find'
  | 'sources.addCopy'
  | 'imports.saveReport'
  | 'sources.copyCitations'
  | 'sources.saveCitations'
  | 'excerpts.save'
  | 'task.cancel'
  | 'history.undo'
  | 'history.redo'
  | 'history.takeBack'
  | 'history.nameVersion'
  | 'history.saveAsOf'
  | 'history.merge'
  | 'briefings.export'
  | 'briefings.limits'
  | 'notes.save'
  | 'export.save'
  | 'export.everything'
  | 'matrix.export'
  | 'risks.savePicture'
  | 'registerExchange.export'
  | 'risks.copyMovers'
  | 'risks.report'
  | 'inquiries.save'

export const atDesk: { [Name in DeskName]: AtDesk<Name> } = {
  'case.state': cases.state,
  'case.recent': cases.recent,
  'case.create': cases.create,
  'case.open': cases.open,
  'case.openRecent': cases.openRecent,
  'case.forgetRecent': cases.forgetRecent,
  'case.openHanded': cases.openHanded,
  'case.openSample': cases.openSample,
  'case.close': cases.close,
  'case.openReadOnly': cases.openReadOnly,
  'case.recover': recovery.recover,
  'case.survey': recovery.survey,
  'case.saveRecoveryReport': recovery.saveReport,
  'case.unlock': sealing.unlock,
  'case.seal': sealing.seal,
  'case.changePassphrase': sealing.changePassphrase,
  'case.unseal': sealing.unseal,
  'program.about': program.about,
  'program.settings': program.readSettings,
  'program.changeSettings': program.changeSettings,
  'program.licences': program.licences,
  'program.offer': program.offer,
  'program.left': program.left,
  'program.copyDiagnostics': program.copyDiagnostics,
  'backups.list': backups.list,
  'backups.make': backups.make,
  'backups.compare': backups.compare,
  'backups.restore': backups.restore,
  'check.run': check.run,
  'check.repair': check.repair,
  'files.add': files.add,
  'files.drop': files.drop,
  'files.save': files.save,
  'sources.import': sources.importFile,
  'resemblances.find': resemblances.find,
  'sources.addCopy': textVersions.addCopy,
  'imports.saveReport': imports.saveReport,
  'sources.copyCitations': citations.copy,
  'sources.saveCitations': citations.save,
  'excerpts.save': excerptTable.save,
  'task.cancel': tasks.cancel,
  'history.undo': history.undo,
  'history.redo': history.redo,
  'history.takeBack': history.takeBack,
  'history.nameVersion': history.nameVersion,
  'history.saveAsOf': history.saveAsOf,
  'history.merge': history.merge,
  'briefings.export': briefingExport.save,
  'briefings.limits': engineLimits.limits,
  'notes.save': notes.save,
  'inquiries.save': inquiries.save,
  'export.save': exports.save,
  'export.everything': everything.save,
  'matrix.export': exports.saveMatrix,
  'risks.savePicture': riskMap.savePicture,
  'registerExchange.export': registerExchange.save,
  'risks.copyMovers': movers.copy,
  'risks.report': riskReports.save,
}

/** The rest of the contract: an operation that is missing or of the wrong shape does not compile. */
export const reading: { [Name in Exclude<ReadName, DeskName>]: Reading<Name> } = {
  'history.list': history.list,
  'history.changes': history.changes,
  'history.ofRecord': history.ofRecord,
  'history.versions': history.versions,
  'history.size': history.size,
  'sources.list': sources.list,
  'sources.changes': sources.changes,
  'sources.counts': sources.counts,
  'sources.fieldWords': sources.fieldWords,
  'sources.unread': sources.unread,
  'sources.describe': sources.describe,
  'files.read': files.read,
  'collections.list': collections.list,
  'savedViews.list': savedViews.list,
  'sources.words': sources.words,
  'sources.read': sources.read,
  'sources.removal': sources.removal,
  'resemblances.list': resemblances.list,
  'resemblances.compare': resemblances.compare,
  'lineages.list': lineages.list,
  'sources.readText': textVersions.readText,
  'excerpts.list': excerpts.list,
  'excerpts.changes': excerpts.changes,
  'excerpts.find': excerptTable.find,
  'excerpts.findIds': excerptTable.findIds,
  'excerpts.authors': excerptTable.authors,
  'excerpts.cooccurrence': excerptTable.cooccurrence,
  'excerpts.unsettled': textVersions.unsettled,
  'excerpts.whereabouts': textVersions.whereabouts,
  'tags.list': tags.list,
  'tags.counts': tags.counts,
  'terms.list': terms.list,
  'terms.catalogue': terms.catalogue,
  'exchange.preview': exchange.preview,
  'registerExchange.preview': registerExchange.preview,
  'parties.list': parties.list,
  'claims.list': claims.list,
  'matrix.frame': matrix.frame,
  'matrix.cells': matrix.cells,
  'matrix.cell': matrix.cell,
  'matrix.changes': matrix.changes,
  'matrix.coverage': matrix.coverage,
  'terms.story': matrix.story,
  'positions.list': positions.list,
  'positions.ofTerm': positions.ofTerm,
  'positions.since': editions.since,
  'editions.list': editions.list,
  'editions.read': editions.read,
  'briefings.changes': editions.changes,
  'conflicts.list': conflicts.list,
  'inquiries.list': inquiries.list,
  'inquiries.read': inquiries.read,
  'conflicts.queue': conflicts.queue,
  'conflicts.comparable': conflicts.comparable,
  'conflicts.comparisons': conflicts.comparisons,
  'risks.register': risks.register,
  'risks.registerSince': risks.registerSince,
  'risks.read': risks.read,
  'risks.map': riskMap.map,
  'risks.mapSince': riskMap.mapSince,
  'risks.days': riskMap.days,
  'risks.moved': riskMap.moved,
  'risks.movers': movers.movers,
  'risks.reasons': movers.reasons,
  'risks.indicators': riskWatch.indicators,
  'risks.reviews': riskWatch.reviews,
  'criteria.read': criteria.read,
  'criteria.versions': criteria.versions,
  'criteria.uses': criteria.uses,
  'criteria.remap': criteria.remap,
  'notes.list': notes.list,
  'notes.lines': notes.lines,
  'notes.subjects': notes.subjects,
  'notes.read': notes.read,
  'briefings.list': briefings.list,
  'briefings.read': briefings.read,
  'briefings.html': briefingExport.html,
  'briefings.statement': briefingExport.statement,
  'briefings.check': briefingCheck.check,
  'briefingTemplates.list': briefings.listTemplates,
  'backlinks.of': backlinks.of,
  'mentions.named': mentions.named,
  'mentions.find': mentions.find,
  'mentions.quotes': mentions.quoted,
  'mentions.findQuotes': mentions.findQuotes,
  'search.find': search.find,
  'search.within': search.within,
  'search.passages': search.passages,
  'timeline.read': timeline.read,
  'export.text': exports.text,
}

export const writing: { [Name in Exclude<WriteName, DeskName>]: Writing<Name> } = {
  'case.update': cases.update,
  'sources.update': sources.update,
  'sources.remove': sources.remove,
  'sources.accept': library.accept,
  'sources.collect': library.collect,
  'sources.tag': library.tag,
  'sources.importReferences': references.importReferences,
  'collections.create': collections.create,
  'collections.update': collections.update,
  'collections.remove': collections.remove,
  'savedViews.create': savedViews.create,
  'savedViews.update': savedViews.update,
  'savedViews.remove': savedViews.remove,
  'resemblances.confirm': resemblances.confirm,
  'resemblances.dismiss': resemblances.dismiss,
  'resemblances.reopen': resemblances.reopen,
  'lineages.create': lineages.create,
  'lineages.update': lineages.update,
  'lineages.remove': lineages.remove,
  'excerpts.create': excerpts.create,
  'excerpts.update': excerpts.update,
  'excerpts.adjust': excerpts.adjust,
  'excerpts.edit': excerpts.edit,
  'excerpts.codeAll': excerpts.codeAll,
  'excerpts.remove': excerpts.remove,
  'relations.create': relations.create,
  'relations.update': relations.update,
  'relations.remove': relations.remove,
  'excerpts.place': textVersions.place,
  'sources.joinAsCopy': textVersions.joinAsCopy,
  'sources.correct': textVersions.correct,
  'sources.restoreText': textVersions.restoreText,
  'tags.create': tags.create,
  'tags.createPath': tags.createPath,
  'tags.update': tags.update,
  'tags.merge': tags.merge,
  'tags.split': tags.split,
  'tags.remove': tags.remove,
  'terms.create': terms.create,
  'terms.adopt': terms.adopt,
  'exchange.apply': exchange.apply,
  'registerExchange.apply': registerExchange.apply,
  'terms.update': terms.update,
  'terms.order': terms.order,
  'terms.renameCategory': terms.renameCategory,
  'terms.duplicate': terms.duplicate,
  'terms.remove': terms.remove,
  'parties.create': parties.create,
  'parties.update': parties.update,
  'parties.remove': parties.remove,
  'claims.create': claims.create,
  'claims.createAll': claims.createAll,
  'claims.relay': claims.relay,
  'claims.update': claims.update,
  'claims.remove': claims.remove,
  'positions.create': positions.create,
  'positions.update': positions.update,
  'positions.remove': positions.remove,
  'conflicts.create': conflicts.create,
  'conflicts.resolve': conflicts.resolve,
  'conflicts.bear': conflicts.bear,
  'conflicts.dismiss': conflicts.dismiss,
  'conflicts.reopen': conflicts.reopen,
  'inquiries.create': inquiries.create,
  'inquiries.update': inquiries.update,
  'inquiries.remove': inquiries.remove,
  'hypotheses.create': inquiries.createHypothesis,
  'hypotheses.update': inquiries.updateHypothesis,
  'hypotheses.remove': inquiries.removeHypothesis,
  'hypotheses.order': inquiries.order,
  'hypotheses.rate': inquiries.rate,
  'risks.create': risks.create,
  'risks.update': risks.update,
  'risks.updateAll': risks.updateAll,
  'risks.move': riskLife.move,
  'risks.accept': riskLife.accept,
  'risks.duplicate': riskLife.duplicate,
  'risks.merge': riskLife.merge,
  'risks.split': riskLife.split,
  'risks.review': riskWatch.review,
  'risks.indicate': risks.indicate,
  'risks.assess': risks.assess,
  'risks.cite': risks.cite,
  'risks.uncite': risks.uncite,
  'criteria.update': criteria.update,
  'criteria.rescore': criteria.rescore,
  'notes.create': notes.create,
  'notes.update': notes.update,
  'notes.duplicate': notes.duplicate,
  'notes.remove': notes.remove,
  'briefings.create': briefings.create,
  'briefings.update': briefings.update,
  'briefings.duplicate': briefings.duplicate,
  'briefings.remove': briefings.remove,
  'briefings.fix': briefingCheck.fix,
  'briefings.answer': briefingCheck.answer,
  'briefingTemplates.keep': briefings.keepTemplate,
  'briefingTemplates.remove': briefings.removeTemplate,
}
