// What the library draws by lot or from the clock is settled: ids in the order in which they stand, the edition's day, fixed times in the archive.
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { Language } from '@lykta/incident'

/** The earliest moment that the archive format knows; its times are local, so that a zone would else move them. */
export const archiveTime = new Date(1980, 0, 1)

export type Settling = {
  readonly language: Language
  readonly createdAt: Date
  /** Pictures by the line that stands in for each. */
  readonly drawn: ReadonlyMap<string, Uint8Array>
}

export function settleDocx(packed: Uint8Array, { language, createdAt, drawn }: Settling): Uint8Array {
  const parts = unzipSync(packed)
  // Relationships to addresses outside carry a random id, the same one in the text; bookmarks and pictures one that goes on from document to document.
  const [links, bookmarks, pictures] = [ordinals(), ordinals(), ordinals()]
  const settled = (text: string): string => text
    .replace(/rId[a-z0-9_-]{21}(?=")/g, (id) => `rIdLink${links(id)}`)
    .replace(/(<w:bookmark(?:Start|End)\b[^>]*w:id=")(\d+)/g, (_, before: string, id: string) => `${before}${bookmarks(id)}`)
    .replace(/(?<=<wp:docPr id=")\d+/g, (id) => String(pictures(id)))
  const moment = createdAt.toISOString().replace('.000', '')
  const files: Zippable = {}
  // The list of content types comes first: some readers look at nothing else to know what the archive is.
  for (const path of Object.keys(parts).toSorted((a, b) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml') || (a < b ? -1 : 1))) {
    const bytes = parts[path]!
    files[path] = /\.(?:xml|rels)$/.test(path) ? strToU8(path === 'docProps/core.xml' ? core(strFromU8(bytes), moment, language) : settled(strFromU8(bytes))) : (drawn.get(strFromU8(bytes)) ?? bytes)
  }
  return zipSync(files, { mtime: archiveTime, level: 9, os: 0 })
}

/** Numbers each thing by when it was first met, from 1. */
function ordinals(): (id: string) => number {
  const met = new Map<string, number>()
  return (id) => {
    const number = met.get(id) ?? met.size + 1
    met.set(id, number)
    return number
  }
}

function core(xml: string, moment: string, language: Language): string {
  const dated = xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`)
  return dated.includes('<dc:language>') ? dated : dated.replace('</cp:coreProperties>', `<dc:language>${language}</dc:language></cp:coreProperties>`)
}
