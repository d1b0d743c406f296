// The legal pack: drafts in Swedish, filled from the network's configuration, to be reviewed by a lawyer before anything is signed.
import type { Block, PublicationDocument } from '../../document/document.ts'
import { renderDay } from '../../words/dates.ts'
import { arrangement } from './arrangement.ts'
import { impactAssessment } from './impact-assessment.ts'
import type { LegalFacts } from './legal-facts.ts'
import { noticeToMembers, noticeToStaff } from './notices.ts'
import { processingRecord } from './processing-record.ts'
import { weedingPlan } from './weeding-plan.ts'

type Draft = { readonly file: string; readonly title: string; readonly subtitle: string; readonly blocks: (facts: LegalFacts) => readonly Block[] }

const drafts: readonly Draft[] = [
  { file: '1-konsekvensbedomning', title: 'Konsekvensbedömning', subtitle: 'Konsekvensbedömning avseende dataskydd enligt artikel 35 i dataskyddsförordningen.', blocks: impactAssessment },
  { file: '2-registerforteckning', title: 'Registerförteckning', subtitle: 'Register över behandling enligt artikel 30 i dataskyddsförordningen.', blocks: processingRecord },
  { file: '3-gemensamt-ansvar', title: 'Gemensamt personuppgiftsansvar', subtitle: 'Inbördes arrangemang enligt artikel 26 i dataskyddsförordningen.', blocks: arrangement },
  { file: '4-gallringsplan', title: 'Gallringsplan', subtitle: 'Hur länge uppgifterna finns kvar, och vad som händer sedan.', blocks: weedingPlan },
  { file: '5-information-till-medlemmar', title: 'Information till medlemmar', subtitle: 'Hur nätverket behandlar uppgifter om dig som använder Lykta (artikel 13 i dataskyddsförordningen).', blocks: noticeToMembers },
  { file: '6-information-till-personal', title: 'Information till personal', subtitle: 'Läsning av ärenden loggas. Här står varför, och vad loggen får användas till.', blocks: noticeToStaff },
]

export type LegalPaper = { readonly file: string; readonly document: PublicationDocument }

/** In the order in which a network needs them. */
export function makeLegalPack(facts: LegalFacts): readonly LegalPaper[] {
  const { network, day, version } = facts
  return drafts.map(({ file, title, subtitle, blocks }) => ({
    file,
    document: {
      language: 'sv',
      title, subtitle,
      publisher: network.name,
      marks: [{ id: 'draft', text: 'Utkast – ska granskas av jurist' }, ...(network.sample ? [{ id: 'sample', text: 'Påhittat nätverk, att prova med' } as const] : [])],
      facts: [{ name: 'Nätverk', value: network.name }, { name: 'Gjord', value: renderDay(day, 'sv') }, { name: 'Program', value: `Lykta ${version}` }],
      about: 'Om utkastet',
      notice: 'Utkastet är ifyllt av programmet efter hur nätverket är inställt. Det är ingen juridisk rådgivning. Det som står inom hakparentes ska fyllas i, och allt ska granskas av jurist och av dataskyddsombudet innan det används.',
      sheet: true,
      blocks: blocks(facts),
    },
  }))
}
