// The Chromium that the browser tests run in, and how it is started.
import { type Browser, chromium } from 'playwright'

export const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

/** What the browser draws beside the page, in each window anew: lists under an address bar that nobody sees cost as much as the page. */
const beside = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup']
/** A process in reserve for the next page, begun anew whenever another window is turned to. */
const reserve = ['SpareRendererForSitePerProcess']
/** What Playwright switches off too (its chromiumSwitches): the last list counts, so these are named again. */
const off = [
  'AimEnabled', 'AvoidCorsURLLoaderRestartOnRedirect', 'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades', 'LensOverlay',
  'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding', 'PreconnectToSearch', 'TcpPortRandomizationWin', 'ThirdPartyStoragePartitioning',
]

/** Without a graphics card everything is drawn by the processor: directly is a sixth cheaper than by a card that is imitated. */
export const flags: readonly string[] = ['--no-sandbox', '--disable-gpu', `--disable-features=${[...beside, ...reserve, ...off].join()}`]

export function launch(...more: readonly string[]): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...flags, ...more] })
}
