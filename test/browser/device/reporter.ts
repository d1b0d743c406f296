// A reporter of the hotel with a passphrase, and the browsers in which she is signed in already.
import { randomUUID } from 'node:crypto'
import { lockWithPassphrase } from '@lykta/seal'
import type { Page } from 'playwright'
import { expect } from 'vitest'
import { base64url, join, list, type Person } from '../../server/member-network.ts'
import type { Computer, DeviceStage } from './device-stage.ts'

export const passphrase = 'imaginary public sample everybody visible lantern'

type Disk = Awaited<ReturnType<DeviceStage['start']>>

export type Reporting = {
  readonly getReporter: () => Promise<Person>
  /** At a computer on which she is signed in. */
  readonly openAs: (person: Person, path: string, view?: { readonly width?: 390 | 1280 }) => Promise<{ readonly page: Page; readonly browser: Computer }>
  /** The same in a browser that can be killed and looked into; `profile`: of one that was. */
  readonly startAs: (person: Person, path: string, profile?: string) => Promise<{ readonly page: Page; readonly browser: Disk }>
}

let berit: { readonly network: string; readonly person: Person } | undefined

export function useReporter(stage: DeviceStage): Reporting {
  async function signIn({ context, openPage }: Computer, person: Person, path: string, width: 390 | 1280): Promise<Page> {
    await context.addCookies([...person.cookies].map(([name, value]) => ({ name, value, url: stage.address, httpOnly: true, sameSite: 'Strict' as const })))
    const page = await openPage({ width })
    await page.goto(`${stage.address}${path}`)
    await page.getByRole('button', { name: 'Börja' }).waitFor()
    return page
  }
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
    openAs: async (person, path, { width = 1280 } = {}) => {
      const browser = await stage.open()
      return { browser, page: await signIn(browser, person, path, width) }
    },
    startAs: async (person, path, profile) => {
      const browser = await stage.start(profile)
      return { browser, page: await signIn(browser, person, path, 1280) }
    },
  }
}
