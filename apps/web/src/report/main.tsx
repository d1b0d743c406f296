// Where the reporting page starts: an entry of its own, since a telephone on a slow line should not wait for the desk.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../design/fonts.css'
import '../design/tokens.css'
import '../design/base.css'
import '../design/forced-colors.css'
import '../components/button.css'
import '../components/field.css'
import { readPreferences } from '../kept-preferences.ts'
import './report.css'
import { takeArrival } from './invitation.ts'
import { ReportPage } from './report-page.tsx'
import { startSealing } from './sealing.ts'
import { askStanding } from './standing.ts'

const element = document.querySelector('#app')
if (!element) throw new Error('report: no #app')
const arrival = takeArrival()
// Who has a code in her hands is asked later, as what it makes of this browser.
if ('change' in arrival || 'told' in arrival || ('invitation' in arrival && arrival.invitation === null)) askStanding()
const root = createRoot(element)
root.render(
  <StrictMode>
    <ReportPage initial={readPreferences()} arrival={arrival} onLeave={() => root.unmount()} />
  </StrictMode>,
)

// What is wanted later is fetched once the page stands: the connection may be gone by then.
addEventListener('load', () => {
  setTimeout(() => {
    startSealing()
    void import('./guard.ts').catch(() => undefined)
  }, 500)
})
