// An edition's files as the server gives them: their kinds by the ends of their names, their types, and how each is sent.
import type { Language } from '@lykta/incident'
import type { Context } from 'hono'
import type { EditionFile } from '../api/types.ts'
import { editionPolicy, renderPolicy } from './headers.ts'

const kinds: Readonly<Record<string, { readonly kind: EditionFile['kind']; readonly type: string }>> = {
  html: { kind: 'page', type: 'text/html; charset=utf-8' },
  pdf: { kind: 'pdf', type: 'application/pdf' },
  docx: { kind: 'docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  svg: { kind: 'svg', type: 'image/svg+xml' },
  csv: { kind: 'csv', type: 'text/csv; charset=utf-8' },
  json: { kind: 'json', type: 'application/json' },
  px: { kind: 'px', type: 'text/plain; charset=utf-8' },
}

const kindOf = (name: string) => kinds[name.slice(name.lastIndexOf('.') + 1)]

/** `at`: where they are found, "/editions/2019". */
export function filesOf(at: string, files: readonly { readonly path: string; readonly bytes: number }[]): readonly EditionFile[] {
  return files.map(({ path, bytes }) => {
    const href = `${at}/${path.replace(/index\.html$/, '')}`
    if (path === 'manifest.json') return { language: null, kind: 'manifest', table: null, href, bytes }
    const [language, ...rest] = path.split('/')
    const name = rest.join('/')
    const { kind } = kindOf(name)!
    return {
      language: language as Language,
      kind: name === 'report-archive.pdf' ? 'archive' : kind,
      table: kind === 'csv' || kind === 'json' || kind === 'px' ? name.replace(/^tables\/|\.\w+$/g, '') : null,
      href,
      bytes,
    }
  })
}

/** The path within an edition that an address below `prefix` names: a folder's is its page. */
export function pathOf(context: Context, prefix: string): string {
  const path = context.req.path.slice(prefix.length)
  return path.endsWith('/') ? `${path}index.html` : path
}

/** Pages are read here, in a frame of the app too; everything else is saved, under a name that begins with `about`. Undefined for what is no file of an edition. */
export function sendFile(context: Context, path: string, bytes: Uint8Array | undefined, about: string): Response | undefined {
  const kind = kindOf(path)
  if (!bytes || !kind) return undefined
  const headers: Record<string, string> = { 'content-type': kind.type }
  if (kind.kind === 'page') Object.assign(headers, { 'content-security-policy': renderPolicy(editionPolicy), 'x-frame-options': 'SAMEORIGIN' })
  else headers['content-disposition'] = `attachment; filename="${about}-${path.replaceAll('/', '-')}"`
  return context.body(new Uint8Array(bytes), 200, headers)
}
