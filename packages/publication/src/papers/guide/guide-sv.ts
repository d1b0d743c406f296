// The indicator guide in Swedish.
import type { GuideWords } from './guide-words.ts'

export const guideSv: GuideWords = {
  title: 'Tecken på att någon utnyttjas',
  subtitle: 'Vad du kan lägga märke till, vad du kan göra, vad du bör låta bli och vem du kan ringa. För dig som i ditt arbete möter människor.',
  danger: {
    title: 'Är det fara just nu? Ring 112.',
    texts: ['Är någon i fara, eller ser du ett brott som pågår: ring 112 och gör som de säger.', 'Är det inte bråttom: ring polisen på 114 14.'],
  },
  reading: {
    title: 'Så läser du tecknen',
    texts: [
      'Inget tecken bevisar något ensamt, och den som utnyttjas visar kanske inget alls. Flera tecken tillsammans är skäl nog att berätta. Det är andras uppgift att ta reda på hur det är.',
      'Tecknen handlar om vad någon gör, säger eller utsätts för. Ursprung, språk, utseende och kläder är inga tecken.',
      'Den som utnyttjas ser sig ofta inte så, kan vara rädd för följderna och tackar ofta nej till hjälp första gången. Ett nej i dag kan vara ett ja en annan dag.',
    ],
  },
  signs: (category) => `Tecken: ${category.toLocaleLowerCase('sv')}`,
  anyone: 'Det här kan vem som helst lägga märke till:',
  closer: (observers) => `Det här märks oftast först vid ett samtal eller i ett arbete nära personen (${observers}):`,
  observers: {
    hotel: 'hotell', landlord: 'hyresvärd', outreach: 'uppsökande arbete', police: 'polis', 'social-services': 'socialtjänst', health: 'vård', workplace: 'arbetsplats',
  },
  doing: {
    title: 'Gör så här',
    steps: [
      'Tänk först på säkerheten: din egen, kollegornas och den utsatta personens.',
      'Lägg märke till vad du själv ser och hör, och när och var det var. Skilj det du har sett från det du tror.',
      'Talar du med personen: gör det lugnt och i enrum, utan den som följer med. Lova inget som du inte kan hålla.',
      'Fråga om personen vill ha hjälp, och lämna ett telefonnummer om det kan göras utan risk.',
      'Ring polisen om du misstänker ett brott, och rapportera till nätverket samma dag.',
      'Hör av dig igen om det händer något mer. En liten uppgift kan vara den som binder ihop andra.',
    ],
  },
  leaving: {
    title: 'Låt bli det här',
    rules: [
      ['Konfrontera ingen', 'den som utnyttjar kan hämnas på den utsatta personen.'],
      ['Utred inte på egen hand', 'följ inte efter någon, sök inte i rum eller saker, och ställ inte förhörsfrågor.'],
      ['Fotografera och filma inte', 'bilderna kan skada den utsatta personen och förstöra för polisen.'],
      ['Skriv inga namn, nummer eller kännetecken i rapporten', 'sådant lämnas till polisen på telefon.'],
      ['Använd inte en medföljare som tolk', 'du vet inte vem som styr vad som blir sagt.'],
      ['Berätta inte för andra', 'det som sprids kan nå den som utnyttjar.'],
    ],
  },
  children: {
    title: 'När det gäller ett barn',
    texts: [
      'Är personen under 18 år, eller kan vara det: gör en orosanmälan till socialtjänsten genast. Många yrken är skyldiga enligt lag att göra det, och du behöver inte vara säker.',
      'Att ett barn verkar vilja själv ändrar inget. Ett barn kan inte samtycka till att utnyttjas.',
    ],
  },
  calling: {
    title: 'Vem du kan ringa',
    numbers: [
      ['112', 'vid fara eller pågående brott, dygnet runt'],
      ['114 14', 'polisen, när det inte är bråttom'],
      ['020-390 000', 'stödtelefon för yrkesverksamma om prostitution och människohandel, på kontorstid'],
    ],
    reporting: 'Nätverkets rapport görs i Lykta av den som är medlem. Är du inte medlem: berätta för någon av nätverkets organisationer, så skriver de in det.',
  },
  about: 'Om guiden',
  facts: {
    from: 'Utgiven av', day: 'Dag', sources: 'Källor',
    sourcesText: 'tecknen är våra egna korta formuleringar efter UNODC:s lista över indikatorer, den nationella manualen vid misstanke om människohandel, nordiska vägledningar och utbildningar för hotell; varje tecken har sin källa i nätverkets katalog.',
  },
  notice: 'Guiden är ett stöd för uppmärksamheten och ersätter inga rutiner på din arbetsplats. Den får användas och skrivas ut av var och en.',
  sample: 'Påhittat nätverk, att prova med',
  ways: { pdf: 'Ladda ner som PDF', other: 'In English' },
}
