// The posters in Swedish.
import type { PosterWords } from './poster-words.ts'

export const posterSv: PosterWords = {
  title: 'Ser du tecken på att någon utnyttjas?',
  of: {
    'hotel': ['För dig som arbetar på hotell eller annat boende för gäster', 'Hotell och annat boende för gäster'],
    'landlord': ['För dig som hyr ut eller sköter bostäder', 'Hyresvärdar och fastighetsskötsel'],
    'transport': ['För dig som kör taxi, buss eller gods, eller arbetar på en station', 'Taxi, buss, gods och stationer'],
    'workplace': ['För dig som möter andra på arbetsplatser', 'Arbetsplatser'],
    'health': ['För dig som arbetar i vården', 'Vård och tandvård'],
    'outreach': ['För dig som arbetar uppsökande', 'Uppsökande arbete'],
    'social-services': ['För dig som arbetar i socialtjänsten', 'Socialtjänst'],
    'everyone': ['För dig som möter människor: i butik, förening, bibliotek eller på gatan', 'Butiker, föreningar och alla andra'],
  },
  danger: ['Fara just nu? Ring 112.', 'Gör som de säger, och håll dig på avstånd.'],
  signs: 'Det här kan du lägga märke till',
  reading: 'Inget tecken bevisar något ensamt; flera tillsammans är skäl nog att berätta. Tecknen handlar om vad någon gör, säger eller utsätts för. Ursprung, språk, utseende och kläder är inga tecken.',
  doing: {
    title: 'Gör så här',
    first: 'Tänk på säkerheten: din egen, kollegornas och personens.',
    own: {
      'hotel': 'Säg till den som är ansvarig på hotellet, och följ er rutin.',
      'landlord': 'Säg till den som är ansvarig hos er, och anteckna när och var du såg det.',
      'transport': 'Säg till trafikledningen eller den som är ansvarig hos er, när ingen annan hör.',
      'workplace': 'Säg till skyddsombudet, facket eller den som är ansvarig, när ingen annan hör.',
      'health': 'Tala med personen i enrum, med en tolk som ni har beställt. Fråga om personen vill ha hjälp.',
      'outreach': 'Tala i enrum, lämna ett telefonnummer så att ingen ser det, och kom tillbaka. Ett nej i dag kan vara ett ja en annan dag.',
      'social-services': 'Tala i enrum, med en tolk som ni har beställt, och bedöm behovet av skydd. Stödtelefonen ger råd.',
      'everyone': 'Berätta för den som är ansvarig där du är, när ingen annan hör.',
    },
    rest: [
      'Lägg märke till vad du själv ser och hör, och när.',
      'Ring polisen om du misstänker ett brott.',
      'Berätta för nätverket samma dag, och igen om det händer mer.',
    ],
  },
  leaving: {
    title: 'Låt bli det här',
    rules: [
      'Konfrontera ingen: den som utnyttjar kan hämnas på personen.',
      'Utred inte på egen hand, sök inte i rum eller saker, och följ inte efter någon.',
      'Fotografera och filma inte.',
      'Använd ingen i sällskapet som tolk.',
      'Lova inget som du inte kan hålla, och berätta inte för andra.',
    ],
  },
  child: 'Är personen under 18 år, eller kan vara det: gör en orosanmälan till socialtjänsten genast. Du behöver inte vara säker.',
  calling: {
    title: 'Ring',
    numbers: [
      ['112', 'vid fara eller pågående brott'],
      ['114 14', 'polisen, när det inte är bråttom'],
      ['020-390 000', 'stödtelefon för yrkesverksamma, på kontorstid'],
    ],
  },
  code: 'Alla tecken, och vem du kan ringa',
  about: 'Om affischen',
  facts: { from: 'Utgiven av', day: 'Dag' },
  notice: 'Affischen ersätter inga rutiner på din arbetsplats. Den får användas och skrivas ut av var och en.',
  sample: 'Påhittat nätverk, att prova med',
  list: { title: 'Affischer', text: 'Samma råd på en sida, med de tecken som märks där du arbetar. Att skriva ut och sätta upp där personalen ser dem.' },
  ways: { pdf: 'Ladda ner som PDF', guide: 'Hela guiden', other: 'In English' },
}
