// What members and staff are told about the processing of their own data (GDPR art. 13).
import type { Block } from '../../document/document.ts'
import { chapters, list, paragraph } from '../blocks.ts'
import { contactSv, controllerSv } from './parties-sv.ts'
import { blank, type LegalFacts } from './legal-facts.ts'
import { retentionSv, untilSv } from './retention-sv.ts'

export function noticeToMembers(facts: LegalFacts): readonly Block[] {
  const { clocks, network } = facts
  return chapters('medlem', [
    ['Vad som sparas om dig', list(['Namn, e-postadress, organisation och roll.', 'Nycklar som din enhet har gjort. Servern har dem bara låsta.', 'När du loggar in, vad du läser och vad du skriver.'])],
    ['Vem som ser det', list([
      'Andra som får läsa ett ärende ser vilken organisation det kommer från. Vilken person det är ser bara samordnaren.',
      'Den som driver servern ser när något skrevs och av vilket medlemsnummer, men kan inte läsa fritext.',
      'En myndighet som har uppgifterna kan bli skyldig att lämna ut dem. Det prövas enligt lag varje gång.',
    ])],
    ['Varför', paragraph('För att ärenden ska kunna följas upp, för att det ska gå att se vem som har läst känsliga uppgifter, och för att säkerheten kräver det.')],
    ['Hur länge', list(clocks.filter(({ id }) => id === 'member' || id === 'reading' || id === 'audit').map((one) => `${retentionSv[one.id].what}: ${untilSv(one)}`))],
    ['Dina rättigheter', paragraph(`Du kan få veta vad som finns om dig, få fel rättade och invända. Kontakt: ${contactSv(facts)}. Ansvarig: ${controllerSv(facts)}, för ${network.name}. Du kan klaga hos Integritetsskyddsmyndigheten.`)],
  ])
}

export function noticeToStaff(facts: LegalFacts): readonly Block[] {
  return chapters('personal', [
    ['Läsningen loggas', paragraph('När du öppnar ett ärende eller en förseglad text sparas det vem du är, vilket ärende och när. Medlemmar kan se vem som har läst deras egen organisations ärenden. Den som öppnar många texter på kort tid behöver en andra person. Är någon i fara får du öppna genast: du anger ett skäl, hela kärngruppen ser det, och en annan person granskar det efteråt.')],
    ['Därför', paragraph('De som uppgifterna handlar om kan skadas om fel person läser. Loggen finns för deras skull.')],
    ['Vad loggen inte används till', paragraph('Loggen mäter inte hur mycket eller hur fort någon arbetar, och används inte vid lönesättning. Den läses när det finns anledning att tro att någon har läst utan skäl, och vid stickprov som två personer gör tillsammans.')],
    ['Vad du ska tänka på', list(['Läs bara det du behöver för ditt uppdrag i ärendet.', 'Lås eller logga ut när du går från skärmen.', 'Säg till genast om du har öppnat fel eller om en enhet är borta.'])],
    ['Ansvarig och frågor', paragraph(`Ansvarig: ${controllerSv(facts)}, för ${facts.network.name}. Kontakt: ${contactSv(facts)}. Samråd med arbetstagarorganisationer: ${blank}.`)],
  ])
}
