// The incident form as a file for ODK and Kobo, with the network's organisations and all that it has added of its own.
import { createPublicKey } from 'node:crypto'
import { formVersionOn, type Language, makeXlsForm, ownQuestionsOn, problem, ProblemError, writeXlsForm } from '@lykta/incident'
import { inNetwork } from '@lykta/register'
import { Temporal } from 'temporal-polyfill'
import type { Desk } from './desk.ts'
import { formContextOf, readFormBasis } from './form-context.ts'
import { defaultSettings, findSettings } from './network-settings.ts'

export type FormFileOptions = {
  readonly language: Language
  /** PEM of an RSA public key, for ODK's own encryption on the device. */
  readonly publicKey?: string | undefined
  readonly withReason?: boolean | undefined
}

export type FormFile = {
  readonly bytes: Uint8Array
  readonly formVersion: string
  readonly version: string
  readonly organisations: number
  readonly ownIndicators: number
  readonly ownQuestions: number
}

/** Refuses (`ProblemError`) to ask for the reason where it would lie in clear, and a key that ODK would not take. */
export async function makeFormFile(desk: Desk, { language, publicKey, withReason = false }: FormFileOptions): Promise<FormFile> {
  if (withReason && publicKey === undefined) throw new ProblemError([problem('work.reason-in-clear')])
  const key = publicKey === undefined ? undefined : readPublicKey(publicKey)
  const form = formVersionOn(desk.today())
  const { context, settings } = await inNetwork(desk.register, desk.context, async (transaction) => ({
    context: formContextOf(desk, form, await readFormBasis(transaction)),
    settings: (await findSettings(transaction)) ?? defaultSettings,
  }))
  const now = Temporal.Now.zonedDateTimeISO(desk.network.timeZone)
  // As ODK advises, yyyymmdd and two digits more, which ever grow: here the quarter of an hour.
  const quarter = Math.floor((now.hour * 60 + now.minute) / 15)
  const version = `${now.toPlainDate().toString().replaceAll('-', '')}${String(quarter).padStart(2, '0')}`
  const content = {
    form, today: context.today, organisations: context.organisations, ownIndicators: context.ownIndicators, ownQuestions: context.ownQuestions ?? [],
    networkName: desk.network.name, emergencyNumbers: settings.emergencyNumbers, version, language, publicKey: key, withReason,
  }
  return {
    bytes: await writeXlsForm(makeXlsForm(content), context.today),
    formVersion: form.id, version, organisations: context.organisations.length, ownIndicators: context.ownIndicators.length,
    ownQuestions: ownQuestionsOn(context.today, context.ownQuestions ?? []).length,
  }
}

/** ODK encrypts with RSA, and wants base64 of the key's DER on one line. Below 2048 bits nobody should rely on it. */
function readPublicKey(pem: string): string {
  try {
    // A private key holds its public one, and would be taken here; it has nothing to do in the hands of whoever makes a form.
    if (!/^-----BEGIN (?:RSA )?PUBLIC KEY-----/m.test(pem)) throw new Error('not a public key')
    const key = createPublicKey(pem)
    if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < 2048) throw new Error('not an RSA key of 2048 bits')
    return key.export({ type: 'spki', format: 'der' }).toString('base64')
  } catch {
    throw new ProblemError([problem('work.public-key')])
  }
}
