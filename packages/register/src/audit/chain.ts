// The audit chain recomputed: every line vouches for what it put into force and for every line before it.
import { type Problem, problem } from '@lykta/incident'
import { sha256 } from '../hash.ts'
import { readBatches } from '../record/read-batches.ts'
import type { Stored } from '../tables.ts'
import type { ReadTransaction } from '../transaction.ts'
import { findChangedSinceWeeding } from './weeded-lines.ts'
import type { Content } from './by-position.ts'
import { hashContent, readContents } from './content.ts'

/** The one on which clocks are put back, in milliseconds. */
const LONGEST_DAY = 25 * 3_600_000
const NOTHING = { lines: [] as readonly string[] }

/** SHA-256 of the previous line's hash and this line's text (docs/database.md). */
export function hashLine(line: Omit<Stored<'audit'>, 'hash' | 'weeding_id'>): Buffer {
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
  // Of lines that a weeding has emptied only the hashes are left; what it wrote of them then vouches for these.
  const weeded = await findChangedSinceWeeding(transaction)
  let latest = '1970-01-01T00:00:00.000000Z'
  let previous: Pick<Stored<'audit'>, 'position' | 'hash'> = { position: 0, hash: Buffer.alloc(32) }
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
      if (line.weeding_id === null ? !hashLine(line).equals(line.hash) : weeded.has(line.weeding_id)) return broken('verify.line-hash', position)
      // One that was emptied has its day only.
      if (line.weeding_id === null ? line.at < latest : Date.parse(line.at) < Date.parse(latest) - LONGEST_DAY) return broken('verify.time', position)
      if (line.at > latest) latest = line.at
      if (own !== NOTHING) content = await contents.next()
      previous = line
    }
  }
  if (!content.done) return broken('verify.line-missing', content.value.position)
  const head = await db.selectFrom('network').select(['position', 'head_hash']).where('network_id', '=', network).executeTakeFirstOrThrow()
  if (head.position !== previous.position || !head.head_hash.equals(previous.hash)) return broken('verify.head', head.position)
  return undefined
}
