// Every failure leaves the server in one shape (RFC 9457), and a defect tells nothing of what was asked.
import { type Problem, problem, ProblemError } from '@lykta/incident'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Failure, WordedProblem } from '../api/types.ts'
import { renderProblem } from '../messages/render-problem.ts'
import { describeDefect } from './describe-defect.ts'

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request', 403: 'Forbidden', 404: 'Not found', 405: 'Method not allowed', 409: 'Conflict', 413: 'Too large',
  415: 'Unsupported media type', 421: 'Misdirected request', 422: 'Cannot be processed', 429: 'Too many requests', 500: 'Internal error', 503: 'Unavailable',
}

export function worded(one: Problem): WordedProblem {
  return { ...one, text: { sv: renderProblem(one, 'sv'), en: renderProblem(one, 'en') } }
}

export function failure(status: number, problems: readonly Problem[] = []): Failure {
  return {
    type: problems[0] ? `urn:lykta:${problems[0].code}` : 'about:blank',
    title: titles[status] ?? 'Failure',
    status,
    problems: problems.map(worded),
  }
}

export function refuse(context: Context, status: ContentfulStatusCode, problems: readonly Problem[] = []): Response {
  return context.json(failure(status, problems), status, { 'content-type': 'application/problem+json' })
}

export function notFound(context: Context): Response {
  return refuse(context, 404, [problem('server.not-found')])
}

/** Nothing is wrong with what was sent: it is to be kept, and sent again. */
const ofTheServer = new Set(['register.disk-full', 'register.outcome-unknown', 'work.disk-full', 'work.file-not-written'])

/** Expected problems are shown; a defect is logged by an id, without any value of the request. */
export function onError(log: (line: string) => void): (error: Error, context: Context) => Response {
  return (error, context) => {
    if (error instanceof ProblemError) return refuse(context, error.problems.some(({ code }) => ofTheServer.has(code)) ? 503 : 422, error.problems)
    const id = crypto.randomUUID().slice(0, 8)
    log(`defect ${id} in ${context.req.method} ${context.req.routePath}: ${describeDefect(error)}`)
    return refuse(context, 500, [problem('server.defect', { id })])
  }
}
