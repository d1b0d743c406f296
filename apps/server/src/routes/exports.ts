// /api/exports: everything that the network has, written while its page follows, and fetched in two parts.
import { createReadStream, statSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { problem } from '@lykta/incident'
import { inNetwork } from '@lykta/register'
import { Hono } from 'hono'
import type { CallerOf } from '../access/caller.ts'
import type { ExportAnswer } from '../api/hand-over-types.ts'
import type { Env } from '../http/env.ts'
import { notFound, refuse } from '../http/failure.ts'
import type { NetworkJobs } from '../jobs/network-jobs.ts'
import type { Desk } from '../work/desk.ts'
import { makeKeptExports, readyOf } from '../work/export/kept-exports.ts'
import { makeExport } from '../work/export/make-export.ts'
import { findRunningSession, standingOf } from '../work/session-state.ts'

export type ExportRoutesOptions = { readonly dataFolder: string; readonly jobsOf: NetworkJobs; readonly stopping: AbortSignal }

const kind = 'export'
/** Jobs are told apart by a year; this one has none. */
const noYear = 0
const hour = 3_600_000

export function exportRoutes({ dataFolder, jobsOf, stopping }: ExportRoutesOptions): Hono<Env> {
  const kept = makeKeptExports(dataFolder, stopping)
  const answer = async (desk: Desk, caller: CallerOf): Promise<ExportAnswer> => {
    const session = caller.state === 'local' ? 'none-needed' : (await findSessionEnd(desk, caller)) === undefined ? 'needed' : 'running'
    return { session, job: jobsOf(desk).latest(noYear, kind) ?? null, ready: session === 'needed' ? null : readyOf(kept.find(desk, caller.id)) }
  }
  return new Hono<Env>()
    .get('/exports', async (context) => context.json(await answer(context.var.desk, context.var.caller)))
    .post('/exports', async (context) => {
      const { desk, caller } = context.var
      const isLocal = caller.state === 'local'
      const until = isLocal ? new Date(Date.now() + hour).toISOString() : await findSessionEnd(desk, caller)
      if (until === undefined) return refuse(context, 422, [problem('export.needs-session')])
      const job = jobsOf(desk).start(noYear, async ({ signal, step }) => {
        const target = kept.place(desk)
        try {
          const { file, keysFile, digest } = await makeExport(desk, { target, signal, onProgress: (done) => step('writing', done), ...(isLocal ? {} : { member: caller.id }) })
          kept.keep(desk, { caller: caller.id, madeAt: new Date().toISOString(), until, digest, files: { record: file, keys: keysFile } })
        } catch (error) {
          kept.remove(desk)
          throw error
        }
      }, kind)
      return context.json({ ...(await answer(desk, caller)), job }, 202)
    })
    .delete('/exports', async (context) => {
      const { desk, caller } = context.var
      const jobs = jobsOf(desk)
      const job = jobs.latest(noYear, kind)
      if (job?.state === 'running') jobs.cancel(job.id)
      else if (kept.find(desk, caller.id)) kept.remove(desk)
      return context.json(await answer(desk, caller))
    })
    .get('/exports/:part', async (context) => {
      const { desk, caller } = context.var
      const part = context.req.param('part')
      const found = (part === 'record' || part === 'keys') && (caller.state === 'local' || (await findSessionEnd(desk, caller)) !== undefined) ? kept.find(desk, caller.id)?.files[part] : undefined
      if (found === undefined) return notFound(context)
      const body = Readable.toWeb(createReadStream(found)) as ReadableStream<Uint8Array>
      return context.body(body, 200, { 'content-type': 'application/zip', 'content-length': String(statSync(found).size), 'content-disposition': `attachment; filename="${path.basename(found)}"` })
    })
}

/** Undefined when none of hers runs. */
async function findSessionEnd(desk: Desk, caller: CallerOf): Promise<string | undefined> {
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const session = await findRunningSession(transaction, caller.id, 'export')
    return session && (standingOf(session, new Date().toISOString()).endsAt ?? undefined)
  })
}
