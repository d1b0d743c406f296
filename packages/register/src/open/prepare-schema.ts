// Before the register is used: the schema is this program's, and the program's roles are bound.
import type pg from 'pg'
import type { Migration } from '../migrations/index.ts'
import { checkRoles, grantToRoles, hasGrants, type Roles } from './grants.ts'
import { checkVersion, migrate } from './migrate.ts'
import { rebuildMissing } from './rebuild-missing.ts'

/**
 * `beforeMigrating` is called with the version that is about to change, while everything is as it was. All changes
 * are one transaction.
 */
export async function prepareSchema(
  owner: pg.ClientBase,
  roles: Roles,
  known: readonly Migration[],
  beforeMigrating: (from: number) => Promise<void>,
): Promise<void> {
  const from = await checkVersion(owner, known)
  const behind = from < known.length
  if (behind && from > 0) await beforeMigrating(from)
  if (behind || !(await hasGrants(owner, roles))) {
    await owner.query('begin')
    try {
      await migrate(owner, known)
      await rebuildMissing(owner)
      await grantToRoles(owner, roles)
      await owner.query('commit')
    } catch (error) {
      await owner.query('rollback')
      throw error
    }
  }
  await checkRoles(owner, roles)
}
