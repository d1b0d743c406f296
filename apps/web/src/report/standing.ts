// Who uses the page, and what the form is filled in with: asked of the server, or as an enrolled device kept it.
import type { SessionAnswer } from '../../../server/src/api/member-types.ts'
import type { FormAnswer } from '../../../server/src/api/types.ts'
import { ask, FailureError } from '../api/ask.ts'
import type { Device } from './kept/store.ts'

export type Open = {
  readonly session: SessionAnswer
  readonly context: FormAnswer
  /** Null for a member, and where nobody is a member yet. */
  readonly device: Device | null
  /** There is no connection: both are as they were kept. */
  readonly kept: boolean
}

/** Why nothing can be reported here. */
export type Closed =
  | 'signed-out'
  /** The browser was a device of the network, and is none any more. */
  | 'removed'
  /** The server knows the device, and the browser has lost its key. */
  | 'keyless'
  | 'without-right'

export type Standing = { readonly open: Open } | { readonly closed: Closed } | { readonly failed: 'offline' | 'other' }

let asked: Promise<Standing> | undefined

/** Before anything is drawn: on a slow line the answer is what the page waits for. */
export function askStanding(): void {
  asked = findStanding()
  // Told by whoever takes it.
  asked.catch(() => undefined)
}

/** What was asked at the start, once; from then on anew. */
export function takeStanding(): Promise<Standing> {
  const first = asked
  asked = undefined
  return first ?? findStanding()
}

/** Nothing of a reporter's is kept on a computer that is no enrolled device. */
async function findStanding(): Promise<Standing> {
  const [session, form] = await Promise.all([attempt<SessionAnswer>('session'), attempt<FormAnswer>('form')])
  if (session instanceof FailureError) return isSilent(session) ? await keptStanding() : { failed: 'other' }
  const { state, rights } = session
  if (state === 'signed-out' || state === 'half') return { closed: (await findDevice()) ? 'removed' : 'signed-out' }
  if (!rights.includes('incident.enter')) return { closed: 'without-right' }
  if (form instanceof FailureError) return { failed: isSilent(form) ? 'offline' : 'other' }
  if (state !== 'device') return { open: { session, context: form, device: null, kept: false } }
  const device = await findDevice()
  if (!device || device.id !== session.caller?.id) return { closed: 'keyless' }
  const { keepOwn } = await import('./kept/store.ts')
  await keepOwn('page', { session, context: form })
  return { open: { session, context: form, device, kept: false } }
}

async function keptStanding(): Promise<Standing> {
  const device = await findDevice()
  const { findOwn } = await import('./kept/store.ts')
  const page = await findOwn('page').catch(() => undefined)
  return device && page ? { open: { ...page, device, kept: true } } : { failed: 'offline' }
}

async function findDevice(): Promise<Device | undefined> {
  // A browser that keeps nothing is no device.
  return import('./kept/store.ts').then(({ findOwn }) => findOwn('device')).catch(() => undefined)
}

async function attempt<Answer>(path: string): Promise<Answer | FailureError> {
  return ask<Answer>(path).catch((error: unknown) => {
    if (error instanceof FailureError) return error
    throw error
  })
}

function isSilent({ failure }: FailureError): boolean {
  return failure.status === 0
}
