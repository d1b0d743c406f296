// Who is to be coordinator after a recovery, how she signs in from then on, and who is removed with it.
import type { Id } from '@lykta/incident'
import type { RecoveryRequest } from '../../../../server/src/api/member-types.ts'
import type { KeysOwner } from '../../keys/keys.ts'

export type Plan = {
  readonly owner: KeysOwner
  readonly organisation: Id
  readonly signIn: RecoveryRequest['signIn']
  readonly gone: readonly Id[]
}
