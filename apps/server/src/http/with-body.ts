// A request's body in the shape that its route takes, and the answers for one that has not, or that comes too late.
import { problem, ProblemError } from '@lykta/incident'
import type { Context } from 'hono'
import type { z } from 'zod'
import { refuse } from './failure.ts'

/** Another content under the same name, and what somebody else changed first: to be looked at, not sent again. */
const conflicts = new Set(['incident.id-taken', 'incident.revised-meanwhile', 'incident.withdrawn', 'case.incident-taken', 'case.closed', 'case.not-closed', 'register.changed-meanwhile', 'bringing.changed-meanwhile', 'bringing.epoch-replaced', 'log.grown', 'editions.not-now', 'editions.already-approved', 'situation.outdated', 'situation.was-it-held', 'editions.outdated', 'editions.replaced', 'editions.other-digest', 'extract.revised', 'prose.changed-meanwhile', 'sign-in.email-taken'])

/** 400 for another shape, as a problem that names the fields; 409 for a conflict; other problems are the app's to answer. */
export async function withBody<Shape extends z.ZodType>(
  context: Context, shape: Shape, work: (sent: z.output<Shape>) => Promise<Response>, code: 'incident.body' | 'server.body' = 'server.body',
): Promise<Response> {
  const sent = shape.safeParse(await context.req.json().catch(() => null))
  if (!sent.success) return refuse(context, 400, [problem(code, { fields: fieldsOf(sent.error) })])
  try {
    return await work(sent.data)
  } catch (error) {
    if (error instanceof ProblemError && error.problems.some((one) => conflicts.has(one.code))) return refuse(context, 409, error.problems)
    throw error
  }
}

/** Names of the shape's own fields; what else stood there is not repeated. */
function fieldsOf({ issues }: z.ZodError): string {
  return [...new Set(issues.map(({ path }) => path.join('.')))].filter((name) => name !== '').join(', ')
}
