// After unlocking: the keeper learns the writer's own recipient from her keys, never from the server, and opens what waits.
import { keys } from '../../keys/keys.ts'
import type { DraftKeeper } from './draft-keeper.ts'

export async function openDrafts(keeper: DraftKeeper): Promise<void> {
  await keeper.unlocked(await keys.ownRecipient())
}
