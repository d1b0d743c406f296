// The incident room: what is recorded, in which words and codes, and how it comes in and goes out.
export * from './any-answer.ts'
export * from './canonical.ts'
export * from './civil-date.ts'
export * from './codes.ts'
export * from './incident.ts'
export * from './problem.ts'
export * from './quantity.ts'
