// `lykta serve`: the server on loopback, until it is told to stop.
import { type DeskOptions, ensureWebApp, loadServing, openDesk, programVersion, webAppFolder } from '@lykta/server'
import { type Command, type Context, UsageError } from '../command.ts'
import { messages } from '../messages/messages.ts'
import { hearStopSignals } from '../stop-signals.ts'
import { openOptions } from '../with-desk.ts'

const defaultPort = 8417

export const serve: Command = {
  name: 'serve',
  takes: '',
  count: [0, 0],
  summary: { sv: 'starta servern på den här datorn', en: 'start the server on this machine' },
  details: {
    sv: 'Lyssnar bara på den egna datorn (loopback): inloggning finns inte ännu, så vem som än når servern ser allt.',
    en: 'Listens on this machine only (loopback): there is no sign-in yet, so whoever reaches the server sees everything.',
  },
  options: {
    port: { type: 'string', value: 'N', help: { sv: `port (annars PORT, annars ${defaultPort}; 0 tar en ledig)`, en: `port (else PORT, else ${defaultPort}; 0 takes a free one)` } },
    host: { type: 'string', value: 'ADDRESS', help: { sv: 'bara 127.0.0.1, ::1 eller localhost', en: 'only 127.0.0.1, ::1 or localhost' } },
    template: { type: 'string', value: 'DIR', help: { sv: 'mapp med egna mallar (sv.md, en.md)', en: 'folder with templates of your own (sv.md, en.md)' } },
  },
  run: (context) => runServer(context),
}

/** `opening`: what `lykta start` does besides, when nothing is there yet. */
export async function runServer(context: Context, opening: Pick<DeskOptions, 'create' | 'prepare'> = {}): Promise<number> {
  const { given, environment, language, print, say } = context
  const words = messages[language]
  const port = portOf(given.text('port') ?? environment.variables['PORT'], words.badPort)
  const { findLoopback, findTemplates, listen, makeApp } = await loadServing()
  const host = findLoopback(given.text('host') ?? '127.0.0.1')
  const templates = await findTemplates(given.text('template'))
  const lost = Promise.withResolvers<'lost'>()
  const desk = await openDesk({ ...openOptions(context), ...opening, serve: { address: words.starting }, onLost: () => lost.resolve('lost') })
  const { told } = hearStopSignals()
  const stopping = new AbortController()
  try {
    // After the folder is ours: a second server is refused before it builds anything.
    await ensureWebApp(say)
    const app = makeApp({ desk, version: programVersion, log: say, webApp: webAppFolder, templates, stopping: stopping.signal })
    const listening = await listen(app, port, host)
    await desk.register.announce(listening.address)
    print(listening.address)
    say(words.serving(desk.network.name, desk.network.sample))
    const reason = await Promise.race([told, lost.promise])
    if (reason === 'lost') say(words.databaseLost)
    stopping.abort()
    await listening.stop()
    return reason === 'lost' ? 1 : 0
  } finally {
    await desk.close()
  }
}

function portOf(text: string | undefined, wording: string): number {
  if (text === undefined || text === '') return defaultPort
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new UsageError(wording)
  return port
}
