// The DOCX read back from its parts, without the library that wrote it.
import { unzipSync } from 'fflate'
import { DOMParser } from 'linkedom'
import { type Grid, type Parsed, squeezed } from './parsed.ts'

const parts = [
  /^\[Content_Types\]\.xml$/, /^_rels\/\.rels$/, /^docProps\/(?:app|core|custom)\.xml$/, /^word\/_rels\/\w+\.xml\.rels$/, /^word\/(?:document|endnotes|fontTable|footer1|footnotes|header1|numbering|settings|styles)\.xml$/,
  /^word\/media\/image\d+\.png$/, /^word\/theme\/theme1\.xml$/,
]

export type ParsedDocx = Parsed & { readonly pictures: readonly Uint8Array[]; readonly xml: ReadonlyMap<string, Document> }

export function parseDocx(bytes: Uint8Array, contentsCaption: string): ParsedDocx {
  const files = new Map(Object.entries(unzipSync(bytes)))
  const stray = [...files.keys()].filter((path) => !parts.some((part) => part.test(path)))
  const xml = new Map<string, Document>()
  for (const [path, content] of files) {
    if (!/\.(?:xml|rels)$/.test(path)) continue
    const text = new TextDecoder().decode(content)
    stray.push(...[...text.matchAll(/<!--[\s\S]*?-->/g)].map(([comment]) => `${path}: ${comment}`))
    xml.set(path, new DOMParser().parseFromString(text, 'text/xml') as unknown as Document)
  }
  const document = xml.get('word/document.xml')!
  const relations = new Map(named(xml.get('word/_rels/document.xml.rels')!, 'Relationship').map((one) => [one.getAttribute('Id')!, one.getAttribute('Target')!]))
  const grids: Grid[] = []
  const prose: string[] = []
  let caption = ''
  for (const block of named(document, 'w:body')[0]!.children) {
    if (block.tagName === 'w:tbl') {
      if (caption !== contentsCaption) grids.push(gridOf(block, caption))
      continue
    }
    const style = named(block, 'w:pStyle')[0]?.getAttribute('w:val') ?? ''
    const text = textOf(block)
    if (style === 'Caption') caption = text.replace(/^\S+ \d*\. ?/, '')
    if (style === 'Contents' || style === 'ContentsTitle' || text === '') continue
    prose.push(style === 'Caption' ? caption : text)
  }
  for (const path of ['word/footer1.xml', 'word/footnotes.xml', 'word/endnotes.xml']) prose.push(...named(xml.get(path)!, 'w:p').map(textOf).filter((text) => text !== ''))
  for (const path of ['docProps/app.xml', 'docProps/custom.xml', 'word/settings.xml']) stray.push(...named(xml.get(path)!, 'vt:lpwstr').map((one) => `${path}: ${one.textContent}`))
  const core = xml.get('docProps/core.xml')!
  const meta = [...named(xml.get('word/header1.xml')!, 'w:p').map(textOf), ...['dc:title', 'dc:subject', 'dc:creator', 'dc:description', 'cp:keywords', 'cp:category'].flatMap((name) => named(core, name).map((one) => one.textContent))]
  const drawings = named(document, 'w:drawing')
  const alts = drawings.map((one) => named(one, 'wp:docPr')[0]!.getAttribute('descr')!)
  const pictures = drawings.map((one) => files.get(`word/${relations.get(named(one, 'a:blip')[0]!.getAttribute('r:embed')!)!}`)!)
  if ([...files.keys()].filter((path) => path.startsWith('word/media/')).length !== pictures.length) stray.push('a picture that the text does not show')
  return { grids, alts, drawn: pictures.map(() => []), prose, meta, stray, pictures, xml }
}

const named = (node: Document | Element, name: string): readonly Element[] => [...node.getElementsByTagName(name)]

/** Text that is seen, and text that is hidden, deleted or instructs a field alike. */
function textOf(node: Element): string {
  return squeezed([...node.querySelectorAll('*')].map((one) => (one.tagName === 'w:t' || one.tagName === 'w:delText' ? one.textContent : one.tagName === 'w:br' || one.tagName === 'w:tab' ? ' ' : '')).join(''))
}

function gridOf(table: Element, caption: string): Grid {
  const [head, ...rows] = named(table, 'w:tr').map((row) => named(row, 'w:tc').map((cell) => squeezed(named(cell, 'w:p').map(textOf).join(' '))))
  return { caption, head: head!, rows }
}
