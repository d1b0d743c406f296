// When a text is written, by the server's clock as far as it has told it.
import { clockAhead } from '../../api/clock.ts'

export function timeNow(): string {
  return new Date(Date.now() - clockAhead()).toISOString()
}
