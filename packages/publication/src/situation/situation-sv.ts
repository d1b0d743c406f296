// The words of situation reports in Swedish.
import type { SituationWords } from './situation-words.ts'

export const situationSv: SituationWords = {
  title: { core: (day) => `Lägesrapport till kärngruppens möte ${day}`, network: (day) => `Lägesrapport till nätverkets möte ${day}` },
  publicTitle: (day) => `Lägesrapport ${day}`,
  since: (from) => `Läget sedan förra mötet, ${from}.`,
  first: 'Den första lägesrapporten.',
  audience: {
    core: 'Bara för kärngruppen',
    network: 'För nätverkets medlemmar',
    public: 'För alla',
  },
  about: 'Om lägesrapporten',
  facts: { period: 'Månader som räknas', meeting: 'Förra mötet', compared: 'Jämförs med' },
  heading: {
    short: 'I korthet', counts: 'Sedan förra mötet', stands: 'Sticker något ut?', chain: 'Från känd till stöd', rows: 'Vad som sågs',
    told: 'Incidenter', edition: 'Läget i den senaste årsrapporten', effort: 'Arbetet bakom siffrorna', actions: 'Öppna åtgärder', how: 'Så är rapporten gjord',
  },

  counted: (now, before) => `Här räknas incidenter som inträffade under ${now}. De jämförs med lika lång tid före: ${before}. Det är hela månader, så att perioderna går att jämföra.`,
  nothingCounted: 'Inget tal från perioden kan stå här: det är färre än tre incidenter, eller färre än tre organisationer bakom dem. Kärngruppen ser vad som kommit in under Ärenden.',
  noMonth: 'Ingen hel månad har gått sedan förra rapporten, så den här räknar inga nya incidenter.',
  columns: { measure: 'Uppgift', both: 'båda perioderna' },
  incidents: (period) => `Incidenter ${period}`,
  before: (count, period) => `${period}: ${count}`,
  hiddenFigure: 'Visas inte: för få, eller för få organisationer bakom talet.',

  stands: {
    nothing: 'Inget sticker ut.',
    notCompared: 'Inget sticker ut. Det finns ännu inte två lika långa perioder att jämföra.',
    tested: (count, tooFew) => `${count === 1 ? 'En sak prövades' : `${count} saker prövades`}${tooFew > 0 ? `, och ${tooFew === 1 ? 'en' : tooFew} var för få för att prövas` : ''}.`,
    more: (what, now, before) => `${what}: ${now}, mot ${before} före. Fler än vad slumpen brukar ge.`,
    fewer: (what, now, before) => `${what}: ${now}, mot ${before} före. Färre än vad slumpen brukar ge.`,
    how: 'Något sticker ut när det är minst fem incidenter och skillnaden mot perioden före är större än vad slumpen brukar ge, också när man räknar med att många saker prövades. Det säger inte varför. Fler incidenter kan betyda att fler har tittat, och färre att allt inte har kommit in än.',
    total: 'Incidenter',
  },
  chain: {
    title: 'Så långt kom incidenterna',
    subtitle: (period) => `Antal incidenter som nådde varje steg, ${period}. Nyare incidenter har haft kortare tid på sig.`,
    steps: { incidents: 'Incidenter', policeContacted: 'Polisen kontaktad', incidentsInContact: 'Direktkontakt med stöd', incidentsOffered: 'Stöd erbjudet', incidentsAccepting: 'Tackat ja' },
    ofEdition: (period) => `Antal incidenter som nådde varje steg ${period}, med de tal som står i årsrapporten.`,
    none: 'Kedjan visas inte för den här perioden: talen är för små.',
    nested: 'Varje steg räknar också de incidenter som kom längre. Stegen är nätverkets egna, och det som är uppskrivet i ärendena räknas tillsammans med incidenternas svar.',
    answers: 'Här räknas det som incidenterna själva svarar. Nätverkets egna steg däremellan räknas bara för kärngruppen.',
    joined: (steps) => `Steg utan egen stapel, för att talen är för små: ${steps}. De räknas med steget före.`,
    unfounded: (count) => `${count} av incidenterna bedömdes senare som ogrundade. De är med i den första stapeln och i ingen annan.`,
  },
  times: {
    intro: (from, to) => `Så lång tid gick det vanligen från steget före, i ärenden vars första incident rapporterades ${from}–${to}:`,
    one: (step, time) => `${step}: ${time}`,
    day: (count) => (count === 0 ? 'samma dag' : count === 1 ? 'ungefär en dag' : `ungefär ${count} dagar`),
    week: (count) => (count === 0 ? 'mindre än en halv vecka' : count === 1 ? 'ungefär en vecka' : `ungefär ${count} veckor`),
    how: 'Det är mediantider: hälften av ärendena tog kortare tid och hälften längre. En tid visas när tillräckligt många ärenden från flera organisationer har båda dagarna uppskrivna, och den är avrundad.',
    none: 'Tider mellan stegen visas inte: för få ärenden har båda dagarna uppskrivna.',
  },
  apart: {
    means: 'Incidenter som har dragits tillbaka räknas inte. Incidenter som senare bedömdes som ogrundade är kvar i talen, och deras antal står här för sig när det är stort nog.',
    none: 'Antalet tillbakadragna och antalet ogrundade är för litet för att visas.',
    withdrawn: (count, period) => `${period}: ${count} incidenter drogs tillbaka och räknas inte.`,
    unfounded: (count, period) => `${period}: ${count} incidenter bedömdes senare som ogrundade. De räknas med.`,
  },
  police: 'Att polisen kontaktades och att ett brott anmäldes är två olika saker. En incident kan leda till ingen, en eller flera polisanmälningar, ofta veckor senare. Därför är antalet anmälningar inte en del av antalet incidenter med polisen kontaktad, och det kan öka i efterhand.',
  rowsIntro: 'Tal som är för små, eller som har för få organisationer bakom sig, visas som ×.',

  toldIntro: 'Antalet incidenter berättas för en del av året i taget, när den är slut och när det som återstår av året är så mycket att ingenting går att räkna fram.',
  told: (count, period, day) => `${count} incidenter under ${period}, så långt det var känt ${day}.`,
  toldTable: 'Incidenter för de delar av året som kan berättas',
  toldOn: (day) => `berättat ${day}`,
  noneTold: 'Den här gången kan inget antal incidenter berättas.',
  untold: {
    'rest-too-small': 'Den senaste delen av året berättas senare. Det som hittills är känt om resten av året är för litet: tillsammans med årets summa skulle det gå att räkna fram.',
    'too-few': 'Den senaste delen av året har för få incidenter för att berättas för sig. Den räknas in i årets summa.',
  },
  little: 'Att inget antal står här betyder inte att inget har hänt. I ett litet nätverk skulle ett litet tal kunna peka ut någon.',
  edition: (year) => `De senaste godkända talen, till och med ${year}. De är desamma som i årsrapporten.`,
  noEdition: 'Ingen årsrapport har godkänts ännu.',

  effort: {
    intro: (period) => `Under ${period}:`,
    active: (members) => `aktiva organisationer, av ${members}`,
    activeMeans: 'har rapporterat, sagt ”inget att rapportera”, utbildat eller varit ute',
    trainings: 'utbildningar',
    trained: 'personer utbildade',
    passes: 'uppsökande pass',
    notCollected: 'inte insamlat',
    notCounted: 'inte räknade',
    uncounted: 'minst: för någon utbildning räknades inte deltagarna',
    why: 'Läs alltid antalet incidenter tillsammans med det här. Om fler tittar syns mer.',
  },
  actions: {
    counts: (open, overdue, settled) => `${open === 0 ? 'Ingen åtgärd är öppen' : open === 1 ? 'En åtgärd är öppen' : `${open} åtgärder är öppna`}${overdue > 0 ? `, ${overdue === 1 ? 'en' : overdue} har passerat sitt datum` : ''}. ${settled === 0 ? 'Ingen har avslutats' : settled === 1 ? 'En har avslutats' : `${settled} har avslutats`} sedan förra mötet.`,
    one: (organisation, made, due) => `${organisation ?? 'Ingen ansvarig utsedd'}: från mötet ${made}${due === null ? ', utan datum' : `, ska vara klar ${due}`}`,
    overdue: ' – har passerat',
    none: 'Inget är kvar att göra från tidigare möten.',
    sealed: 'Vad åtgärderna gäller är förseglat och läses på mötets sida av den som har nyckel.',
  },
  how: {
    core: [
      'Ett tal visas från tre incidenter och tre organisationer, och först när minst två incidenter återstår utan någon enskild organisations egna. Det gäller också här, så att ett papper som blir liggande inte berättar om någon.',
      'Talen får inte föras vidare utanför kärngruppen. Nätverket och allmänheten har egna versioner.',
    ],
    wider: [
      'Ett tal visas från fem incidenter och tre organisationer, och prövas mot allt som har publicerats tidigare. En del av ett år berättas en gång och ändras inte; årsrapporten räknar även det som kom in senare.',
      'Uppgifter om personer, platser och nationaliteter står bara i årsrapporten, för flera år tillsammans.',
    ],
  },
  signs: 'Ser du något som oroar? Ring 112 om någon är i fara, annars 114 14 till polisen.',
}
