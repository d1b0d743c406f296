// One connection on which writes of one statement each follow one another, sent without waiting for the answers before.
import pg from 'pg'
import { isConnectionEnded } from '../is-connection-ended.ts'

/**
 * Every write to a network waits for the lock of the one before it. On connections of their own they would wait inside the
 * database, a process each; here each begins as the one before it is durable. A statement that fails undoes nothing but itself.
 */
export type ReceivingLine = {
  readonly query: <Row extends pg.QueryResultRow>(statement: pg.QueryConfig) => Promise<pg.QueryResult<Row>>
  /** Waits for what is under way. */
  readonly end: () => Promise<void>
}

/** Connects at the first statement, and anew at the next after a connection was lost. */
export function makeReceivingLine(account: pg.ClientConfig): ReceivingLine {
  let open: Promise<pg.Client> | undefined
  let last: Promise<unknown> = Promise.resolve()

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
  function forget(one: Promise<pg.Client>): void {
    if (open === one) open = undefined
  }

  return {
    query: <Row extends pg.QueryResultRow>(statement: pg.QueryConfig) => {
      const used = connection()
      const answer = used.then((client) => client.query<Row>(statement))
      // Whoever is told of the end finds another connection at once.
      answer.catch((error: unknown) => isConnectionEnded(error) && forget(used))
      last = Promise.allSettled([last, answer])
      return answer
    },
    end: async () => {
      await last
      await open?.then((client) => client.end(), () => {})
    },
  }
}
