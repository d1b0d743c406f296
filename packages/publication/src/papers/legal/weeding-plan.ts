// How long each class of data is kept, and what happens then.
import { retentionClasses } from '@lykta/incident'
import type { Block } from '../../document/document.ts'
import { chapters, list, paragraph, terms } from '../blocks.ts'
import { blank } from './legal-facts.ts'
import { retentionSv } from './retention-sv.ts'

export function weedingPlan(): readonly Block[] {
  return chapters('gallring', [
    ['Varför', paragraph('Uppgifter ska inte finnas kvar längre än de behövs (artikel 5.1 e). Fritext är det som lättast pekar ut någon, och behövs kortast tid. Kodade svar behövs för jämförelser mellan år och glesas ut. Publicerade tabeller är avidentifierade och bevaras.')],
    ['Frister', paragraph('Fristerna är programmets förslag. Nätverket beslutar; det som beslutas skrivs in här.'), terms(retentionClasses.map((one) => [retentionSv[one.id].what, retentionSv[one.id].until(one)] as const))],
    ['Så raderas det', list([
      'Fritext raderas genom att dess nyckel tas bort: därefter kan ingen läsa texten, inte heller den som har en kopia av databasen.',
      'Kopior av nycklar sparas högst 35 dagar. Efter den tiden är raderingen fullständig i alla kopior som nätverket råder över. Den når inte kopior som någon medlem kan ha gjort själv.',
      'Att något har gallrats, när, av vem och på vilken grund antecknas, utan innehåll.',
    ])],
    ['Undantag', list([
      'Gallring stoppas för ett ärende som behövs i en pågående förundersökning, tillsyn eller tvist. Stoppet har en orsak, ett slutdatum och två personers beslut.',
      'Drivs registret av en myndighet är rapporterna allmänna handlingar. De får då gallras bara enligt ett gallringsbeslut (arkivlagen 1990:782): beslutets nummer ' + blank + '.',
      'Uppgifter som socialtjänsten för i sin egen akt gallras enligt socialtjänstlagen, inte enligt den här planen.',
    ])],
    ['Uppföljning', paragraph(`Den samordnande parten går igenom vad som har fallit för sin frist en gång i kvartalet. Ansvarig: ${blank}.`)],
  ])
}
