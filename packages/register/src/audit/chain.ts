// The audit chain recomputed: every line vouches for what it put into force and for every line before it.
import { type Problem, problem } from '@lykta/incident'
import { sha256 } from '../hash.ts'
import { readBatches } from '../record/read-batches.ts'
import type { Stored } from '../tables.ts'
import type { ReadTransaction } from '../transaction.ts'
import { type Content, hashContent, readContents } from './content.ts'

const NOTHING = { lines: [] as readonly string[] }

/** SHA-256 of the previous line's hash and this line's text (docs/database.md). */
export function hashLine(line: Omit<Stored<'audit'>, 'hash'>): Buffer {
  const text = [
    line.network_id, line.position, line.at, line.actor, line.action, line.object, line.stamped, line.content_hash.toString('hex'),
  ].join('|')
  return sha256(line.prev_hash, text)
}

/** The first position at which the chain breaks, and how; undefined when it holds to the network's head. */
export async function findBrokenPosition(transaction: ReadTransaction): Promise<Problem | undefined> {
  const { db, network } = transaction
  const contents = readContents(transaction)
  let content = await contents.next()
  let previous: Pick<Stored<'audit'>, 'position' | 'hash' | 'at'> = { position: 0, hash: Buffer.alloc(32), at: '' }
  const broken = (code: string, position: number): Problem => problem(code, { network, position })

  const lines = db.selectFrom('audit').selectAll().where('network_id', '=', network).orderBy('position').compile()
  for await (const batch of readBatches<Stored<'audit'>>(transaction, lines)) {
    for (const line of batch) {
      const position = previous.position + 1
      if (line.position !== position) return broken('verify.line-missing', position)
      // A row in force at a position that has no line of its own would be passed by here and missed below.
      const own: Pick<Content, 'lines'> = !content.done && content.value.position === position ? content.value : NOTHING
      if (own.lines.length !== line.stamped || !hashContent(own.lines).equals(line.content_hash)) return broken('verify.content', position)
      if (!line.prev_hash.equals(previous.hash)) return broken('verify.link', position)
      if (!hashLine(line).equals(line.hash)) return broken('verify.line-hash', position)
      if (line.at < previous.at) return broken('verify.time', position)
      if (own !== NOTHING) content = await contents.next()
      previous = line
    }
  }
  if (!content.done) return broken('verify.line-missing', content.value.position)
  const head = await db.selectFrom('network').select(['position', 'head_hash']).where('network_id', '=', network).executeTakeFirstOrThrow()
  if (head.position !== previous.position || !head.head_hash.equals(previous.hash)) return broken('verify.head', head.position)
  return undefined
}
