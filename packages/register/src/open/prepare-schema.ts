// Before the register is used: the schema is this program's, and the application's role is bound.
import type pg from 'pg'
import type { Migration } from '../migrations/index.ts'
import { checkAppRole, grantToApp, hasGrants } from './grants.ts'
import { checkVersion, migrate } from './migrate.ts'

/**
 * `beforeMigrating` is called with the version that is about to change, while everything is as it was. All changes
 * are one transaction.
 */
export async function prepareSchema(
  owner: pg.ClientBase,
  appRole: string,
  known: readonly Migration[],
  beforeMigrating: (from: number) => Promise<void>,
): Promise<void> {
  const from = await checkVersion(owner, known)
  const behind = from < known.length
  if (behind && from > 0) await beforeMigrating(from)
  if (behind || !(await hasGrants(owner, appRole))) {
    await owner.query('begin')
    try {
      await migrate(owner, known)
      await grantToApp(owner, appRole)
      await owner.query('commit')
    } catch (error) {
      await owner.query('rollback')
      throw error
    }
  }
  await checkAppRole(owner, appRole)
}
