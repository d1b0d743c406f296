// The statistics room: incidents and a table specification become counts; rates and intervals come from counts.
export * from './period.ts'
export * from './report-tables.ts'
export * from './spec.ts'
export * from './table.ts'
