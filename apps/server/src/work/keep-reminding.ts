// Looks once an hour for what somebody has to be reminded of: plans of cases, situations before a meeting, the questions of the year.
import { describeDefect } from '../http/describe-defect.ts'
import { remindDue } from './cases/remind.ts'
import type { Desk } from './desk.ts'
import { askOrganisations } from './meetings/ask-organisations.ts'
import type { Notify } from './notify.ts'

const hour = 3_600_000

/** Now, and each hour until the server stops. What nobody is written to about, the app's own pages tell alone. */
export function keepReminding(desk: Desk, notify: Notify, { log, stopping }: { readonly log: (line: string) => void; readonly stopping: AbortSignal }): void {
  const look = (): void => {
    for (const remind of [remindDue, askOrganisations]) {
      void remind(desk, notify).catch((error: unknown) => {
        if (!stopping.aborted) log(`reminders not looked through: ${describeDefect(error)}`)
      })
    }
  }
  const timer = setInterval(look, hour)
  timer.unref()
  stopping.addEventListener('abort', () => clearInterval(timer))
  look()
}
