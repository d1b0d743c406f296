// What a running server reads of editions that are made: without what makes them, which it loads in threads of their own.
export { checkChanged } from './checker/check-changed.ts'
export { problemOf } from './checker/finding.ts'
export { exploreTables, findTableFile } from './open-data/explored-table.ts'
export { shownTrends } from './open-data/shown-trends.ts'
