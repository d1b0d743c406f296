// Whether a failure is no answer of the database but the end of the connection to it.
import pg from 'pg'
import { codeOf } from './refuse.ts'

/** Class of the codes with which the server ends a session. */
const ENDING = '57P'

export function isConnectionEnded(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || codeOf(error).startsWith(ENDING)
}
