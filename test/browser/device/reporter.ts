// A reporter of the hotel with a passphrase, and the browsers in which she is signed in already.
import { randomUUID } from 'node:crypto'
import { lockWithPassphrase } from '@lykta/seal'
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { base64url, join, list, type Person } from '../../server/member-network.ts'
import type { DeviceStage } from './device-stage.ts'

export const passphrase = 'imaginary public sample everybody visible lantern'

type Browser = Awaited<ReturnType<DeviceStage['start']>>

export type Reporting = {
  readonly getReporter: () => Promise<Person>
  /** As on the sign-in page; `profile`: of a browser that was closed. */
  readonly openAs: (person: Person, path: string, view?: { readonly width?: 390 | 1280; readonly profile?: string }) => Promise<{ readonly page: Page; readonly browser: Browser }>
}

let berit: { readonly network: string; readonly person: Person } | undefined

export function useReporter(stage: DeviceStage): Reporting {
  return {
    getReporter: async () => {
      if (berit?.network === stage.network.id) return berit.person
      const person = await join(stage.network, 'reporter', stage.network.hotel, 'Berit')
      await list(stage.network, person, 'reporter', stage.network.hotel)
      const file = base64url(await lockWithPassphrase(person.keys, passphrase))
      const { status } = await person.send('PUT', '/api/keys/bundles', [{ id: randomUUID(), way: 'passphrase', credential: null, file }])
      expect(status).toBeLessThan(300)
      berit = { network: stage.network.id, person }
      return person
    },
    openAs: async (person, path, { width = 1280, profile } = {}) => {
      const browser = await stage.start(profile)
      await browser.context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: stage.address, httpOnly: true, sameSite: 'Strict' as const })))
      const page = await browser.openPage({ width })
      await page.goto(`${stage.address}${path}`)
      await page.getByRole('button', { name: 'Börja' }).waitFor()
      return { page, browser }
    },
  }
}
