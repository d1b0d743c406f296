// The sign-in tables are those that the library wants, and two roles share nothing.
import { getMigrations } from 'better-auth/db/migration'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAuth } from '../src/auth/make-auth.ts'
import { cloneDatabase, type TestDatabase } from '../../../packages/register/test/database.ts'

let database: TestDatabase
beforeAll(async () => void (database = await cloneDatabase()))
afterAll(() => database.close())

test('better-auth, as it is set up here, misses no table and no column', async () => {
  const auth = makeAuth({ pool: database.register.signIn, secret: 'x'.repeat(40), origin: undefined })
  const { toBeAdded, toBeCreated } = await getMigrations(auth.options)
  expect({ toBeAdded, toBeCreated }).toEqual({ toBeAdded: [], toBeCreated: [] })
  // And it would say so.
  await database.admin.query('alter table sign_in.passkey drop column aaguid')
  expect((await getMigrations(auth.options)).toBeAdded.map(({ table }) => table)).toEqual(['passkey'])
  await database.admin.query('alter table sign_in.passkey add column aaguid text')
})

test('its role sees nothing of the register, the register\'s nothing of it, and neither changes a table', async () => {
  const { app, signIn } = database.register
  const refused = { code: '42501' }
  for (const table of ['network', 'member', 'sealed_body', 'audit']) await expect(signIn.query(`select from lykta.${table}`)).rejects.toMatchObject(refused)
  await expect(signIn.query(`select * from lykta.list_networks()`)).rejects.toMatchObject(refused)
  for (const table of ['"user"', 'session', 'account', 'verification', '"twoFactor"', 'passkey']) await expect(app.query(`select from sign_in.${table}`)).rejects.toMatchObject(refused)
  for (const pool of [app, signIn]) {
    await expect(pool.query('alter table sign_in.session add column mine text')).rejects.toMatchObject(refused)
    await expect(pool.query('create table sign_in.mine (a int)')).rejects.toMatchObject(refused)
    await expect(pool.query('set role lykta_owner')).rejects.toMatchObject(refused)
  }
  expect((await signIn.query('select from session')).rowCount).toBe(0)
})
