// Who is responsible for what: the joint controllers' arrangement (GDPR art. 26).
import type { Block } from '../../document/document.ts'
import { chapters, list, paragraph, terms } from '../blocks.ts'
import { contactSv, coordinatorSv, operatorSv } from './parties-sv.ts'
import { blank, type LegalFacts } from './legal-facts.ts'
import { sectorsSv } from './sectors-sv.ts'

export function arrangement(facts: LegalFacts): readonly Block[] {
  const { network, organisations } = facts
  return chapters('inbordes', [
    ['Parter',
      paragraph(`Den här överenskommelsen gäller organisationerna i ${network.name}. Vem som är personuppgiftsansvarig för vad ska prövas innan nätverket tar emot uppgifter om verkliga händelser: en myndighet, en förening och ett företag har olika regler, och en överenskommelse flyttar inget ansvar som lagen lägger på någon.`),
      list(organisations.map(({ name, sector, joined }) => `${name} (${sectorsSv[sector]}), medlem från ${joined}`))],
    ['Vad parterna bestämmer tillsammans',
      list([
        'Ändamålet: att upptäcka och följa upp misstänkt människohandel och annat utnyttjande i kommunen, att hjälpa den som kan vara utsatt till rätt stöd, och att föra statistik som inte pekar ut någon.',
        'Vilka frågor som ställs, vilka tecken som räknas och hur länge olika slags uppgifter finns kvar (se gallringsplanen).',
        'Vilka som är med i kärngruppen, och vilka gränser som gäller för det som visas utåt.',
      ])],
    ['Vem som gör vad',
      terms([
        ['Samordnande part', `${coordinatorSv(facts)}. Tar emot och följer upp, bjuder in och tar bort medlemmar, ser till att gallringen görs, gör lägesrapporter och årsrapport, är kontaktpunkt för registrerade och för tillsynsmyndigheten.`],
        ['Driftansvarig', `${operatorSv(facts)}. Driver servern, säkerhetskopierar och uppdaterar. Kan inte läsa fritext, men kan se kodade svar; är någon annan än en part den som driver behövs ett personuppgiftsbiträdesavtal (artikel 28).`],
        ['Den som rapporterar', 'Ansvarar för att det som skrivs är sakligt och att inga namn, nummer eller kännetecken skrivs in, och rättar det som blev fel.'],
        ['Varje part', 'Håller sin lista över vilka som har behörighet aktuell, och säger till samma dag som någon slutar.'],
      ])],
    ['Den registrerades rättigheter',
      paragraph('Den som vill veta om det finns uppgifter om henne eller honom, få något rättat eller raderat, kan vända sig till vilken part som helst. Parten skickar frågan till den samordnande parten samma dag. Registret innehåller inga namn; den som frågar måste därför kunna säga så mycket om en händelse att den går att hitta. Två personer prövar frågan tillsammans, och prövningen antecknas utan den frågandes namn.'),
      paragraph(`Kontakt: ${contactSv(facts)}.`)],
    ['Sekretess',
      paragraph('En myndighet lämnar uppgifter till andra parter bara när en bestämmelse i offentlighets- och sekretesslagen (2009:400) tillåter eller kräver det. Uppgift som lämnas antecknas i registret med mottagare och grund. Enskilda organisationer omfattas inte av den lagen; för dem gäller dataskyddsförordningen, tystnadsplikt i särskild lag och det som avtalas här. Det stora nätverket får bara avidentifierade uppgifter.')],
    ['Incidenter med personuppgifter',
      paragraph('Den som upptäcker att uppgifter har förlorats, läckt eller ändrats säger det till den samordnande parten genast. Den bedömer risken, antecknar händelsen och anmäler den till Integritetsskyddsmyndigheten inom 72 timmar när det behövs (artikel 33), och berättar för dem som berörs när risken är hög (artikel 34).')],
    ['Ändring och upphörande',
      paragraph('En part som lämnar nätverket förlorar sin läsrätt samma dag, och nycklarna byts. Det parten har rapporterat finns kvar i avidentifierad form för statistiken så länge gallringsplanen säger. Byter samordnandet part lämnas registret över helt, med nya nycklar, och den gamla partens tillgång upphör.'),
      paragraph('Det väsentliga i överenskommelsen ska vara tillgängligt för dem som registreras (artikel 26.2).')],
    ['Underskrifter', organisations.length === 0 ? paragraph(`Datum och namn för varje part: ${blank}`) : terms(organisations.map(({ name }) => [name, `datum, namn och underskrift: ${blank}`] as const))],
  ])
}
