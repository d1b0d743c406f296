// Data protection impact assessment (GDPR art. 35).
import type { Block } from '../../document/document.ts'
import { chapters, list, paragraph, terms } from '../blocks.ts'
import { operatorSv } from './parties-sv.ts'
import { blank, type LegalFacts } from './legal-facts.ts'

export function impactAssessment(facts: LegalFacts): readonly Block[] {
  const { network, organisations, members, thresholds, recoveryTested, version, authority } = facts
  return chapters('konsekvens', [
    ['Varför en bedömning behövs', paragraph('Behandlingen rör känsliga uppgifter, personer i underläge och sammanställning av uppgifter från flera håll. Minst två av kriterierna är uppfyllda, och bedömningen ska vara gjord innan behandlingen börjar.')],
    ['Behandlingen i korthet', list([
      `${network.name}: ${organisations.length} organisationer i ${network.municipality}.`,
      `${members.coordinator + members.coreMember} personer kan läsa ärenden, ${members.reporter} personer och ${members.device} enheter kan rapportera, ${members.reader} läser bara statistik.`,
      'Rapporter görs i telefon eller dator. Svar i kryss lagras läsbara för räkning; fritext krypteras innan den lämnar enheten.',
      `Program: Lykta ${version}.`,
    ])],
    ['Nödvändighet och proportionalitet', list([
      'Varje fråga har ett uttalat skäl, och allt får lämnas okänt. Det finns inga fält för namn, personnummer, telefon, registreringsnummer, rum eller bilder.',
      'En vakt på enheten varnar när fritext innehåller sådant som inte ska stå där.',
      'Etniskt ursprung och ”kommer från ett visst land” är inga tecken i katalogen; nationalitet är frivillig och publiceras bara i stora grupper över flera år.',
      `Kan syftet nås med mindre? Nätverkets svar: ${blank}.`,
    ])],
    ['Risker för dem det handlar om', terms([
      ['Någon pekas ut av statistiken', `Tabeller hålls inne under ${thresholds.public} (${thresholds.sensitive} för känsliga egenskaper) utåt och under ${thresholds.core} i kärngruppen. Programmet prövar med räkning vad en läsare, en medlem och den som har alla tidigare rapporter kan räkna ut, och publicerar inget som inte klarar det. Kvar: den som redan vet om en händelse kan känna igen att den är med.`],
      ['Den som utnyttjar får veta', 'Bara den som har behörighet läser, läsning loggas, och den som lämnar nätverket förlorar sin tillgång samma dag. Kvar: en skärm som någon annan ser, och människors minne.'],
      ['Fritext läses av obehörig', 'Kryptering på enheten; servern har ingen nyckel. Kvar: en ändrad webbsida från en angripen server, en upplåst enhet, två av tre återställningsblad i fel händer.'],
      ['Kodade svar läses av den som driver servern', `De ligger läsbara för räkning. Flera svar tillsammans kan peka på en person i en liten ort. Valet av driftansvarig är därför en del av skyddet. Driftansvarig: ${operatorSv(facts)}.`],
      ['Felaktig misstanke', 'Ingen person registreras med identitet; antal och roller kan rättas, tas tillbaka eller märkas som ogrundade, och alla versioner finns kvar i loggen.'],
      ['Uppgifter lämnas ut för vitt', `Ett ärende öppnas för en annan organisation genom en uttrycklig handling med rättslig grund, som antecknas. ${authority === null ? 'Drivs registret av en myndighet kan handlingar begäras ut; varje begäran prövas.' : `Registret drivs av en myndighet (${authority.name}): handlingar kan begäras ut, och varje begäran prövas.`}`],
      ['Någon läser många texter', 'Fler än tjugo på tio minuter kräver en andra person eller ett dygns väntan. Är någon i fara får den som har nycklarna öppna genast, i högst en timme och med angivet skäl. Hela kärngruppen ser det, och en annan person granskar det efteråt. Kvar: det som hann läsas innan någon såg det.'],
      ['Uppgifter går förlorade', `Säkerhetskopior, återställning med två av tre blad${recoveryTested === null ? ' (inte provad än)' : ` (provad ${recoveryTested})`}. Förloras alla blad och lösenfraser är fritexten borta, statistiken inte.`],
      ['De som arbetar övervakas', 'Läsning loggas för de utsattas skull. Loggen får användas för att utreda missbruk och inte för att mäta arbetsinsatser. Personalen informeras i förväg.'],
    ])],
    ['Samråd', paragraph(`Dataskyddsombudets råd: ${blank}. Synpunkter från dem som berörs eller deras företrädare (till exempel stödorganisationer): ${blank}.`)],
    ['Bedömning', paragraph(`Återstående risk, och om förhandssamråd med Integritetsskyddsmyndigheten behövs (artikel 36): ${blank}.`), paragraph(`Beslutad av: ${authority === null ? blank : `${authority.name}, ${blank}`}. Ses över varje år, och när formulär, deltagare eller drift ändras.`)],
  ])
}
