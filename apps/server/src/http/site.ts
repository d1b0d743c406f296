// Where the server is reached: on this machine alone, or under one HTTPS origin.

export type Site = {
  /** https://…, without a path; undefined on this machine alone. Passkeys and cookies are bound to it. */
  readonly origin: string | undefined
  /** Address of the one reverse proxy whose word about the client and the protocol is taken. */
  readonly proxy: string | undefined
}

/** Whoever reaches it sits at this machine. */
export const thisMachine: Site = { origin: undefined, proxy: undefined }

/** A cookie of that name is refused by browsers without Secure, or when another host or path has set it. */
export function cookieName({ origin }: Site, name: string): string {
  return origin === undefined ? `lykta-${name}` : `__Host-lykta-${name}`
}

/** For `Set-Cookie`; `seconds` 0 takes it away. */
export function renderCookie(site: Site, name: string, value: string, seconds: number): string {
  return `${cookieName(site, name)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${site.origin === undefined ? '' : '; Secure'}`
}

/** The values that Lykta sets need no decoding. */
export function findCookie(site: Site, headers: Headers, name: string): string | undefined {
  const start = `${cookieName(site, name)}=`
  return (headers.get('cookie') ?? '').split(';').map((part) => part.trim()).find((part) => part.startsWith(start))?.slice(start.length)
}
