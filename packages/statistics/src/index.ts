// The statistics room: incidents and a table specification become counts; rates and intervals come from counts.
export { type CountInput, countInMemory, type CountOptions, notesInMemory } from './count/memory.ts'
export { countBySql, notesBySql, type SqlCountInput } from './count/sql.ts'
export type { RunQuery } from './count/sql-scope.ts'
export * from './period.ts'
export * from './report-tables.ts'
export * from './spec.ts'
export * from './table.ts'
