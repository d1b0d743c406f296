// What the checker asks about in a report's prose, in Swedish; the codes that stop an edition stand with the others.
import type { Values } from './sv.ts'

export const checkerSv = {
  'publication.term-avoided': ({ file, row, word, instead }: Values) => `${file}, rad ${row}: ”${word}” säger mer än vad nätverket vet. Skriv ”${instead}”, eller märk ordet {{lit ${word}}} om det är ett namn eller en lags ord.`,
  'publication.share-units': ({ file, row, word }: Values) => `${file}, rad ${row}: andelen (${word}) delar tal som räknar olika saker. Låt {{share … of …}} skriva en andel vars täljare och bas räknar samma sak.`,
  'publication.share-base-missing': ({ file, row, word }: Values) => `${file}, rad ${row}: ”${word}” säger inte av hur många. Låt {{share … of …}} skriva andelen med sin bas, eller skriv basen i samma mening.`,
  'publication.share-base-small': ({ file, row, word, base, smallest }: Values) => `${file}, rad ${row}: ”${word}” räknas på ${base}. Under ${smallest} flyttar en enda flera procentenheter: skriv båda talen i stället för procent.`,
  'publication.share-base-at-least': ({ file, row, word }: Values) => `${file}, rad ${row}: ”${word}” räknas på en undre gräns (”minst”), så ingen vet procenten. Skriv båda talen i stället.`,
  'publication.share-wrong': ({ file, row, word, exact }: Values) => `${file}, rad ${row}: ”${word}” stämmer inte med talen bredvid, som ger ${decimalSv(exact, 1)} procent. Låt {{share … of …}} räkna.`,
  'publication.shares-over-whole': ({ file, row, sum }: Values) => `${file}, rad ${row}: andelarna ${sum === 0 ? 'kan summera' : `summerar till ${sum} procent och därmed`} till mer än helheten. Skriv i samma kapitel att flera svar är möjliga.`,
  'publication.periods-unequal': ({ file, row, word, earlier, later }: Values) => `${file}, rad ${row}: ”${word}” jämför perioder med ${decimalSv(earlier, 1)} och ${decimalSv(later, 1)} månaders insamling. Jämför {{rate …}} eller låt {{direction …}} göra det, eller skriv hur långa perioderna är.`,
  'publication.follow-up-unequal': ({ file, row, days, needed }: Values) => `${file}, rad ${row}: den senare perioden har följts i ${days} dagar efter sitt slut, den tidigare i minst ${needed}. Det som brukar komma senare saknas ännu: skriv det, eller vänta med jämförelsen.`,
  'publication.direction-not-carried': ({ file, row, word, ratio, lower, upper, reason }: Values) => `${file}, rad ${row}: talen bär inte ”${word}”. Kvoten per månad är ${decimalSv(ratio, 2)} (95-procentigt intervall ${decimalSv(lower, 2)}–${decimalSv(upper, 2)}). ${reasonsSv[reason as string] ?? ''} Låt {{direction …}} säga vad som går att säga.`.replace('  ', ' '),
  'publication.direction-of-persons': ({ file, row, word }: Values) => `${file}, rad ${row}: ”${word}” gäller personer. De i samma incident kommer inte oberoende av varandra, så ingen riktning prövas på dem. Jämför incidenter, eller ge talen utan riktning.`,
}

const reasonsSv: Readonly<Record<string, string>> = {
  'interval-includes-one': 'Skillnaden kan vara slump.',
  'short-period': 'Minst en period omfattar mindre än ett halvår.',
  'start-of-collection': 'Minst en period ligger i insamlingens första halvår.',
  'no-effort': 'Underlag saknas om hur många som rapporterade.',
}

function decimalSv(value: string | number | undefined, digits: number): string {
  return new Intl.NumberFormat('sv-SE', { maximumFractionDigits: digits, minimumFractionDigits: digits === 2 ? 2 : 0 }).format(Number(value))
}
