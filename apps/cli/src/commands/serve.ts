// `lykta serve`: the server, on this machine alone or for a whole town by HTTPS, until it is told to stop.
import { type Desk, type DeskOptions, ensureWebApp, findMailFault, loadServing, openDesk, openMail, programVersion, webAppFolder } from '@lykta/server'
import { problem, ProblemError } from '@lykta/incident'
import { type Command, type Context, UsageError } from '../command.ts'
import { makeFoundingCode } from '../founding-code.ts'
import { messages } from '../messages/messages.ts'
import { hearStopSignals } from '../stop-signals.ts'
import { openOptions } from '../with-desk.ts'

const defaultPort = 8417

export const serve: Command = {
  name: 'serve',
  takes: '',
  count: [0, 0],
  summary: { sv: 'starta servern', en: 'start the server' },
  details: {
    sv: 'Utan flaggor når bara den egna datorn servern (http://localhost). För andra behövs HTTPS och en fast adress: --origin https://lykta.example.se med --cert och --key, eller med --proxy för en proxy framför. Så länge nätverket inte har någon medlem skrivs en kod ut, som den som grundar det behöver.',
    en: 'Without options only this machine reaches the server (http://localhost). For others HTTPS and a lasting address are needed: --origin https://lykta.example.se with --cert and --key, or with --proxy for a proxy in front. As long as the network has no member, a code is printed that whoever founds it needs.',
  },
  options: {
    port: { type: 'string', value: 'N', help: { sv: `port (annars PORT, annars med --cert adressens, 443 om den inte nämner någon, annars ${defaultPort}; 0 tar en ledig)`, en: `port (else PORT, else with --cert the address’s, 443 unless it names one, else ${defaultPort}; 0 takes a free one)` } },
    host: { type: 'string', value: 'ADDRESS', help: { sv: 'adress att lyssna på (annars 127.0.0.1; 0.0.0.0 är alla)', en: 'address to listen on (else 127.0.0.1; 0.0.0.0 is all)' } },
    origin: { type: 'string', value: 'URL', help: { sv: 'adressen som användarna skriver: https://…; ändras inte sedan', en: 'the address that users type: https://…; does not change afterwards' } },
    cert: { type: 'string', value: 'FILE', help: { sv: 'certifikat (PEM)', en: 'certificate (PEM)' } },
    key: { type: 'string', value: 'FILE', help: { sv: 'certifikatets nyckel (PEM)', en: 'the certificate’s key (PEM)' } },
    proxy: { type: 'string', value: 'ADDRESS', help: { sv: 'IP-adress för den enda proxy som sköter HTTPS', en: 'IP address of the one proxy that does HTTPS' } },
    'oidc-issuer': { type: 'string', value: 'URL', help: { sv: 'kommunens identitetstjänst (OpenID Connect); medlemmar kan då logga in där', en: 'the town’s identity provider (OpenID Connect); members may then sign in there' } },
    'oidc-client-id': { type: 'string', value: 'ID', help: { sv: 'vad tjänsten kallar Lykta', en: 'what it calls Lykta' } },
    'oidc-secret': { type: 'string', value: 'FILE', help: { sv: 'fil med hemligheten (annars LYKTA_OIDC_SECRET)', en: 'file with the secret (else LYKTA_OIDC_SECRET)' } },
    'oidc-name': { type: 'string', value: 'NAME', help: { sv: 'vad folk kallar inloggningen (annars tjänstens värdnamn)', en: 'what people call the sign-in (else its host name)' } },
    'oidc-acr': { type: 'string', value: 'ACR', help: { sv: 'vad tjänsten kallar en inloggning med två faktorer; annars frågar Lykta efter den andra', en: 'what it calls a sign-in with two factors; else Lykta asks for the second one' } },
    template: { type: 'string', value: 'DIR', help: { sv: 'mapp med egna mallar (sv.md, en.md)', en: 'folder with templates of your own (sv.md, en.md)' } },
  },
  run: (context) => runServer(context),
}

