// The first form in Swedish.
import type { FormWordsOf } from '../form-words.ts'
import type { lykta1 } from './form.ts'

const answer = { yes: 'Ja', no: 'Nej', unknown: 'Vet inte' } as const

export const lykta1Sv: FormWordsOf<typeof lykta1> = {
  language: 'Svenska',
  steps: {
    source: { title: 'Hur kom uppgiften?', help: 'Du skriver in det som någon annan har berättat.' },
    signs: { title: 'Vad såg du?', help: 'Kryssa det som stämmer. Inget måste kryssas, och inget tecken bevisar något ensamt.' },
    when: { title: 'När hände det?', help: 'Så nära du vet: en dag, ungefär en dag, bara månaden eller bara året.' },
    where: { title: 'Var hände det?', help: 'Slags plats och ungefärligt område. Skriv ingen adress och inget rumsnummer.' },
    suspicion: { title: 'Vad misstänker du?', help: 'Välj det som ligger närmast. Det är en misstanke och inget påstående.' },
    persons: {
      title: 'Vem kan vara utsatt?',
      help: 'Personer som du vet ungefär samma sak om hör till samma grupp. Skriv inga namn. Vet du inget går du vidare.',
    },
    perpetrators: { title: 'Fanns det möjliga förövare?', help: 'Bara hur många, efter roll. Skriv aldrig vem.' },
    contacts: { title: 'Vilka har kontaktats?', help: 'Det som har gjorts hittills. Det går att fylla på senare.' },
    reason: { title: 'Varför misstänker du detta?', help: 'Berätta med egna ord vad du såg och hörde.' },
  },
  questions: {
    channel: { label: 'Hur kom uppgiften till dig?', help: 'Formulär är det som rapportören själv har fyllt i.' },
    reportedBy: { label: 'Vem lämnade uppgiften?', help: 'Organisationen, aldrig en person. En källa utanför nätverket är också en källa.' },
    reportedOn: { label: 'Vilken dag fick du uppgiften?', help: 'Lämnas den tom gäller dagen i dag.' },
    indicators: { label: 'Tecken', help: 'Sök eller bläddra. Kryssa bara det som du själv såg eller hörde.' },
    occurred: { label: 'Datum', help: 'Pågick det länge, ange den dag då du såg det.' },
    placeType: { label: 'Slags plats', help: 'Där det hände eller där du såg det.' },
    area: { label: 'Område', help: 'En stadsdel eller ett område, till exempel Centrum. Ingen adress, inget namn.' },
    exploitation: { label: 'Misstänkt form av utnyttjande', help: 'Stämmer flera, välj den som verkar viktigast.' },
    persons: { label: 'Möjligt utsatta personer', help: 'Lägg till en grupp för varje slags person.' },
    count: { label: 'Hur många?', help: 'Välj minst om det kan ha varit fler.' },
    sex: { label: 'Kön', help: 'Så som du uppfattade det.' },
    ageGroup: { label: 'Ålder', help: 'Minderårig är den som är under 18 år. Är du osäker, välj vet inte.' },
    nationalities: { label: 'Medborgarskap', help: 'Bara om någon har berättat det eller om du har sett en handling. Gissa inte.' },
    concernReport: {
      label: 'Har en orosanmälan gjorts till socialtjänsten?',
      help:
        'När ett barn kan fara illa ska anställda på myndigheter och i verksamheter som rör barn genast anmäla det till socialtjänsten, ' +
        'och alla andra bör göra det (socialtjänstlagen). Det är en annan sak än en polisanmälan. Att rapportera här är ingen orosanmälan.',
    },
    concernReportOn: { label: 'Vilken dag gjordes orosanmälan?', help: 'Lämna tomt om du inte vet.' },
    buyers: { label: 'Möjliga sexköpare', help: 'Skriv 0 om det inte fanns någon. Lämna tomt om du inte vet.' },
    procurers: { label: 'Möjliga kopplare', help: 'Den som verkar ordna eller tjäna på det. 0 om ingen, tomt om du inte vet.' },
    otherPerpetrators: { label: 'Andra möjliga förövare', help: 'Till exempel vakt, chaufför eller mellanhand. 0 om ingen, tomt om du inte vet.' },
    policeContacted: { label: 'Har polisen kontaktats?', help: 'Av dig eller någon annan. Ett samtal räcker.' },
    policeReports: { label: 'Hur många polisanmälningar har gjorts?', help: 'Skriv 0 om ingen. Lämna tomt om du inte vet.' },
    support: { label: 'Stöd', help: 'För varje grupp: vad socialtjänst eller civilsamhälle har gjort.' },
    supportContact: {
      label: 'Har socialtjänst eller en stödorganisation haft direkt kontakt?',
      help: 'Personal eller volontärer har talat med eller skrivit till personen. Polis, vård och företag räknas inte.',
    },
    supportOrganisation: { label: 'Vilken organisation?', help: 'Lämna tomt om du inte vet.' },
    contactDate: { label: 'Vilken dag var den första kontakten?', help: 'Lämna tomt om du inte vet.' },
    supportOffered: { label: 'Har stöd erbjudits?', help: 'Till exempel boende, samtal eller hjälp att resa hem.' },
    acceptedSupport: { label: 'Tackade personen ja till stöd?', help: 'Är svaren olika inom gruppen, dela den i två.' },
    reason: {
      label: 'Anledning till misstanken',
      help:
        'Skriv vad som hände, inte vem. Inga namn, personnummer, telefonnummer, registreringsnummer eller rumsnummer. Texten krypteras ' +
        'på din enhet innan den skickas och kan bara läsas av dem i nätverket som har nyckeln.',
    },
  },
  codes: {
    channel: { form: 'Formulär', telephone: 'Telefon', paper: 'Papper', meeting: 'Möte' },
    placeType: {
      hotel: 'Hotell eller annat boende för gäster', home: 'Bostad', street: 'Gata eller annan plats utomhus', internet: 'Internet',
      workplace: 'Arbetsplats', 'massage-parlour': 'Massagesalong', other: 'Annan plats', unknown: 'Vet inte',
    },
    exploitation: {
      sexual: 'Sexuella ändamål', begging: 'Tiggeri', labour: 'Tvångsarbete', 'domestic-servitude': 'Hushållsslaveri',
      'forced-criminality': 'Tvång att begå brott', 'organ-removal': 'Organhandel', 'forced-marriage': 'Tvångsäktenskap',
      other: 'Något annat', unknown: 'Vet inte',
    },
    sex: { woman: 'Kvinna', man: 'Man', other: 'Annat', unknown: 'Vet inte' },
    ageGroup: { adult: 'Vuxen', minor: 'Minderårig', unknown: 'Vet inte' },
    concernReport: answer,
    policeContacted: answer,
    supportContact: answer,
    supportOffered: answer,
    acceptedSupport: answer,
  },
  unknown: 'Vet inte',
  atLeast: 'Minst',
  about: 'Ungefär',
  precisions: { day: 'En dag', month: 'Bara månaden', year: 'Bara året' },
  outside: 'Någon utanför nätverket',
  addGroup: 'Lägg till grupp',
  group: (number) => `Grupp ${number}`,
}
