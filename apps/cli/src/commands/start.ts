// `lykta start`, what `npm start` runs: the sample network on the first run, then the server.
import { foundSampleNetwork } from '@lykta/server'
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
    onEmpty: async (register) => {
      context.say(messages[context.language].makingSample)
      const { passphrase } = await foundSampleNetwork(register)
      context.say(messages[context.language].sampleMade(passphrase))
    },
  }),
}
