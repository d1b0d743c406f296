// How whoever acted is named: "du" acts, and what is done is done "av dig"; at the server's machine it is somebody, passphrase or not.
import { expect, test } from 'vitest'
import { sv } from '../src/pages/sharing/messages/sv.ts'
import { sv as retention } from '../src/pages/retention/messages/sv.ts'
import { glassSv } from '../src/pages/sharing/glass-words.ts'
import { nameWho, type NamingWords } from '../src/pages/sharing/name-who.ts'

const naming = (me: string): NamingWords => ({ ...sv, me, at: (name, role, organisation) => `${name ?? role}, ${organisation ?? '–'}`, nameOf: (id) => (id === 'anna' ? 'Anna Alm' : undefined) })
const [who, by] = [naming(sv.me), naming(sv.byMe)]
const mine = { id: 'anna', role: 'coordinator', organisation: 'town', me: true } as const

test('whoever looks is “du” before a verb and “dig” after “av”', () => {
  expect(sv.askedBy(nameWho(mine, who), 'i dag')).toBe('du bad om det i dag')
  expect(`${sv.did.approve} ${sv.by(nameWho(mine, by), 'i dag')}`).toBe('Godkänd av dig, i dag')
  expect(glassSv.reviewed(nameWho(mine, by), 'i dag')).toBe('Granskat av dig, i dag.')
  expect(retention.writtenBy(nameWho(mine, by))).toBe('Inskrivet av dig.')
})

test('others by name where it is known, else by role; the server’s machine and whoever is gone as somebody', () => {
  expect(nameWho({ ...mine, me: false }, by)).toBe('Anna Alm, town')
  expect(nameWho({ id: 'cilla', role: 'core-member', organisation: 'police', me: false }, by)).toBe('core-member, police')
  expect(retention.writtenBy(nameWho({ id: null, role: 'operator', organisation: null, me: false }, by))).toBe('Inskrivet av någon på serverns maskin.')
  expect(nameWho({ id: 'gone', role: null, organisation: null, me: false }, by)).toBe('någon som inte längre är känd')
})
