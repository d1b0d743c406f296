// The identity provider that a town may have (OpenID Connect): where to send somebody who signs in there, and who its answer says she is.
import { z } from 'zod'
import { absoluteSeconds } from '../sign-in-settings.ts'
import { fetchJson, isSafeAddress } from './fetch-json.ts'
import { ProviderFault } from './provider-fault.ts'

export type ProviderSettings = {
  /** https://…, exactly as it calls itself. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** As people know it: "Sign in with …". */
  readonly name: string
  /** What it calls a sign-in with two factors (acr); with none of these Lykta asks for the second one itself. */
  readonly acr: readonly string[]
  /** http on this machine itself will do. */
  readonly here: boolean
}

/** What only the browser that began, and the provider, may know. */
export type Begun = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly redirectUri: string
  /** She shows herself there also when she is signed in there. */
  readonly anew: boolean
}
/** What the provider gave the browser to bring back. */
export type Brought = { readonly state: string; readonly code?: string | undefined; readonly error?: string | undefined; readonly iss?: string | undefined }

export type Subject = {
  readonly subject: string
  /** For her to recognise the account by. It lets nobody in: whoever runs the provider can give anybody any address. */
  readonly email: string | null
  /** With two factors, as the settings say. */
  readonly whole: boolean
  /** When she showed herself there; undefined where it does not say. */
  readonly shownAt: Date | undefined
}

export type Provider = {
  readonly name: string
  readonly issuer: string
  /** Where the browser goes. */
  readonly begin: (begun: Begun) => Promise<string>
  /** Refuses (`ProviderFault`) whatever is not an answer to this question, for Lykta, by this provider, and fresh. */
  readonly finish: (begun: Begun, brought: Brought) => Promise<Subject>
  /** Where one signs out there; undefined where it has no such place. */
  readonly findEnd: (afterwards: string) => Promise<string | undefined>
}

const address = z.string().max(2_000)
const discovered = z.object({
  issuer: address, authorization_endpoint: address, token_endpoint: address, jwks_uri: address, end_session_endpoint: address.optional(),
  response_modes_supported: z.array(z.string()).optional(), id_token_signing_alg_values_supported: z.array(z.string()).optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(), authorization_response_iss_parameter_supported: z.boolean().optional(),
})
type Discovered = z.output<typeof discovered>

const keySet = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(200) })
const tokens = z.object({ id_token: z.string().max(64 * 1024) })
const claims = z.object({
  sub: z.string().min(1).max(255), aud: z.union([z.string(), z.array(z.string())]), nonce: z.string(), azp: z.string().optional(), acr: z.string().optional(), auth_time: z.number().optional(),
  email: z.string().max(320).optional().catch(undefined),
})

/** Loaded when somebody signs in there: most servers have no provider. */
const oauth2 = () => import('@better-auth/core/oauth2')

/** By a key that the provider publishes: nothing unsigned, and nothing signed with a secret that both have. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']
/** How long what it says of itself is believed, in milliseconds. */
const keptFor = 3_600_000
/** Seconds: how far its clock may be from ours, and how old an answer may be. */
const skew = 60
const oldest = 300

