// The built web app: its files for ever, its page for every address that is not a file.
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { notFound } from '../http/failure.ts'

export function webAppRoutes(folder: string): Hono {
  const app = new Hono()
  const files = serveStatic({ root: folder, precompressed: true })
  // Their names hold a hash of their content.
  for (const path of ['/assets/*', '/day/assets/*']) {
    app.get(path, async (context) => {
      const answer = await files(context, async () => {})
      if (!answer) return notFound(context)
      answer.headers.set('cache-control', 'public, max-age=31536000, immutable')
      return answer
    })
  }
  app.use('/*', serveStatic({ root: folder, rewriteRequestPath: (path) => (path === '/' ? '/index.html' : path) }))
  app.get('/*', serveStatic({ path: `${folder}/index.html` }))
  return app
}
