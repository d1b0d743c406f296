// E-mail that says only that something is new; failures are told by their code alone.
import type { Language } from '@lykta/incident'
import type { Transporter } from 'nodemailer'

export type Letter = { readonly to: string; readonly language: Language }

export type Mail = {
  /** Undefined when the mail server has taken it; else the fault's code. */
  readonly send: (letter: Letter) => Promise<string | undefined>
  readonly close: () => void
}

export type MailOptions = {
  /** smtp: or smtps: with user and password, where the server asks for them. */
  readonly url: string
  readonly from: string
}

/** No reference, no name, no address to click on: a letter that is read by somebody else says nothing. */
const words: Readonly<Record<Language, { readonly subject: string; readonly text: string }>> = {
  sv: { subject: 'Något nytt i Lykta', text: 'Det finns något nytt för dig i Lykta. Öppna Lykta som du brukar och logga in.\n\nLykta skickar aldrig länkar, och frågar aldrig efter lösenord i brev.\n' },
  en: { subject: 'Something new in Lykta', text: 'There is something new for you in Lykta. Open Lykta as you usually do and sign in.\n\nLykta never sends links, and never asks for passwords in letters.\n' },
}

const loopback = /^(?:localhost|127\.0\.0\.1|\[::1\])$/

/** The option's problem; undefined when it can be used. */
export function findMailFault({ url, from }: MailOptions): 'mail.url' | 'mail.from' | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  if (!parsed || !['smtp:', 'smtps:'].includes(parsed.protocol) || parsed.hostname === '') return 'mail.url'
  return /^[^\s@<>]+@[^\s@<>]+$/.test(from) ? undefined : 'mail.from'
}

export function openMail({ url, from }: MailOptions): Mail {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  // Loaded with the first letter: most commands send none.
  let made: Promise<Transporter> | undefined
  const getTransport = (): Promise<Transporter> => (made ??= import('nodemailer').then(({ createTransport }) => createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    // Addresses and a password would otherwise cross the town in clear if somebody took the offer of TLS away.
    requireTLS: !secure && !loopback.test(hostname),
    // What stays on this machine needs none, and its certificate is rarely anybody's.
    ignoreTLS: loopback.test(hostname),
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000,
    disableFileAccess: true, disableUrlAccess: true,
  })))
  return {
    send: async ({ to, language }) => {
      try {
        await (await getTransport()).sendMail({ from: { name: 'Lykta', address: from }, to: { name: '', address: to }, headers: { 'Auto-Submitted': 'auto-generated' }, ...words[language] })
        return undefined
      } catch (error) {
        return codeOf(error)
      }
    },
    close: () => void made?.then((transport) => transport.close(), () => {}),
  }
}

/** The message may quote an address. */
function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { readonly code?: unknown }
  return typeof code === 'string' && /^[A-Z0-9_]{1,30}$/.test(code) ? code : 'unknown'
}
