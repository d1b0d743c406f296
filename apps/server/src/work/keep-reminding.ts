// Looks once an hour for what somebody has to be reminded of: plans of cases, situations before a meeting, the questions of the year.
import { describeDefect } from '../http/describe-defect.ts'
import { remindDue } from './cases/remind.ts'
import type { Desk } from './desk.ts'
import { askOrganisations } from './meetings/ask-organisations.ts'
import type { Notify } from './notify.ts'

const hour = 3_600_000

export type Reminding = {
  /** Asked for each time: a network may be founded while the server runs. Without one nobody is reminded. */
  readonly findDesk: () => Promise<Desk | undefined>
  readonly notify: Notify
  readonly log: (line: string) => void
  readonly stopping: AbortSignal
}

/** Now, and each hour until the server stops. What nobody is written to about, the app's own pages tell alone. */
export function keepReminding({ findDesk, notify, log, stopping }: Reminding): void {
  const fault = (error: unknown): void => {
    if (!stopping.aborted) log(`reminders not looked through: ${describeDefect(error)}`)
  }
  const look = async (): Promise<void> => {
    const desk = await findDesk()
    if (desk) await Promise.all([remindDue, askOrganisations].map((remind) => remind(desk, notify).catch(fault)))
  }
  const timer = setInterval(() => void look().catch(fault), hour)
  timer.unref()
  stopping.addEventListener('abort', () => clearInterval(timer))
  // A register that cannot be read is told by the first request.
  void look().catch(() => {})
}
