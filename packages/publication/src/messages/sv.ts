// What is wrong with a report's prose, or asked about it, in Swedish: what stands there and what to do. The place is said by whoever tells it.
import type { Values } from './values.ts'

export const sv = {
  'publication.binding-unknown': ({ binding, name }: Values) => `{{${binding}}} går inte att läsa${name ? `; ${name} finns inte` : ''}. Rätta bindningen.`,
  'publication.binding-alone': ({ binding }: Values) => `{{${binding}}} ska stå ensam i ett eget stycke.`,
  'publication.braces-unbalanced': ({ text }: Values) => `klamrarna {{ }} går inte jämnt ut vid ”${text}”.`,
  'publication.footnote-open': () => `fotnoten ^[ … ] är inte avslutad på samma rad.`,
  'publication.heading-id': () => `rubriken behöver ett namn, till exempel {#summary}.`,
  'publication.heading-id-twice': ({ id }: Values) => `två rubriker heter {#${id}}.`,
  'publication.incidents-only': ({ binding }: Values) => `{{${binding}}} får bara gälla incidenter; personer i samma incident är inte oberoende.`,
  'publication.link-refused': ({ link }: Values) => `länken ${link} ska börja med https: eller mailto:.`,
  'publication.markdown-unsupported': ({ what }: Values) => `${what} kan inte användas här. Skriv stycken, listor, rubriker och noter.`,
  'publication.not-additive': ({ binding }: Values) => `{{${binding}}} skulle lägga ihop personer eller organisationer från flera år, och de som förekommer i fler än ett skulle räknas två gånger. Använd en tabell för hela perioden, till exempel {{sex.block}}.`,
  'publication.number-typed': ({ number }: Values) => `”${number}” är skrivet för hand. Bind talet till en tabell, eller märk det {{lit ${number}}} om det inte kommer ur statistiken.`,
  'publication.quantifier-typed': ({ word }: Values) => `”${word}” säger hur många utan ett tal. Bind det till en tabell, skriv om, eller märk det {{lit ${word}}} om det inte kommer ur statistiken.`,
  'publication.claim-untested': ({ word }: Values) => `”${word}” påstår en orsak, en storlek eller en riktning. Låt {{direction …}} säga det, börja meningen med {{opinion}}, eller märk ordet {{lit ${word}}} om inget påstås.`,
  'publication.periods-order': ({ binding }: Values) => `{{${binding}}} jämför en period med en som inte är slut när den börjar, så att de överlappar eller står i fel ordning. Skriv den senare perioden först och en tidigare efter den, till exempel {{direction incidents.year incidents.previous}}.`,
  'publication.second-wording-missing': ({ binding }: Values) => `{{${binding}}} kan bli dolt. Skriv || och en mening som gäller då.`,
  'publication.title-missing': () => `mallen ska börja med en huvudrubrik (#).`,
  'publication.units-differ': ({ binding }: Values) => `{{${binding}}} blandar olika enheter. Täljare och bas ska räkna samma sak.`,
  'publication.term-avoided': ({ word, instead }: Values) => `”${word}” säger mer än vad nätverket vet. Skriv ”${instead}”, eller märk ordet {{lit ${word}}} om det är ett namn eller en lags ord.`,
  'publication.share-units': ({ word }: Values) => `andelen (${word}) delar tal som räknar olika saker. Låt {{share … of …}} skriva en andel vars täljare och bas räknar samma sak.`,
  'publication.share-base-missing': ({ word }: Values) => `”${word}” säger inte av hur många. Låt {{share … of …}} skriva andelen med sin bas, eller skriv basen i samma mening.`,
  'publication.share-base-small': ({ word, base, smallest }: Values) => `”${word}” räknas på ${base}. Under ${smallest} flyttar en enda flera procentenheter: skriv båda talen i stället för procent.`,
  'publication.share-base-at-least': ({ word }: Values) => `”${word}” räknas på en undre gräns (”minst”), så ingen vet procenten. Skriv båda talen i stället.`,
  'publication.share-wrong': ({ word, exact }: Values) => `”${word}” stämmer inte med talen bredvid, som ger ${decimalSv(exact, 1)} procent. Låt {{share … of …}} räkna.`,
  'publication.shares-over-whole': ({ sum }: Values) => `andelarna ${sum === 0 ? 'kan summera' : `summerar till ${sum} procent och därmed`} till mer än helheten. Skriv i samma kapitel att flera svar är möjliga.`,
  'publication.periods-unequal': ({ word, earlier, later }: Values) => `”${word}” jämför perioder med ${decimalSv(earlier, 1)} och ${decimalSv(later, 1)} månaders insamling. Jämför {{rate …}} eller låt {{direction …}} göra det, eller skriv hur långa perioderna är.`,
  'publication.follow-up-unequal': ({ days, needed }: Values) => `den senare perioden har följts i ${days} dagar efter sitt slut, den tidigare i minst ${needed}. Det som brukar komma senare saknas ännu: skriv det, eller vänta med jämförelsen.`,
  'publication.direction-not-carried': ({ word, ratio, lower, upper, reason }: Values) => `talen bär inte ”${word}”. Kvoten per månad är ${decimalSv(ratio, 2)} (95-procentigt intervall ${decimalSv(lower, 2)}–${decimalSv(upper, 2)}). ${reasonsSv[reason as string] ?? ''} Låt {{direction …}} säga vad som går att säga.`.replace('  ', ' '),
  'publication.direction-of-persons': ({ word }: Values) => `”${word}” gäller personer. De i samma incident kommer inte oberoende av varandra, så ingen riktning prövas på dem. Jämför incidenter, eller ge talen utan riktning.`,
}

const reasonsSv: Readonly<Record<string, string>> = {
  'interval-includes-one': 'Skillnaden kan vara slump.',
  'one-of-several': 'Skillnaden kan vara slump när så många år jämförs.',
  'short-period': 'Minst en period omfattar mindre än ett halvår.',
  'start-of-collection': 'Minst en period ligger i insamlingens första halvår.',
  'no-effort': 'Underlag saknas om hur många som rapporterade.',
}

function decimalSv(value: string | number | undefined, digits: number): string {
  return new Intl.NumberFormat('sv-SE', { maximumFractionDigits: digits, minimumFractionDigits: digits === 2 ? 2 : 0 }).format(Number(value))
}
