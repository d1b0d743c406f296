// The built web app: its files for ever, its page for every address that is not a file.
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

export function webAppRoutes(folder: string): Hono {
  const app = new Hono()
  app.use('/assets/*', async (context, next) => {
    await next()
    // Their names hold a hash of their content.
    if (context.res.status === 200) context.res.headers.set('cache-control', 'public, max-age=31536000, immutable')
  })
  app.use('/*', serveStatic({ root: folder, rewriteRequestPath: (path) => (path === '/' ? '/index.html' : path) }))
  app.get('/*', serveStatic({ path: `${folder}/index.html` }))
  return app
}
