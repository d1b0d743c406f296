// `lykta start`, what `npm start` runs: the sample network on the first run, then the server.
import { ensureSampleNetwork } from '@lykta/server'
import type { Command } from '../command.ts'
import { messages } from '../messages/messages.ts'
import { runServer, serve } from './serve.ts'

export const start: Command = {
  name: 'start',
  takes: '',
  count: [0, 0],
  summary: { sv: 'prova: gör exempelnätverket första gången, och starta servern', en: 'try it: make the sample network on the first run, and start the server' },
  options: serve.options,
  run: (context) => runServer(context, {
    create: true,
    prepare: (register) => ensureSampleNetwork(register, (passphrase) => context.say(messages[context.language].sampleMade(passphrase))),
  }),
}
