// A network whose founder has a passphrase, and its people at their browsers: made by programs, looked at as persons do.
import { randomUUID } from 'node:crypto'
import { lockWithPassphrase } from '@lykta/seal'
import { beforeAll } from 'vitest'
import { sv as join } from '../../../apps/web/src/pages/join/messages/sv.ts'
import { sv as network } from '../../../apps/web/src/pages/network/messages/sv.ts'
import { sv as own } from '../../../apps/web/src/pages/own/messages/sv.ts'
import { sv as incidents } from '../../../apps/web/src/pages/incidents/messages/sv.ts'
import { base64url, foundTestNetwork, type Person as Program, type TestNetwork, type Visitor } from '../../server/member-network.ts'
import { askServer } from '../support/ask-server.ts'
import type { Look, MembersStage, Person } from './members-stage.ts'

export const words = { join, network, own, incidents }
export const passphrase = 'clad imply pod wreck oboe trapper'
export const desk: Look = { width: 1280, theme: 'light', language: 'sv' }
export const phone: Look = { width: 390, theme: 'dark', language: 'sv' }

export type World = {
  readonly stage: MembersStage
  readonly network: TestNetwork
  /** A browser in which that program's session goes on. */
  readonly sitDown: (who: Visitor, look?: Look) => Promise<Person>
  /** So that she can unlock in a browser. */
  readonly givePassphrase: (who: Program) => Promise<void>
}

/** To be called at the top of a test file, after the stage. */
export function useWorld(stage: MembersStage): World {
  let founded: TestNetwork
  const givePassphrase = async (who: Program): Promise<void> => {
    const file = await lockWithPassphrase(who.keys, passphrase)
    const { status } = await who.send('PUT', '/api/keys/bundles', [{ id: randomUUID(), way: 'passphrase', credential: null, file: base64url(file) }])
    if (status >= 300) throw new Error(`bundle: ${status}`)
  }
  beforeAll(async () => {
    founded = await foundTestNetwork({ ask: askServer(() => stage.address) })
    await givePassphrase(founded.anna)
  })
  return {
    stage,
    get network() {
      return founded
    },
    givePassphrase,
    sitDown: async (who, look = desk) => {
      const person = await stage.person(look, { passkeys: false })
      await person.page.context().addCookies([...who.cookies].map(([name, value]) => ({ name, value, url: stage.address })))
      return person
    },
  }
}

/** One of a few that stand under each other. */
export async function chooses({ page }: Pick<Person, 'page'>, text: string): Promise<void> {
  await page.locator('.one-of-option').filter({ has: page.getByText(new RegExp(`^${text.replaceAll(/[?()]/g, '\\$&')}`)) }).first().click()
}

/** Types the passphrase into the dialog that asks for it. */
export async function unlocks({ page }: Pick<Person, 'page'>, own = passphrase): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Lås upp dina nycklar' })
  await dialog.getByRole('textbox').first().fill(own)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
}
