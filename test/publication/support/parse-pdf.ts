// The PDF read back by its structure tree: which text is a table's cell, a picture's word, or prose.
import { getDocumentProxy } from 'unpdf'
import { type Parsed, squeezed } from './parsed.ts'

type Node = { readonly role?: string; readonly alt?: string; readonly type?: string; readonly id?: string; readonly children?: readonly Node[] }
type Item = { readonly type?: string; readonly id?: string; readonly tag?: string; readonly str?: string; readonly hasEOL?: boolean }

type Mutable = { caption: string; head: readonly string[]; rows: (readonly string[])[] }

export async function parsePdf(bytes: Uint8Array, contentsCaption: string): Promise<Parsed & { readonly artifacts: readonly string[] }> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const grids: Mutable[] = []
  const [alts, prose, artifacts, stray]: string[][] = [[], [], [], []]
  const drawn: (readonly string[])[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { texts, artifact, loose } = readMarked((await page.getTextContent({ includeMarkedContent: true })).items)
    artifacts!.push(...artifact)
    stray!.push(...loose)
    const textOf = (node: Node): string => (node.type === 'content' ? (texts.get(node.id ?? '') ?? []).join('') : (node.children ?? []).map(textOf).join(node.role === 'P' ? '' : ' '))
    const rowsOf = (node: Node): readonly (readonly string[])[] => (node.role === 'TR' ? [(node.children ?? []).map((cell) => squeezed(textOf(cell)))] : (node.children ?? []).flatMap(rowsOf))
    const walk = (node: Node): void => {
      if (node.role === 'Table') {
        const part = (role: string): readonly Node[] => (node.children ?? []).filter((child) => child.role === role)
        const caption = squeezed(part('Caption').map(textOf).join(' ')).replace(/^\S+ \d+ /, '')
        // A table that runs over a page is met once on each, with its other rows empty.
        const rows = part('TBody').flatMap(rowsOf).filter((row) => row.some((cell) => cell !== ''))
        const last = grids.at(-1)
        if (caption === '' && last) last.rows.push(...rows)
        else grids.push({ caption, head: part('THead').flatMap(rowsOf)[0] ?? [], rows: [...rows] })
        return
      }
      if (node.role === 'Figure') {
        alts!.push(node.alt ?? '')
        drawn.push((node.children ?? []).flatMap((child) => texts.get(child.id ?? '') ?? []).map(squeezed).filter((text) => text !== ''))
        return
      }
      if (node.role === 'TOC') return
      if (/^(?:P|H\d|LI|Note|Title|Lbl|Caption)$/.test(node.role ?? '') || node.type === 'content') prose!.push(squeezed(textOf(node)))
      else for (const child of node.children ?? []) walk(child)
    }
    const tree = (await page.getStructTree()) as Node | null
    if (tree) walk(tree)
    for (const annotation of (await page.getAnnotations()) as readonly { subtype?: string; contentsObj?: { str?: string } }[]) {
      if (annotation.subtype !== 'Link') stray!.push(`annotation ${annotation.subtype}`)
    }
  }
  if (await document.getAttachments()) stray!.push('an attachment')
  const { info } = (await document.getMetadata()) as unknown as { readonly info: Readonly<Record<string, unknown>> }
  const meta = ['Title', 'Author', 'Subject', 'Keywords'].flatMap((name) => (typeof info[name] === 'string' && info[name] !== '' ? [info[name]] : []))
  return { grids: grids.filter(({ caption }) => caption !== contentsCaption), alts: alts!, drawn, prose: prose!.filter((text) => text !== ''), meta, stray: stray!, artifacts: artifacts! }
}

/** Text by the id of its marked content; what is no part of the content; what stands outside of any mark. */
function readMarked(items: readonly Item[]): { readonly texts: ReadonlyMap<string, readonly string[]>; readonly artifact: readonly string[]; readonly loose: readonly string[] } {
  const texts = new Map<string, string[]>()
  const [artifact, loose]: string[][] = [[], []]
  const open: (string | null)[] = []
  for (const item of items) {
    if (item.type?.startsWith('beginMarkedContent')) open.push(item.tag === 'Artifact' ? null : (item.id ?? open.at(-1) ?? null))
    else if (item.type === 'endMarkedContent') open.pop()
    else if (item.str !== undefined && (item.str !== '' || item.hasEOL)) {
      const at = open.at(-1)
      const text = item.str + (item.hasEOL ? ' ' : '')
      if (at === undefined) loose!.push(item.str)
      else if (at === null) artifact!.push(item.str)
      else texts.set(at, [...(texts.get(at) ?? []), text])
    }
  }
  return { texts, artifact: artifact!, loose: loose!.filter((text) => text.trim() !== '') }
}