/** `opening`: what `lykta start` does besides, when nothing is there yet. */
export async function runServer(context: Context, opening: Pick<DeskOptions, 'create' | 'prepare'> = {}): Promise<number> {
  const { given, environment: { variables }, language, print, say } = context
  const words = messages[language]
  const asked = portOf(given.text('port') ?? variables['PORT'], words.badPort)
  const { findTemplates, forgetUnreadable, listen, makeApp, nameOfMachine, readProvider, readReach, readSecret } = await loadServing()
  const host = given.text('host') ?? '127.0.0.1'
  const { site, tls } = await readReach({ host, origin: given.text('origin'), cert: given.text('cert'), key: given.text('key'), proxy: given.text('proxy') })
  // With a certificate of its own it is what browsers come to, at the address's own port.
  const own = tls && site.origin !== undefined ? Number(new URL(site.origin).port || 443) : undefined
  const port = asked ?? own ?? defaultPort
  const provider = await readProvider({
    issuer: given.text('oidc-issuer'), clientId: given.text('oidc-client-id'), secret: variables['LYKTA_OIDC_SECRET'], secretFile: given.text('oidc-secret'), name: given.text('oidc-name'),
    acr: given.text('oidc-acr'), reached: site.origin !== undefined,
  })
  // What others reach begins empty: there is nobody at the machine to show the sample to.
  const opens = site.origin === undefined ? opening : { create: true, empty: true }
  const mail = mailOf(variables)
  const templates = await findTemplates(given.text('template'))
  const lost = Promise.withResolvers<'lost'>()
  const desk = await openDesk({ ...openOptions(context), ...opens, serve: { address: words.starting }, onLost: () => lost.resolve('lost') })
  const { told } = hearStopSignals()
  const stopping = new AbortController()
  try {
    // After the folder is ours: a second server is refused before it builds anything.
    await ensureWebApp(say)
    const foundingCode = site.origin === undefined ? undefined : await findFoundingCode(desk)
    const secret = await readSecret(desk.register.dataFolder, variables['LYKTA_SECRET'])
    const forgotten = await forgetUnreadable(desk.register.signIn, secret)
    if (forgotten > 0) say(words.secondFactorsForgotten(forgotten))
    const app = makeApp({ desk, version: programVersion, log: say, webApp: webAppFolder, templates, stopping: stopping.signal, site, secret, mail, provider, foundingCode, triesOut: opening.prepare !== undefined })
    const listening = await listen(app, port, host, undefined, tls)
    const address = site.origin ?? (await nameOfMachine(listening.address))
    await desk.register.announce(address)
    print(address)
    const bound = Number(new URL(listening.address).port || 443)
    if (own !== undefined && own !== bound) say(words.otherPort(bound, own))
    say(desk.network.name === '' ? words.servingNothing : words.serving(desk.network.name, desk.network.sample))
    if (foundingCode !== undefined) say(words.foundingCode(`${site.origin}/found`, foundingCode))
    const reason = await Promise.race([told, lost.promise])
    if (reason === 'lost') say(words.databaseLost)
    stopping.abort()
    await listening.stop()
    return reason === 'lost' ? 1 : 0
  } finally {
    mail?.close()
    await desk.close()
  }
}

/** Anew with each start, until somebody has used it. */
async function findFoundingCode(desk: Desk): Promise<string | undefined> {
  const { hasMembers } = await loadServing()
  return (await hasMembers(desk)) ? undefined : makeFoundingCode()
}

function mailOf(variables: Readonly<Record<string, string | undefined>>) {
  const url = variables['LYKTA_SMTP_URL']
  if (!url) return undefined
  const options = { url, from: variables['LYKTA_MAIL_FROM'] ?? '' }
  const fault = findMailFault(options)
  if (fault) throw new ProblemError([problem(fault)])
  return openMail(options)
}

function portOf(text: string | undefined, wording: string): number | undefined {
  if (text === undefined || text === '') return undefined
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new UsageError(wording)
  return port
}
