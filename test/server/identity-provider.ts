// A certified OpenID provider on this machine, with accounts of its own: whoever runs one for a town has something like it.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export type Account = { readonly id: string; readonly email: string }
/** What it calls a sign-in with two factors. */
export const twoFactors = 'urn:example:two-factors'

export type IdentityProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Who sits there, with how much; undefined: it shows a page and asks. `denies`: she says no. */
  sitting: { readonly account: string; readonly acr?: string; readonly denies?: boolean } | undefined
  /** What a browser brings back from `address`, without following the last step. It keeps the provider's cookies. */
  readonly visit: (address: string) => Promise<Record<string, string> & { readonly state: string }>
  /** Signs out there: a new browser. */
  readonly forget: () => void
  readonly close: () => Promise<void>
}

export type IdentityProviderOptions = { readonly accounts: readonly Account[]; readonly redirectUri: string; readonly afterwards: string }

export async function startIdentityProvider({ accounts, redirectUri, afterwards }: IdentityProviderOptions): Promise<IdentityProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const [clientId, clientSecret] = ['lykta', randomBytes(24).toString('base64url')]
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri], post_logout_redirect_uris: [afterwards], response_types: ['code'], grant_types: ['authorization_code'] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'first', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    acrValues: [twoFactors],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], acr: null, auth_time: null, iss: null, sid: null },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true, logoutSource } },
    interactions: { url: (_: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, id: string) => {
      const account = accounts.find((one) => one.id === id)
      return account && { accountId: id, claims: () => ({ sub: id, email: account.email, email_verified: true }) }
    },
    loadExistingGrant: async (context: { readonly oidc: { readonly provider: { readonly Grant: new (of: object) => { addOIDCScope: (scope: string) => void; save: () => Promise<string> } }; readonly client: { readonly clientId: string }; readonly session: { readonly accountId: string } } }) => {
      const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  const made: { sitting: IdentityProvider['sitting'] } = { sitting: undefined }
  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    if (!url.pathname.startsWith('/interaction/')) return void answer(request, response)
    void (async () => {
      const chosen = made.sitting ?? (url.searchParams.has('account') ? { account: url.searchParams.get('account')!, acr: url.searchParams.get('acr') ?? undefined, denies: url.searchParams.has('no') } : undefined)
      if (!chosen) {
        response.setHeader('content-type', 'text/html; charset=utf-8')
        const links = accounts.flatMap(({ id, email }) => [`<li><a href="?account=${id}">${email}</a></li>`, `<li><a href="?account=${id}&acr=${twoFactors}">${email}, two factors</a></li>`])
        return void response.end(`<!doctype html><html lang="sv"><title>Kommunens inloggning</title><h1>Kommunens inloggning</h1><ul>${links.join('')}<li><a href="?account=x&no">Avbryt</a></li></ul>`)
      }
      const result = chosen.denies ? { error: 'access_denied', error_description: 'marker-in-the-description' } : { login: { accountId: chosen.account, ...(chosen.acr && { acr: chosen.acr }) } }
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
    })()
  })
  const jar = new Map<string, string>()
  return Object.assign(made, {
    issuer, clientId, clientSecret,
    visit: (address: string) => visit(address, issuer, jar),
    forget: () => jar.clear(),
    close: () => close(server),
  })
}

/** Its own page asks others for fonts. */
function logoutSource(context: { body: string }, form: string): void {
  context.body = `<!doctype html><html lang="sv"><title>Logga ut</title><h1>Logga ut?</h1>${form}<button form="op.logoutForm" name="logout" value="yes">Ja</button>`
}

async function visit(address: string, issuer: string, jar: Map<string, string>): Promise<Record<string, string> & { readonly state: string }> {
  let next = address
  for (let steps = 0; next.startsWith(issuer) && steps < 10; steps += 1) {
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (value === '') jar.delete(name)
      else jar.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`the provider stopped at ${new URL(next).pathname}: ${answer.status}`)
    next = new URL(location, next).href
  }
  const { search, hash } = new URL(next)
  return Object.fromEntries(new URLSearchParams(hash === '' ? search : hash.slice(1))) as Record<string, string> & { state: string }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