export function makeProvider({ issuer, clientId, clientSecret, name, acr, here }: ProviderSettings): Provider {
  let known: { readonly about: Discovered; readonly until: number } | undefined

  async function discover(): Promise<Discovered> {
    if (known && known.until > Date.now()) return known.about
    const { status, body } = await fetchJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
    const parsed = discovered.safeParse(body)
    // Another issuer under this address would sign for people whom this one does not know.
    if (status !== 200 || !parsed.success || parsed.data.issuer !== issuer) throw new ProviderFault('unreachable')
    const { authorization_endpoint, token_endpoint, jwks_uri, end_session_endpoint } = parsed.data
    if ([authorization_endpoint, token_endpoint, jwks_uri, end_session_endpoint ?? issuer].some((one) => !isSafeAddress(one, here))) throw new ProviderFault('unreachable')
    known = { about: parsed.data, until: Date.now() + keptFor }
    return known.about
  }

  async function exchange(about: Discovered, { verifier, redirectUri }: Begun, code: string): Promise<string> {
    const { authorizationCodeRequest } = await oauth2()
    const methods = about.token_endpoint_auth_methods_supported
    const { body, headers } = await authorizationCodeRequest({
      code, codeVerifier: verifier, redirectURI: redirectUri, options: { clientId, clientSecret }, tokenEndpoint: about.token_endpoint,
      tokenEndpointAuth: { method: methods && !methods.includes('client_secret_basic') && methods.includes('client_secret_post') ? 'client_secret_post' : 'client_secret_basic' },
    })
    const answer = await fetchJson(about.token_endpoint, { method: 'POST', body, headers })
    if (answer.status === 401 || (answer.body as { readonly error?: unknown } | null)?.error === 'invalid_client') throw new ProviderFault('client')
    if (answer.status >= 500) throw new ProviderFault('unreachable')
    const parsed = tokens.safeParse(answer.body)
    // A code that was used, is too old, or was given to another browser.
    if (answer.status !== 200 || !parsed.success) throw new ProviderFault('answer')
    return parsed.data.id_token
  }

  async function verify(about: Discovered, token: string, nonce: string): Promise<z.output<typeof claims>> {
    const signed = about.id_token_signing_alg_values_supported ?? ['RS256']
    const { verifyJwsAccessToken } = await oauth2()
    const payload = await verifyJwsAccessToken(token, {
      // Kept for as long as `about` is; a key that is new is asked for.
      jwksCacheKey: about,
      jwksFetch: async () => {
        const { data: keys } = keySet.safeParse((await fetchJson(about.jwks_uri)).body)
        if (!keys) throw new ProviderFault('unreachable')
        return keys
      },
      verifyOptions: {
        issuer, audience: clientId, algorithms: algorithms.filter((one) => signed.includes(one)), requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat', 'nonce'],
        clockTolerance: skew, maxTokenAge: oldest,
      },
    }).catch((error: unknown) => {
      throw error instanceof ProviderFault ? error : new ProviderFault(reasonOf(error))
    })
    const { data } = claims.safeParse(payload)
    // A token for several is for Lykta only where it says that Lykta asked for it.
    const isOurs = data && data.nonce === nonce && (data.azp ?? (Array.isArray(data.aud) && data.aud.length > 1 ? undefined : clientId)) === clientId
    if (!isOurs) throw new ProviderFault('answer')
    return data
  }

  return {
    name,
    issuer,
    begin: async ({ state, nonce, verifier, redirectUri, anew }) => {
      const [about, { createAuthorizationURL }] = [await discover(), await oauth2()]
      return (await createAuthorizationURL({
        id: 'provider', options: { clientId }, authorizationEndpoint: about.authorization_endpoint, state, nonce, codeVerifier: verifier, redirectURI: redirectUri,
        scopes: ['openid', 'email'],
        // Behind #, the code reaches neither a log nor a proxy on its way back.
        ...(about.response_modes_supported?.includes('fragment') ? { responseMode: 'fragment' } : {}),
        ...(anew ? { prompt: 'login' } : {}),
        // As long as a session lasts here; and with it the answer says when she showed herself.
        additionalParams: { max_age: String(anew ? 0 : absoluteSeconds), ...(acr.length > 0 ? { acr_values: acr.join(' ') } : {}) },
      })).href
    },
    finish: async (begun, { state, code, error, iss }) => {
      if (state !== begun.state) throw new ProviderFault('answer')
      const about = await discover()
      // RFC 9207: an answer that another provider gave is not taken to this one.
      if (iss === undefined ? about.authorization_response_iss_parameter_supported === true : iss !== issuer) throw new ProviderFault('answer')
      if (error !== undefined) throw new ProviderFault(error === 'access_denied' ? 'denied' : 'refused')
      if (code === undefined) throw new ProviderFault('answer')
      const { sub, email, acr: level, auth_time: at } = await verify(about, await exchange(about, begun, code), begun.nonce)
      // One that did not ask her although it was to.
      if (at !== undefined && Date.now() / 1000 - at > (begun.anew ? oldest : absoluteSeconds) + skew) throw new ProviderFault('answer')
      return { subject: sub, email: email ?? null, whole: level !== undefined && acr.includes(level), shownAt: at === undefined ? undefined : new Date(Math.min(at * 1000, Date.now())) }
    },
    findEnd: async (afterwards) => {
      const { end_session_endpoint: end } = await discover()
      if (end === undefined) return undefined
      const url = new URL(end)
      url.searchParams.set('client_id', clientId)
      url.searchParams.set('post_logout_redirect_uri', afterwards)
      return url.href
    },
  }
}

/** By the code of the error; its message may quote the token. */
function reasonOf(error: unknown): 'clock' | 'keys' | 'answer' | 'unreachable' {
  const { code, claim, reason } = error as { readonly code?: string; readonly claim?: string; readonly reason?: string }
  if (code === 'ERR_JWT_EXPIRED' || (code === 'ERR_JWT_CLAIM_VALIDATION_FAILED' && reason === 'check_failed' && (claim === 'iat' || claim === 'nbf'))) return 'clock'
  if (code === 'ERR_JWKS_NO_MATCHING_KEY' || code === 'ERR_JWKS_MULTIPLE_MATCHING_KEYS' || code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED') return 'keys'
  return code === 'ERR_JWKS_TIMEOUT' || code === 'ERR_JWKS_INVALID' ? 'unreachable' : 'answer'
}
