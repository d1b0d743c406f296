// Brings the checked rows into the register: coded rows first, then reasons as they are sealed, then all of it at once.
import type { BroughtAnswer, BroughtTexts, HeldTextsAnswer, ImportRequest, PlannedImportAnswer } from '../../../../server/src/api/import-types.ts'
import { ask } from '../../api/ask.ts'
import type { ImportPort } from './import-port.ts'
import type { SealingKey } from './sealing-key.ts'

/** Sends the coded rows; nothing is stored. Throws a `FailureError` with what hinders. */
export async function compare(port: ImportPort, overwriteCorrections: boolean): Promise<PlannedImportAnswer> {
  const coded = await port.call('coded')
  return await ask<PlannedImportAnswer>('imports', { method: 'POST', body: { ...coded, overwriteCorrections } satisfies ImportRequest })
}

/** The two age files of a text that fills one kibibyte: no text has smaller ones. */
const leastBytes = 2_683 + 1_737
export const isTooMuch = ({ texts, room }: PlannedImportAnswer): boolean => texts.length * leastBytes > room

type ToBring = {
  readonly planned: PlannedImportAnswer
  readonly network: string
  readonly key: SealingKey | null
  readonly onProgress: (sealed: number) => void
  readonly signal: AbortSignal
}

const sealedAtOnce = 10
/** Of base64url in one request; the server takes twice as much. */
const sentAtOnce = 1_000_000

/** Seals and sends at the same time; aborted, or failed, it leaves nothing behind. */
export async function bringIn(port: ImportPort, { planned, network, key, onProgress, signal }: ToBring): Promise<BroughtAnswer> {
  let ready: BroughtTexts['texts'][number][] = []
  let sending: Promise<unknown> = Promise.resolve()
  const send = async (): Promise<void> => {
    const texts = ready
    ready = []
    await sending
    if (texts.length > 0) sending = ask<HeldTextsAnswer>(`imports/${planned.id}/texts`, { method: 'PUT', body: { texts } satisfies BroughtTexts, signal })
    // Whoever waits for it next is told; until then a refusal is nobody's.
    sending.catch(() => undefined)
  }
  for (let next = 0; next < planned.texts.length; next += sealedAtOnce) {
    signal.throwIfAborted()
    ready.push(...(await port.call('seal', planned.texts.slice(next, next + sealedAtOnce), { first: next, network, createdAt: planned.createdAt, ...key! })))
    onProgress(Math.min(next + sealedAtOnce, planned.texts.length))
    if (ready.reduce((sum, { body, key: file }) => sum + body.length + file.length, 0) > sentAtOnce) await send()
  }
  await send()
  await sending
  signal.throwIfAborted()
  return await ask<BroughtAnswer>(`imports/${planned.id}`, { method: 'POST' })
}

/** What is left is let go of; if that does not arrive, the server does it by itself. */
export function letGo({ id }: PlannedImportAnswer): void {
  ask(`imports/${id}`, { method: 'DELETE' }).catch(() => undefined)
}
