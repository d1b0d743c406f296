// What the command line uses of the server: the work that needs several rooms, and the server itself.
export { describeDefect } from './http/describe-defect.ts'
export { renderProblem } from './messages/render-problem.ts'
export { type NetworkFigures, renderFigures } from './render-figures.ts'
export { programVersion } from './version.ts'
export { findMailFault, openMail } from './work/mail.ts'
export { ensureWebApp, webAppFolder } from './web-app.ts'
export { catalogueAt, countFigures } from './work/count-figures.ts'
export { countAt, type Moment, momentOf, yearOf } from './work/count-network.ts'
export { type Desk, type DeskOptions, deskOf, openDesk } from './work/desk.ts'
export { type FormFile, type FormFileOptions, makeFormFile } from './work/form-file.ts'
export { ensureSampleNetwork, foundOwnNetwork } from './work/found-network.ts'
export { importFiles, type ImportOutcome } from './work/import-files.ts'
export { mapFiles, type MappedFiles, readMapping } from './work/map-files.ts'
export { makeFolder } from './work/make-folder.ts'
export { momentAt } from './work/moment-at.ts'
export { addOutside, type OutsideOptions } from './work/add-outside.ts'
export { type Approved, approveEdition } from './work/approve-edition.ts'
export { discardFrozen } from './work/drafts.ts'
export { type FrozenDraft, listFrozen } from './work/list-frozen.ts'
export { type LedgerLine, listLedger } from './work/ledger.ts'
export { importSeries, listSeries } from './work/official/official-series.ts'
export { type Published, publishEdition } from './work/publish-edition.ts'
export { readImportFiles } from './work/read-import-files.ts'
export { readHidden, readInstance } from './work/read-instance.ts'
export { readMeetingHere } from './work/meetings/read-here.ts'
export { readReason, readReasons } from './work/read-reason.ts'
export { suppressInThread } from './work/suppression-thread.ts'
export type { SuppressionNews } from './work/suppression-task.ts'

/** Loaded when they are asked for: they bring the compiler of PDFs along. */
export const loadSite = () => import('./work/publish-site.ts')
export const loadGuide = () => import('./work/guide.ts')
export const loadExport = () => import('./work/export/make-export.ts')
export { carryOutWeeding, type WeedingOutcome } from './work/weeding/carry-out.ts'
export { type DueList, type DueSubject, listDue } from './work/weeding/due.ts'
export { decideClock } from './work/weeding/retention-clocks.ts'
export const loadLegalPack = () => import('./work/legal-pack.ts')

/** Loaded when it is asked for: most commands do not serve, and should not wait for what does. */
export const loadServing = () => import('./http/serving.ts')
