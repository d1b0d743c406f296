// Swedish words for what can be wrong with a file of other publishers' series.
type Values = Readonly<Record<string, string | number>>

const at = ({ file = '', row = '', column = '' }: Values): string => [file, ...(row === '' ? [] : [`rad ${row}`]), ...(column === '' ? [] : [column])].join(', ')

export const officialSv = {
  'official.column-missing': ({ file = '', sv = '' }: Values) => `${file}: kolumnen ${sv} saknas. Filen ska ha serie, källa, enhet, räknas_efter, period, värde och status, med ett värde per rad; det som gäller hela filen kan sägas när den förs in. Inget har sparats.`,
  'official.file-kind': ({ file = '', kind = '' }: Values) => `${file}: ${kind === 'import.file-pdf' ? 'filen är en PDF, och PDF-filer läses inte' : kind === 'import.file-web-page' ? 'filen är en webbsida, och sådana läses inte' : 'filen är av ett slag som inte läses'}. CSV, XLSX, ODS och JSON-stat 2.0 läses. Hämta tabellen i något av de formaten hos utgivaren, eller skriv av den i ett kalkylblad. Inget har sparats.`,
  'official.empty': (values: Values) => `${at(values)}: där står inget. Skriv vad serien heter, varifrån den kommer och i vilken enhet. Inget har sparats.`,
  'official.formula': (values: Values) => `${at(values)}: där står en formel utan värde, eller ett fel. Skriv talet eller texten själv. Inget har sparats.`,
  'official.long': (values: Values) => `${at(values)}: texten är för lång. Högst ${values['longest']} tecken får plats. Inget har sparats.`,
  'official.word': (values: Values) => `${at(values)}: ”${values['found']}” går inte att läsa. Skriv ${values['sv']}. Inget har sparats.`,
  'official.period': (values: Values) => `${at(values)}: ”${values['found']}” är ingen period. Skriv 2019, 2019-04, 2019-Q1 eller 2019-H1. Inget har sparats.`,
  'official.value': (values: Values) => `${at(values)}: ”${values['found']}” är inget värde. Skriv ett tal från 0 och uppåt (högst tolv siffror), eller .. när utgivaren inte ger något. Ett streck betyder olika hos olika utgivare: skriv 0 om inget fanns. Inget har sparats.`,
  'official.differs': (values: Values) => `${at(values)}: ${values['series']} har en annan enhet, eller räknas efter ett annat datum, än på raderna före (${values['period']}). Ge det ett eget serienamn. Inget har sparats.`,
  'official.twice': (values: Values) => `${at(values)}: ${values['series']} har två värden för ${values['period']}. Behåll ett. Inget har sparats.`,
  'official.no-rows': ({ file = '' }: Values) => `${file}: där finns inga värden. Inget har sparats.`,
  'official.many': ({ file = '', series = '', most = '' }: Values) => `${file}: ${series} serier i en fil, högst ${most} går. Dela filen. Inget har sparats.`,
  'official.long-series': ({ file = '', series = '', most = '' }: Values) => `${file}: ${series} har fler än ${most} värden. Inget har sparats.`,
  'official.known': ({ file = '' }: Values) => `${file}: allt i filen finns redan, med samma värden. Inget har ändrats.`,
  'official.other-unit': ({ file = '', series = '', unit = '' }: Values) => `${file}: ${series} finns redan med enheten ${unit}, eller räknad efter ett annat datum. Ge den nya ett annat namn. Inget har sparats.`,
  'official.json': ({ file = '', where = '' }: Values) => `${file}: är ingen JSON-stat 2.0 som går att läsa (${where}). Den ska vara ett dataset med en tidsdimension i role.time. Inget har sparats.`,
  'official.json-large': ({ file = '' }: Values) => `${file}: datasetet har för många celler, högst 20 000 går. Välj färre hos utgivaren. Inget har sparats.`,
  'official.json-source': ({ file = '' }: Values) => `${file}: filen säger inte varifrån den kommer. Ange källan när du för in den. Inget har sparats.`,
  'official.json-unit': ({ file = '' }: Values) => `${file}: filen säger ingen enhet. Ange den när du för in den. Inget har sparats.`,
  'official.json-dated': ({ file = '' }: Values) => `${file}: JSON-stat säger inte efter vilket datum det är räknat. Ange anmälningsdatum, händelsedatum eller annat när du för in den. Inget har sparats.`,
}
