// That whoever asks has put two sheets together: a statement signed with the recovery's key, for one act at one time.
import type { Id } from '@lykta/incident'
import { isSignatureBy, signValue } from '../signing.ts'
import type { RecoverySubject } from '../membership/entry.ts'
import { recoverySignerOf, type RecoveryKeys } from './recovery-keys.ts'

/** Asking how it stands, announcing that the sheets will be used, using them. */
export type RecoveryAct = 'look' | 'announce' | 'complete'

export type RecoveryStatement = {
  readonly v: 1
  readonly network: Id
  readonly act: RecoveryAct
  /** UTC, as `Date.toISOString` writes it: a statement that somebody has copied is soon worth nothing. */
  readonly at: string
}

/** 128 hexadecimal digits. */
export async function signStatement(keys: RecoveryKeys, statement: RecoveryStatement): Promise<string> {
  return await signValue(recoverySignerOf(keys), 'recovery', statement)
}

/** `recovery`: as the log lists it last. */
export function isStatementBy({ verifyKey }: Pick<RecoverySubject, 'verifyKey'>, statement: RecoveryStatement, signature: string): boolean {
  return isSignatureBy(verifyKey, 'recovery', statement, signature)
}
