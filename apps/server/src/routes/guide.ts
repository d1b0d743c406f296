// /guide: the indicator guide and its posters, public pages in both languages and their PDFs.
import { Hono } from 'hono'
import type { Env } from '../http/env.ts'
import { sendFile } from '../http/edition-files.ts'
import { paperPolicy, renderPolicy } from '../http/headers.ts'
import { notFound } from '../http/failure.ts'

/** What makes it brings the compiler of PDFs along: a server that nobody asks for the guide starts without. */
const loadGuide = () => import('../work/guide.ts')

export function guideRoutes(): Hono<Env> {
  return new Hono<Env>()
    .get('/guide', (context) => context.redirect('/guide/sv/'))
    .get('/guide/:language/*', async (context) => {
      const language = context.req.param('language')
      if (language !== 'sv' && language !== 'en') return notFound(context)
      const { guideFiles, readGuide } = await loadGuide()
      const path = context.req.path.slice(`/guide/${language}/`.length).replace(/(?<=^|\/)$/, 'index.html')
      const file = guideFiles.find((one) => one === path)
      if (file === undefined) return notFound(context)
      const bytes = await readGuide(context.var.desk, language, file)
      if (file.endsWith('.pdf')) return sendFile(context, file, bytes, `lykta-${language}`) ?? notFound(context)
      return context.body(new Uint8Array(bytes), 200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': renderPolicy(paperPolicy(new TextDecoder().decode(bytes))) })
    })
}
