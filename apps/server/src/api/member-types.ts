// Sign-in, members and the membership log in JSON: what apps/server answers and apps/web sends, as types alone.
//
// The rules of `types.ts` hold here too. Keys and signatures are made in the browser; the server stores lines, files and
// public keys as they come, after checking what it can check: signatures, the log's rules, shapes and rights.
export * from './session-types.ts'
export * from './founding-types.ts'
export * from './key-types.ts'
export * from './membership-types.ts'
export * from './own-incident-types.ts'

/** One table in code says what each may do (apps/server/src/access). A device is enrolled by QR and may only write. */
export type Role = 'reporter' | 'core-member' | 'coordinator' | 'reader' | 'operator' | 'device'
