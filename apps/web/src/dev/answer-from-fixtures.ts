// Lets Vite's own server answer /api from the stand-in; LYKTA_STANDIN=empty or broken shows the other states.
import type { Plugin } from 'vite'
import { type StandInKind, StandInServer } from './stand-in-server.ts'

export function answerFromFixtures(): Plugin {
  return {
    name: 'lykta-answer-from-fixtures',
    configureServer({ middlewares }) {
      const server = new StandInServer((process.env['LYKTA_STANDIN'] ?? 'full') as StandInKind)
      middlewares.use('/api', (request, response) => {
        const chunks: Buffer[] = []
        request.on('data', (chunk: Buffer) => chunks.push(chunk))
        request.on('end', () => {
          const { status, body } = server.answer({ method: request.method ?? 'GET', url: `/api${request.url ?? ''}`, body: Buffer.concat(chunks).toString('utf8') })
          response.writeHead(status, { 'content-type': status === 200 ? 'application/json' : 'application/problem+json' }).end(JSON.stringify(body))
        })
      })
    },
  }
}
