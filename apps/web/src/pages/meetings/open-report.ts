// A line of a meeting becomes a report: handed to a new tab in memory, since it must stand in no address and no storage.
import { askForTold, type ToldAtMeeting } from '../../report/told-at-meeting.ts'

/** False when the browser opened no tab. It asks back, and is answered once. */
export function openReport(told: Omit<ToldAtMeeting, 'kind'>): boolean {
  const tab = window.open('/day/#told', '_blank')
  if (!tab) return false
  const answer = ({ source, origin, data }: MessageEvent<unknown>): void => {
    if (source !== tab || origin !== location.origin || data !== askForTold) return
    removeEventListener('message', answer)
    const message: ToldAtMeeting = { kind: 'told-at-meeting', ...told }
    tab.postMessage(message, location.origin)
  }
  addEventListener('message', answer)
  return true
}
