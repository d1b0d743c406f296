// How long each class of data is kept, and what happens then.
import type { Block } from '../../document/document.ts'
import { chapters, list, paragraph, terms } from '../blocks.ts'
import { coordinatorSv } from './parties-sv.ts'
import { blank, type LegalFacts } from './legal-facts.ts'
import { retentionSv, untilSv } from './retention-sv.ts'

export function weedingPlan(facts: LegalFacts): readonly Block[] {
  const { clocks, authority } = facts
  return chapters('gallring', [
    ['Varför', paragraph('Uppgifter ska inte finnas kvar längre än de behövs (artikel 5.1 e). Fritext är det som lättast pekar ut någon, och behövs kortast tid. Kodade svar behövs för jämförelser mellan år och glesas ut. Publicerade tabeller är avidentifierade och bevaras.')],
    ['Frister', paragraph('Det som nätverket har beslutat står med dag och grund. För resten gäller programmets förslag tills nätverket beslutar; så länge gallras det inte.'), terms(clocks.map((one) => [retentionSv[one.id].what, untilSv(one)] as const))],
    ['Så raderas det', list([
      'Fritext raderas genom att dess nyckel tas bort: därefter kan ingen läsa texten, inte heller den som har en kopia av databasen.',
      'Kopior av nycklar sparas högst 35 dagar. Efter den tiden är raderingen fullständig i alla kopior som nätverket råder över. Den når inte kopior som någon medlem kan ha gjort själv.',
      'Kodade svar glesas ut där de står, i alla versioner. Det som tabellerna räknar ändras inte. Kedjans kontrollsumma av det som först skrevs finns kvar.',
      'Loggens rader töms på vem, vad och vilket ärende. Dag och kontrollsummor finns kvar, så att kedjan fortfarande går att kontrollera.',
      'Att något har gallrats, när, av vem och på vilken grund antecknas, utan innehåll.',
    ])],
    ['Undantag', list([
      'Gallring stoppas för ett ärende som behövs i en pågående förundersökning, tillsyn eller tvist. Stoppet har en orsak, ett slutdatum och två personers beslut, både när det sätts och när det hävs. Medan den andra personen tillfrågas gallras det inte.',
      authority === null
        ? 'Drivs registret av en myndighet är rapporterna allmänna handlingar. De får då gallras bara enligt ett gallringsbeslut (arkivlagen 1990:782): beslutets nummer ' + blank + '.'
        : `Registret drivs av en myndighet (${authority.name}). Rapporterna är allmänna handlingar och gallras bara enligt ett gallringsbeslut (arkivlagen 1990:782). Programmet gallrar inget utan ett beslut som gäller. ${decisionsOf(authority.weeding)}`,
      'Uppgifter som socialtjänsten för i sin egen akt gallras enligt socialtjänstlagen, inte enligt den här planen.',
    ])],
    ['Uppföljning', paragraph(`Den samordnande parten går igenom vad som har fallit för sin frist en gång i kvartalet. Ansvarig: ${coordinatorSv(facts)}, genom ${blank}.`)],
  ])
}

function decisionsOf(weeding: NonNullable<LegalFacts['authority']>['weeding']): string {
  if (weeding.length === 0) return `Inget beslut är antecknat: ${blank}.`
  return `Beslut som gäller: ${weeding.map(({ reference, decidedOn, classes }) => `${reference}, ${decidedOn} (${classes.map((id) => retentionSv[id].what.toLocaleLowerCase('sv')).join(', ')})`).join('; ')}.`
}
