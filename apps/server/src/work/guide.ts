// The indicator guide of a network and its posters, as anybody may read them: pages and PDFs, kept as long as nothing in them changes.
import { createHash } from 'node:crypto'
import { catalogueOf, type Language } from '@lykta/incident'
import { type GuideInput, guideWords, makeGuide, makePoster, paperPage, paperPdf, type PosterId, posterIds, posterWords, type PublicationDocument } from '@lykta/publication'
import { inNetwork, readLastChange, readOwnIndicators } from '@lykta/register'
import { createPdfCompiler } from '../adapters/compile-pdf.ts'
import { readWebFonts } from '../adapters/fonts.ts'
import type { Desk } from './desk.ts'
import { findSettings } from './network-settings.ts'

/** Below /guide/sv/ and /guide/en/. */
export const guideFiles = ['index.html', 'guide.pdf', ...posterIds.flatMap((id) => [`${id}/index.html`, `${id}/poster.pdf`] as const)] as const
export type GuideFile = (typeof guideFiles)[number]

/** So many are kept: two languages of the guide, of its posters and their PDFs, and some of the sample beside it. */
const most = 2 * guideFiles.length + 8
const kept = new Map<string, Promise<Uint8Array>>()
const compilePdf = createPdfCompiler()

/** Whoever asks: what it says is meant to be put up. */
export async function readGuide(desk: Desk, language: Language, file: GuideFile): Promise<Uint8Array> {
  const document = documentOf(await readInput(desk, language), file)
  const key = createHash('sha256').update(`${file}\n${JSON.stringify(document)}`).digest('hex')
  const found = kept.get(key) ?? render(document, file)
  kept.delete(key)
  kept.set(key, found)
  // What could not be made is tried again; the one longest not asked for makes room.
  found.catch(() => kept.delete(key))
  for (const [oldest] of kept) if (kept.size > most) kept.delete(oldest)
  return found
}

async function readInput({ register, network, today }: Desk, language: Language): Promise<GuideInput> {
  const { own, settings } = await inNetwork(register, { network: network.id, member: 'operator' }, async (transaction) => ({
    own: await readOwnIndicators(transaction, await readLastChange(transaction)),
    settings: await findSettings(transaction),
  }))
  return { language, network, catalogue: catalogueOf(own.map(({ indicator }) => indicator)), numbers: settings?.emergencyNumbers ?? [], day: today() }
}

/** A printed guide has no links to posters: they are beside its page. */
function documentOf(input: GuideInput, file: GuideFile): PublicationDocument {
  const poster = posterOf(file)
  return poster === undefined ? makeGuide({ ...input, posters: file === 'index.html' }) : makePoster({ ...input, poster })
}

function posterOf(file: GuideFile): PosterId | undefined {
  return posterIds.find((id) => file.startsWith(`${id}/`))
}

async function render(document: PublicationDocument, file: GuideFile): Promise<Uint8Array> {
  if (file.endsWith('.pdf')) return paperPdf({ document, createdAt: new Date(0) }, { compilePdf })
  const { language } = document
  const other = language === 'sv' ? 'en' : 'sv'
  const poster = posterOf(file)
  const { ways } = poster === undefined ? guideWords[language] : posterWords[language]
  const toOther = { label: ways.other, language: other } as const
  return paperPage(
    {
      document,
      ways: poster === undefined ? [{ href: 'guide.pdf', label: ways.pdf }, { href: `../${other}/`, ...toOther }]
        : [{ href: 'poster.pdf', label: ways.pdf }, { href: '../', label: posterWords[language].ways.guide }, { href: `../../${other}/${poster}/`, ...toOther }],
    },
    { digest: async (bytes) => createHash('sha256').update(bytes).digest('hex'), fonts: readWebFonts() },
  )
}
