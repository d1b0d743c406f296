// The legal pack of a network, filled from how it is set up: sources, PDFs and Word documents by name.
import { clocksOf, formVersionOn, ownQuestionsOn, shippedIndicators, wasMemberOn } from '@lykta/incident'
import { defaultPolicies } from '@lykta/disclosure'
import { type LegalFacts, makeLegalPack, paperDocx, paperMarkdown, paperPdf } from '@lykta/publication'
import { inNetwork, readLastChange, readMembers, readOrganisations, readWeedingDecisions } from '@lykta/register'
import { createPdfCompiler } from '../adapters/compile-pdf.ts'
import { drawPng } from '../adapters/draw-png.ts'
import type { Desk } from './desk.ts'
import { readFormBasis } from './form-context.ts'
import { defaultSettings, findSettings, type StoredSettings } from './network-settings.ts'

/** By file name: "1-konsekvensbedomning.md" … with `.pdf` and `.docx` beside each. */
export async function legalPackFiles(desk: Desk, version: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const facts = await readLegalFacts(desk, version)
  const createdAt = new Date(`${facts.day}T00:00:00Z`)
  const compilePdf = createPdfCompiler()
  const files = new Map<string, Uint8Array>()
  for (const { file, document } of makeLegalPack(facts)) {
    files.set(`${file}.md`, paperMarkdown({ document }))
    files.set(`${file}.pdf`, await paperPdf({ document, createdAt }, { compilePdf }))
    files.set(`${file}.docx`, await paperDocx({ document, createdAt }, { drawPng }))
  }
  return files
}

/** Counts of members and what was decided; nothing of any incident, and no member's name. */
export async function readLegalFacts(desk: Desk, version: string): Promise<LegalFacts> {
  const { network } = desk
  const day = desk.today()
  return inNetwork(desk.register, desk.context, async (transaction) => {
    const members = (await readMembers(transaction)).filter(({ active }) => active)
    const organisations = (await readOrganisations(transaction, await readLastChange(transaction))).map(({ organisation }) => organisation)
    const { ownIndicators, ownQuestions } = await readFormBasis(transaction)
    const settings: StoredSettings = (await findSettings(transaction)) ?? defaultSettings
    const having = (role: string): number => members.filter((member) => member.role === role).length
    const named = (role: string): readonly string[] => {
      const of = new Set(members.filter((member) => member.role === role).map(({ organisation }) => organisation))
      return organisations.filter(({ id }) => of.has(id)).map(({ name }) => name)
    }
    // The first line begins with the network: only what follows was handed over.
    const handedOver = settings.coordination?.slice(1).at(-1)
    return {
      network, day, version,
      // Who has never joined is an outside source.
      organisations: organisations.flatMap(({ name, sector, joined, left }) => (joined !== null && wasMemberOn({ joined, left }, day) ? [{ name, sector, joined }] : [])),
      coordinators: named('coordinator'),
      coordinatingSince: handedOver?.since.slice(0, 10) ?? null,
      operators: named('operator'),
      secondPersons: members.filter(({ id, role }) => role === 'core-member' && settings.secondPersons?.includes(id) === true).length,
      members: {
        coordinator: having('coordinator'), coreMember: having('core-member'), reporter: having('reporter'), reader: having('reader'), operator: having('operator'), device: having('device'),
      },
      thresholds: { core: defaultPolicies.core.threshold, public: Math.max(settings.publicThreshold, defaultPolicies.public.threshold), sensitive: defaultPolicies.public.sensitiveThreshold },
      clocks: clocksOf(settings.retention ?? {}),
      authority: settings.authority?.on === true ? { name: settings.authority.name, address: settings.authority.address, weeding: (await readWeedingDecisions(transaction)).filter(({ withdrawn }) => !withdrawn) } : null,
      signs: { shipped: shippedIndicators.length, own: ownIndicators.length },
      ownQuestions: ownQuestionsOn(day, ownQuestions ?? []).length,
      formVersion: formVersionOn(day).id,
      recoveryTested: settings.recoveryTestedAt?.slice(0, 10) ?? null,
    }
  })
}
