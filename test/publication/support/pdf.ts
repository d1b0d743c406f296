// A PDF's lines of text, and what its structure says, read without the program that wrote it.
import { getDocumentProxy } from 'unpdf'

export type Pdf = {
  /** Text that stands at one height, from left to right. */
  readonly lines: readonly string[]
  readonly pages: number
  /** Roles of the structure tree in reading order, with alternative texts. */
  readonly roles: readonly { readonly role: string; readonly alt: string | null }[]
  readonly language: string | undefined
  readonly title: string | undefined
  readonly xmp: string
  readonly marked: boolean
}

type Node = { readonly role?: string; readonly alt?: string; readonly children?: readonly Node[] }
type Item = { readonly str: string; readonly transform: readonly number[] }

export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const lines: string[] = []
  const roles: { role: string; alt: string | null }[] = []
  const walk = (node: Node | null): void => {
    if (!node) return
    if (node.role !== undefined) roles.push({ role: node.role, alt: node.alt ?? null })
    for (const child of node.children ?? []) walk(child)
  }
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const content = await page.getTextContent()
    const items = (content.items as readonly Partial<Item>[]).filter((item): item is Item => typeof item.str === 'string' && item.str.trim() !== '')
    const heights = Map.groupBy(items, (item) => Math.round(item.transform[5]! / 2))
    for (const [, line] of [...heights].toSorted(([a], [b]) => b - a)) {
      lines.push(line.toSorted((a, b) => a.transform[4]! - b.transform[4]!).map(({ str }) => str).join(' ').replace(/\s+/g, ' ').trim())
    }
    walk((await page.getStructTree()) as Node | null)
  }
  const { info } = (await document.getMetadata()) as unknown as { readonly info: Readonly<Record<string, unknown>> }
  return {
    lines,
    pages: document.numPages,
    roles,
    language: typeof info['Language'] === 'string' ? info['Language'] : undefined,
    title: typeof info['Title'] === 'string' ? info['Title'] : undefined,
    xmp: /<\?xpacket begin[\s\S]*?<\?xpacket end/.exec(Buffer.from(bytes).toString('utf8'))?.[0] ?? '',
    marked: ((await document.getMarkInfo()) as { Marked?: boolean } | null)?.Marked === true,
  }
}
