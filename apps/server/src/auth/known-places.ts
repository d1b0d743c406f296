// Where somebody has signed in before: there her attempts are counted by themselves, so that a stranger who tries her password elsewhere
// keeps nobody but strangers waiting.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { findCookie, renderCookie, type Site } from '../http/site.ts'

export type KnownPlaces = {
  /** What an attempt is counted under, whether or not there is such an account. */
  readonly countedAs: (email: string, address: string, headers: Headers) => string
  /** The browser, where somebody has signed in with it, whoever it was: it does not wait with all who share its address. */
  readonly findBrowser: (headers: Headers) => string | undefined
  /** After a whole sign-in. Set-Cookie for that browser; the address is remembered until the server stops. */
  readonly remember: (email: string, address: string, headers: Headers) => string
}

export type KnownPlacesOptions = { readonly site: Site; readonly secret: string }

const year = 365 * 24 * 3600
/** People who share a computer, and addresses altogether. */
const mostPeople = 4
const mostAddresses = 10_000
const cookie = 'known'

/**
 * The cookie holds a random name for the browser, and a proof that only this server makes for the name and for each who has signed in there. It lets
 * nobody in, and tells nobody who it was.
 */
export function makeKnownPlaces({ site, secret }: KnownPlacesOptions): KnownPlaces {
  const key = createHmac('sha256', secret).update('lykta known place v1').digest()
  const addressKey = randomBytes(32)
  const addresses = new Set<string>()
  const proofOf = (browser: string, email: string): string => createHmac('sha256', key).update(`${browser}\n${email}`).digest('base64url').slice(0, 22)
  const addressOf = (email: string, address: string): string => createHmac('sha256', addressKey).update(`${email}\n${address}`).digest('base64url')
  const isProof = (proof: string, browser: string, email: string): boolean => timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(browser, email)))
  /** The name's own proof is one for nobody, and stands first. */
  const browserOf = (headers: Headers): { readonly browser: string; readonly proofs: readonly string[] } | undefined => {
    const value = findCookie(site, headers, cookie)
    if (value === undefined || !/^[\w-]{22}(?:\.[\w-]{22}){2,5}$/.test(value)) return undefined
    const [browser = '', seal = '', ...proofs] = value.split('.')
    return isProof(seal, browser, '') ? { browser, proofs } : undefined
  }
  return {
    countedAs: (email, address, headers) => {
      const known = browserOf(headers)
      if (known?.proofs.some((proof) => isProof(proof, known.browser, email))) return `account:${email} in ${known.browser}`
      return addresses.has(addressOf(email, address)) ? `account:${email} at ${address}` : `account:${email}`
    },
    findBrowser: (headers) => browserOf(headers)?.browser,
    remember: (email, address, headers) => {
      const place = addressOf(email, address)
      // The newest last; the oldest makes room.
      addresses.delete(place)
      addresses.add(place)
      if (addresses.size > mostAddresses) addresses.delete(addresses.values().next().value!)
      const { browser, proofs } = browserOf(headers) ?? { browser: randomBytes(16).toString('base64url'), proofs: [] }
      const own = proofOf(browser, email)
      return renderCookie(site, cookie, [browser, proofOf(browser, ''), ...[own, ...proofs.filter((proof) => proof !== own)].slice(0, mostPeople)].join('.'), year)
    },
  }
}
