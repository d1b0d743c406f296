// The identity provider as the command line and the environment name it; nothing of it is asked of it before somebody signs in.
import { readFile } from 'node:fs/promises'
import { problem, ProblemError } from '@lykta/incident'
import { isSafeAddress } from './fetch-json.ts'
import type { ProviderSettings } from './provider.ts'

export type ProviderOptions = {
  readonly issuer: string | undefined
  readonly clientId: string | undefined
  /** The secret itself comes by the environment or a file: an argument is seen by everybody on the machine. */
  readonly secret: string | undefined
  readonly secretFile: string | undefined
  readonly name: string | undefined
  /** One or several, between spaces. */
  readonly acr: string | undefined
  /** Whether others than this machine reach Lykta. */
  readonly reached: boolean
}

const refuse = (code: string, values: Readonly<Record<string, string>> = {}): never => {
  throw new ProblemError([problem(code, values)])
}

/** Undefined where none is named. Refuses (`ProblemError`) half a configuration. */
export async function readProvider({ issuer, clientId, secret, secretFile, name, acr, reached }: ProviderOptions): Promise<ProviderSettings | undefined> {
  if (issuer === undefined) return clientId === undefined && name === undefined && acr === undefined && secretFile === undefined ? undefined : refuse('server.provider-incomplete')
  if (!isIssuer(issuer, !reached)) return refuse('server.provider-issuer')
  if (clientId === undefined || clientId === '') return refuse('server.provider-incomplete')
  const clientSecret = (secretFile === undefined ? secret ?? '' : await readFile(secretFile, 'utf8').catch(() => refuse('server.provider-secret-file', { file: secretFile }))).trim()
  if (clientSecret === '') return refuse('server.provider-incomplete')
  const shown = (name ?? new URL(issuer).hostname).trim()
  if (shown === '' || shown.length > 60) return refuse('server.provider-name')
  return { issuer, clientId, clientSecret, name: shown, acr: (acr ?? '').split(/\s+/).filter((one) => one !== ''), here: !reached }
}

/** As the provider writes it itself, the stroke at the end included; neither ? nor # belongs to it. */
function isIssuer(text: string, here: boolean): boolean {
  return isSafeAddress(text, here) && new URL(text).search === '' && new URL(text).hash === '' && !/[?#]/.test(text)
}
