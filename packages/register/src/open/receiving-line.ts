// One connection for writes of one statement each. Those that wait while others are made durable go together, in one transaction.
import pg from 'pg'
import { isConnectionEnded } from '../is-connection-ended.ts'

/**
 * Every write to a network waits for the lock of the one before it, and so for its commit. On connections of their own they would wait
 * inside the database, a process each, and every one for a disk; here those that have come meanwhile share the next commit.
 */
export type ReceivingLine = {
  /** As if it were alone: it fails for its own fault only. The statement says everything that it is done by, the context too. */
  readonly query: <Row extends pg.QueryResultRow>(statement: pg.QueryConfig) => Promise<pg.QueryResult<Row>>
  /** Waits for what is under way, and takes nothing more. */
  readonly end: () => Promise<void>
}

type Waiting = {
  readonly statement: pg.QueryConfig
  readonly resolve: (result: pg.QueryResult) => void
  readonly reject: (error: unknown) => void
}

/** The network's lock is held for as many: some milliseconds. */
const TOGETHER = 16

/** Connects at the first statement, and anew at the next after a connection was lost. */
export function makeReceivingLine(account: pg.ClientConfig): ReceivingLine {
  let open: Promise<pg.Client> | undefined
  const waiting: Waiting[] = []
  let working: Promise<void> | undefined
  let closed = false

  function connection(): Promise<pg.Client> {
    if (open) return open
    const client = new pg.Client({ ...account, pipeline: true, keepAlive: true, connectionTimeoutMillis: 60_000, application_name: 'lykta' })
    const opened = client.connect().then(() => client)
    // What was under way is told by its own failure; without a listener the process would end too.
    client.on('error', () => {})
    client.once('end', () => forget(opened))
    opened.catch(() => forget(opened))
    return (open = opened)
  }
  function forget(one: Promise<pg.Client> | undefined): void {
    if (open === one) open = undefined
  }

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      const some = waiting.splice(0, TOGETHER)
      const used = connection()
      try {
        const client = await used
        if (some.length === 1 || !(await writeTogether(client, some))) await writeEach(client, some)
      } catch (error) {
        // Whoever is told of the end finds another connection at once.
        forget(used)
        for (const { reject } of some) reject(error)
      }
    }
    // In the same breath as the last look: what comes from here on begins anew.
    working = undefined
  }

  return {
    query: <Row extends pg.QueryResultRow>(statement: pg.QueryConfig) => new Promise<pg.QueryResult<Row>>((resolve, reject) => {
      if (closed) return reject(new Error('the register is closed'))
      waiting.push({ statement, resolve: resolve as Waiting['resolve'], reject })
      working ??= work()
    }),
    end: async () => {
      closed = true
      await working
      await open?.then((client) => client.end(), () => {})
    },
  }
}

/** False when one of them fails, and none is stored. Throws when the connection ends. */
async function writeTogether(client: pg.Client, some: readonly Waiting[]): Promise<boolean> {
  // Sent at once; the end of a transaction in which something failed is its undoing. A program that stands still in between lets go.
  const [begun, ...answers] = await Promise.allSettled([
    client.query(`begin; set local idle_in_transaction_session_timeout = '10s'`), ...some.map(({ statement }) => client.query(statement)), client.query('commit'),
  ])
  const failed = [begun, ...answers].filter((answer) => answer.status === 'rejected').map(({ reason }): unknown => reason)
  const ended = failed.find(isConnectionEnded)
  if (ended !== undefined) throw ended
  if (failed.length > 0) return false
  for (const [at, { resolve }] of some.entries()) resolve((answers[at] as PromiseFulfilledResult<pg.QueryResult>).value)
  return true
}

/** Each a transaction by itself, told by itself. Throws when the connection ends, after whatever was answered before it. */
async function writeEach(client: pg.Client, some: readonly Waiting[]): Promise<void> {
  const answers = await Promise.allSettled(some.map(async ({ statement, resolve, reject }) => {
    try {
      resolve(await client.query(statement))
    } catch (error) {
      if (isConnectionEnded(error)) throw error
      reject(error)
    }
  }))
  const ended = answers.find((answer) => answer.status === 'rejected')
  if (ended) throw ended.reason
}
