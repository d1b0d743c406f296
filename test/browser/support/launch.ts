// The Chromium that the browser tests run in, and how it is started.
import { type Browser, chromium } from 'playwright'

export const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

/** Without a graphics card everything is drawn by the processor: directly is a sixth cheaper than by a card that is imitated. */
export const flags: readonly string[] = ['--no-sandbox', '--disable-gpu']

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...flags] })
}
