// The indicator guide of a network, as anybody may read it: a page and a PDF, kept as long as nothing in them changes.
import { createHash } from 'node:crypto'
import { catalogueOf, type Language } from '@lykta/incident'
import { guideWords, makeGuide, paperPage, paperPdf, type PublicationDocument } from '@lykta/publication'
import { inNetwork, readLastChange, readOwnIndicators } from '@lykta/register'
import { createPdfCompiler } from '../adapters/compile-pdf.ts'
import { readWebFonts } from '../adapters/fonts.ts'
import type { Desk } from './desk.ts'
import { findSettings } from './network-settings.ts'

export const guideFiles = ['index.html', 'guide.pdf'] as const
export type GuideFile = (typeof guideFiles)[number]

/** So many are kept: two languages of page and PDF, for a network and the sample beside it. */
const most = 8
const kept = new Map<string, Promise<Uint8Array>>()
const compilePdf = createPdfCompiler()

/** Whoever asks: what it says is meant to be put up. */
export async function readGuide(desk: Desk, language: Language, file: GuideFile): Promise<Uint8Array> {
  const document = await guideOf(desk, language)
  const key = createHash('sha256').update(`${file}\n${JSON.stringify(document)}`).digest('hex')
  const found = kept.get(key) ?? render(document, file)
  kept.delete(key)
  kept.set(key, found)
  // What could not be made is tried again; the one longest not asked for makes room.
  found.catch(() => kept.delete(key))
  for (const [oldest] of kept) if (kept.size > most) kept.delete(oldest)
  return found
}

async function guideOf({ register, network, today }: Desk, language: Language): Promise<PublicationDocument> {
  const { own, settings } = await inNetwork(register, { network: network.id, member: 'operator' }, async (transaction) => ({
    own: await readOwnIndicators(transaction, await readLastChange(transaction)),
    settings: await findSettings(transaction),
  }))
  return makeGuide({ language, network, catalogue: catalogueOf(own.map(({ indicator }) => indicator)), numbers: settings?.emergencyNumbers ?? [], day: today() })
}

async function render(document: PublicationDocument, file: GuideFile): Promise<Uint8Array> {
  if (file === 'guide.pdf') return paperPdf({ document, createdAt: new Date(0) }, { compilePdf })
  const { language } = document
  const other = language === 'sv' ? 'en' : 'sv'
  const { ways } = guideWords[language]
  return paperPage(
    { document, ways: [{ href: 'guide.pdf', label: ways.pdf }, { href: `../${other}/`, label: ways.other, language: other }] },
    { digest: async (bytes) => createHash('sha256').update(bytes).digest('hex'), fonts: readWebFonts() },
  )
}
