// The Swedish words that the checker asks about.
import { phrases } from '../pattern.ts'
import type { Lexicon } from './lexicon.ts'

const people = 'person(?:en|er|erna)?|kvinn(?:a|an|or|orna)|man|mannen|män|männen|flick(?:a|an|or|orna)|pojk(?:e|en|ar|arna)|barn(?:et|en)?|minderårig(?:a|e)?'
  + '|ungdom(?:en|ar|arna)?|tjej(?:en|er|erna)?|kill(?:e|en|ar|arna)|utsatt(?:a|e)?|vuxna'
const things = 'incident(?:en|er|erna)?|händelse(?:n|r|rna)?|ärende(?:t|n|na)?|fall(?:et|en)?|anmälan|anmälning(?:en|ar|arna)|polisanmälan|polisanmälning(?:en|ar|arna)'
  + '|förövare(?:n)?|förövarna|köpare(?:n)?|köparna|sexköpare(?:n)?|sexköparna|sexköp(?:en)?|kopplare(?:n)?|kopplarna|rapporter(?:na)?'
const counted = `(?:(?:möjligt|möjliga|misstänkta?|utsatta|vuxna|unga|minderåriga|dokumenterade|rapporterade|kända|nya) )*(?:${people}|${things})`
const month = '(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec)'
const ordinal = '(?:andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde)'
const units = 'en|ett|två|tre|fyra|fem|sex|sju|åtta|nio'
const word = `(?:${units}|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|tjugo|tjugofyra|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio)`
const amount = `(?:\\d+(?:[.,]\\d+)?(?:[–-]\\d+)?|${word})`
const happened = '(?:gällde|berörde|rörde|avsåg|handlade|var|hade|tackade|erbjöds|kom|fick|dömdes|greps|blev|ledde|saknade)'
const compound = `(?:(?:${units})?hundra)?(?:(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio)(?:${units})?|två|tre|fyra|fem|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton)`

export const sv: Lexicon = {
  idioms: phrases(
    'först och främst', 'två och två', 'ett av nätverkets mål', 'framför allt', 'över huvud taget', 'trots allt', 'i första hand', 'i andra hand', 'ett barn är', '(?:vara|är) (?:en |ren )?slump\\p{L}*', '(?:räknas|betraktas) som (?:ett barn|minderårig)', 'halva (?:året|tiden|dagen|natten)', 'halvår\\p{L}*',
    'det är avgörande att', 'barnets (?:rättigheter|bästa)', 'på grund av (?:sekretess|tystnadsplikt|integritet|skyddet|risken)\\p{L}*', 'trendbrott',
  ),
  harmlessNumbers: phrases(
    // Telephone numbers first: "nummer 020-390 000" is no number 020.
    '(?:(?:telefon|tel\\.?|nummer|nr) )?(?:0\\d{1,3} ?[-–] ?\\d[\\d ]{4,10}\\d|\\+\\d{1,3}[ \\d()-]{6,14}\\d)',
    `\\d{1,2}(?:[–-]\\d{1,2})? ${month}\\.?(?: \\d{4})?`, `${month}\\.?(?:[–-]${month}\\.?)? (?:19|20)\\d\\d`, 'den \\d{1,2}/\\d{1,2}(?:[ -]\\d{2,4})?', '\\d{4}-\\d\\d(?:-\\d\\d)?', '\\d{4}:\\d+',
    `(?:19|20)\\d\\d(?:[–/-](?:\\d\\d|\\d{4}))?(?! (?:${counted})(?![\\p{L}]))`, '(?:1[0-9]|20)\\d0-tal\\p{L}*',
    '(?:kl\\.?|klockan) \\d{1,2}(?:[.:]\\d\\d)?(?:[–-]\\d{1,2}(?:[.:]\\d\\d)?)?', '\\d{1,2}:\\d\\d', '(?:vardagar|helger|måndag\\p{L}*|fredag\\p{L}*) \\d{1,2}[–-]\\d{1,2}', '24/7',
    '\\d+ kap\\.?(?: \\d+(?: ?[a-z])? ?§§?)?', '\\d+(?: ?[a-z])? ?§§?', '§ ?\\d+(?: ?[a-z])?', '(?:\\p{L}*balken|\\p{L}*lagen|BrB|OSL|SoL|SFS|SOU|Ds|prop\\.|rapport|lag) \\(?\\d+(?:/\\d+)?:\\d+\\)?(?: [a-z])?',
    'art(?:ikel|iklarna|\\.) \\d+(?:[.:]\\d+)*(?:(?:,| och| i) \\d+(?:\\.\\d+)*)*',
    '(?:kapitel|avsnitt|figur|tabell|diagram|bilaga|sida|sidan|sidorna|s\\.|not|fotnot|punkt|steg|version|utgåva|upplaga|mål|delmål|nr|nummer|del|fas|zon|linje|protokoll) \\d+(?:[.:]\\d+)*(?:(?:,|–|-| och) ?\\d+(?:\\.\\d+)*)*',
    '114 ?14', '(?<=(?:larm|ring|fara|akut|nöd|SOS)[^.]{0,40})112', '112 vid', '(?:SE-)?\\d{3} \\d\\d(?= \\p{Lu})',
    '\\p{L}+[-/–]?\\d+', '\\d+-procentig\\p{L}*', '(?:under|över|fyllt|fyller) 18(?: år)?', '18 år fyllda', '\\d+ år(?= enligt)',
    `(?:efter|i|under|sedan|inom|om|högst|minst|varje|senaste|vart) ${amount} år`, `på ${amount} år`,
    `${amount} (?:månad(?:er|ers)?|veck(?:a|or|ors)|dag(?:ar|ars)?|dygn|omgångar?|delar|steg|kapitel|bilagor|versioner|frågor|rader|timm(?:e|ar|ars)|minut(?:er|ers)?|sekund(?:er)?|sidor|språk|exemplar)`, `${amount} gånger? (?:om|per|i) (?:året|år|månad(?:en)?|vecka(?:n)?|dag|dygnet)`,
    '\\d[\\d \\u00A0]*(?:kronor|kr|SEK|euro|kvadratmeter|kilometer|km|mil)', '\\p{L}*tvåan?', `för ${ordinal} (?:gången|året)(?: i rad)?`,
  ),
  numbers: {
    blocking: phrases(
      '\\p{N}+(?:[.,:/–-]\\p{N}+|[ \\u00A0]\\p{N}{3}(?!\\p{N}))*', compound, `(?:${units})?hundra`, 'tusen', 'dussin', 'dussintal', 'tiotal', 'tiotals', 'hundratal', 'hundratals', 'hälften', 'halva', 'tredjedel', 'tredjedelar',
      'fjärdedel', 'fjärdedelar', 'femtedel', 'femtedelar', 'dubbelt', 'dubbla', 'fördubblats', 'fördubblades', 'tredubblats', 
    ),
    asked: phrases(
      `(?:${units})?tusen(?:tals)?`, '(?:för|tre|fyr|fem|mång)dubbl\\p{L}+', 'halver(?:at|ats|ade|ades|ing|ingen)', `noll (?:${counted})`, '(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio)tal(?:et)?(?= )', '(?:sjätte|tion)del(?:ar)?',
      `sex(?= (?:av|${counted})(?![\\p{L}]))`, `ett par(?= (?:av|stycken|${counted})(?![\\p{L}]))`, `(?:en|ett|den ena|ytterligare en|ytterligare ett)(?= (?:av (?:de|dem|dessa|${counted})|${happened})(?![\\p{L}]))`,
      'varav (?:en|ett)', '(?:och|samt) (?:en|ett) av', `(?:endast|bara|blott|ytterligare) (?:en|ett)`, `(?:gällde|berörde|rörde|avsåg) (?:en|ett)(?= (?:${counted})(?![\\p{L}]))`, '(?:en|ett) (?:enda|ensam|enstaka) \\p{L}+', `(?<!(?:kan|får) (?:\\p{L}+ ){0,2})i (?:ett|en) (?:av (?:de|dessa)|enda|(?:fall|ärende|incident)(?! (?:kan|får|ska|som)))`,
      `(?:den|det) ${ordinal}(?= (?:${counted})(?![\\p{L}]))`, `(?:en|ett) ${ordinal.replace('andra|', '')}(?= (?:${counted})(?![\\p{L}]))`, `vart? ${ordinal}(?= (?:${counted})(?![\\p{L}]))`, `var(?:annan|tannat)(?= (?:${counted})(?![\\p{L}]))`,
    ),
  },
  quantifiers: {
    blocking: phrases(
      'samtliga', 'ingen av', 'inga av', 'ett fåtal', 'enstaka', 'någon enda', 'endast en', 'bara en', 'mannen', 'kvinnan', 'flickan', 'pojken', 'barnet', 'den minderåriga', 'den minderårige', 'båda', 'majoriteten', 'flertalet',
      '(?:en|ett) (?:vuxen |ung |minderårig |ensam )?(?:man|kvinna|flicka|pojke|barn|minderårig)',
    ),
    asked: phrases(
      `(?:nästan |så gott som |i stort sett )?alla (?:de |dessa |dem |av )?(?:${counted})`, 'alla (?:dessa|dem)', 'nästan alla(?= (?:av|de|är|var|hade|kom|gällde)(?![\\p{L}]))', `inga(?: andra)? (?:${counted})`, `ingen (?:${people})`, 'inte en enda', '(?:de )?allra flesta', 'de flesta', '(?:en )?(?:klar |stor |överväldigande )?majoritet(?:en)?',
      'merparten', 'huvuddelen', 'lejonparten', 'en minoritet', 'en (?:stor|större|liten|mindre|betydande) (?:del|andel)', 'en handfull', '(?:några|bara|endast|mycket) få', `få av (?:de|dem|dessa|${counted})`, `(?<!hur )många av (?:de|dem|dessa|${counted})`,
      '(?:enbart|endast|bara|uteslutande) (?:kvinnor|män|flickor|pojkar|barn|vuxna|minderåriga)', 'den enda? (?:kvinnan|mannen|flickan|pojken|personen)', 'kvinnorna', 'männen', 'flickorna', 'pojkarna', 'barnen', 'den (?:yngsta|äldsta)', `varenda`, 'tjejen', 'killen', 'tjejerna', 'killarna',
    ),
  },
  cause: {
    blocking: phrases('bidragit', 'bidrog', 'bidrar till att', 'tack vare', 'orsakat', 'orsakade', 'orsaken till', 'beror på', 'berodde på'),
    asked: phrases(
      `(?:lett|ledde) till(?! [\\uE000-\\uF8FF])`, 'leder till', 'på grund av', 'till följd av', 'som (?:ett )?resultat av', '(?:ett )?resultat av', 'resulter(?:at|ade|ar) i', 'medfört', 'medförde', 'förklaras av', 'förklaringen (?:är|till)', '(?:ger|gett|gav|givit|haft|får|fått|fick) (?:\\p{L}+ )?(?:resultat|effekt|verkan)',
      'möjliggjort', 'möjliggjorde', 'påverkat', 'påverkades', 'visar att (?:arbetet|insatserna|satsningen|samverkan)', 'effekt(?:en)? av', 'drivs av', 'lyckats', 'burit frukt', 'genererat', 'avskräckt', 'gjort skillnad', '(?:det )?är (?:tydligt|uppenbart|klart|bevisat) att', '(?:det )?(?:är|blir) (?:också )?tydligt(?= genom)', '(?:bevisar|bekräftar|visar) (?:tydligt )?att', 'tyder på att', 'talar för att', 'förhindrat', 'skrämt (?:bort|undan|iväg)', 'ringar på vattnet', 'slutade', 'slutat', 'biter', 'förebyggt', 'motverkat', 'stoppat', 'förändrat', 'vänt (?:trenden|utvecklingen)', 'verkningsful\\p{L}*', 'ger effekt', 'lönar sig', 'lönat sig', 'effektiv(?:t|a)?', 'sedan dess', '(?:en )?(?:direkt )?(?:följd|konsekvens|effekt) av', 'i spåren av', 'förtjänst(?:en)?', '(?:har |hade )?(?:gjort|gjorde|inneburit|innebar) att', 'ligger bakom', 'gett upphov', 'banat väg', 'satt stopp', 'satte stopp', '(?:har|hade) fått (?:\\p{L}+ ){1,2}att', 'fick (?:\\p{L}+ ){1,2}att', 'drivit (?:fram|bort)', 'tvingat (?:fram|bort)', 'skapat förutsättningar',
      'hänger (?:samman|ihop) med', 'genom (?:vårt|nätverkets|polisens|kommunens) (?:arbete|insats\\p{L}*)', '(?:har |hade )?hjälpt (?:till|fram)', 'framgång\\p{L}*', 'lyckad(?:e|es)?', 'lyckat', 'skäl(?:et)? (?:till|är) att',
    ),
  },
  size: {
    blocking: phrases('avgörande', 'markant', 'genombrott', 'kraftigt?a?', 'dramatiskt?', 'drastiskt?', 'alarmerande', 'signifikanta?t?'),
    asked: phrases(
      'rekord\\p{L}*', 'explosion\\p{L}*', 'exploderat', 'skenar', 'skenat', 'skenande', 'lavinartat?', 'betydligt', 'betydande', 'avsevärt?', 'avsevärda', 'väsentligt', 'påtagligt?', 'oroväckande', 'oroande', 'chockerande', 'anmärkningsvärt', 'enormt?', 'massiva?t?', 'utbrett?', 'utbredda',
      'stor (?:ökning|minskning|skillnad)', 'tydlig (?:ökning|minskning|skillnad|förändring)', 'i (?:mycket )?(?:hög|stor) (?:grad|utsträckning)', 'mycket (?:vanlig|ovanlig)t?', 'markanta', 'dramatiska', 'drastiska', 'epidemi', 'ovanligt (?:många|få)', '(?:väldigt|mycket) (?:många|få)',
    ),
  },
  direction: {
    blocking: phrases('ökat', 'ökade', 'ökar', 'ökning(?:en|ar|arna)?', 'minskat', 'minskade', 'minskar', 'minskning(?:en|ar|arna)?', 'trend(?:en|er)?'),
    asked: phrases(
      'ökande', 'minskande', `(?:ökad|minskad) (?:prostitution|människohandel|utsatthet|lagföring|brottslighet|förekomst|efterfrågan)`, 'stigit', 'stiger', 'steg(?! \\d| för)', 'stigande', 'sjunkit', 'sjunker', 'sjönk', 'sjunkande', 'avtagit', 'avtar', 'tilltagit', 'tilltar', 'tilltagande', 'uppgång(?:en)?', 'nedgång(?:en)?', 'vuxit', 'växer', 'växte', 'växande', 'krympt', 'krymper',
      'gått (?:upp|ned|ner)', 'gick (?:upp|ned|ner)', '(?:vanligare|ovanligare|oftare|mindre vanligt)(?: \\p{L}+)? än', 'blivit (?:\\p{L}+ )?(?:vanligare|ovanligare|fler|färre|värre|bättre)', 'allt (?:vanligare|oftare|fler|färre|mer|mindre)', `(?:fler|färre) (?:${counted})`, '(?:fler|färre|högre|lägre) än (?:tidigare|förra|föregående|året|under|i fjol|åren)', 'mer än (?:tidigare|förra|föregående|i fjol)', 'försämrats', 'förbättrats', 'förvärrats', 'förbättring', 'försämring', 'utvecklingen (?:går|pekar|är)', '(?!(?:annorlunda|senare|tidigare|mindre|snarare|hellre) )\\p{L}{3,}are än', '(?:värre|bättre|sämre|större|mindre|fler|färre|högre|lägre) än', '(?:en|ett) (?:vanligare|större|mindre|allt) \\p{L}+', '(?:gått|gick|går) från', '(?:bättre|sämre) på att', 'bre(?:der|tt|dde) ut sig', 'sprid(?:er|it|ning|s)(?: sig)?', 'spritt sig', '(?:blir|blivit|blev|bli) (?:allt )?(?:fler|färre|värre|bättre|\\p{L}{3,}are)', 'eskaler\\p{L}+', 'accelerer\\p{L}+', 'mattats(?: av)?', 'planat ut', 'toppnoter\\p{L}+', 'kulminer\\p{L}+', 'oförändrad?t?', 'stabil(?:t|a)?', 'upptrapp\\p{L}+', 'trappats (?:upp|ned|ner)', 'förskjut(?:its|ning)', '(?:har |hade )?förändrats', 'dubbl\\p{L}+', 'vän(?:t|der) (?:uppåt|nedåt)', 'uppåt', 'nedåt', 'stärk(?:t|ts|s|er|te)', 'försvag(?:at|ats|as|ades)', 'försvunnit', 'försvinner', 'försvann', 'upphört', 'rasat', 'rasar', 'rusat', 'rusar', 'i höjden', 'tagit fart', 'bromsat(?:s|s in| in)?', 'dämpat(?:s)?', 'fått fäste', 'slagit rot', 'etablerats', 'uppstått', 'återkommit', 'flyttat (?:in|ut|till|från)', 'klättrat', 'expanderat', 'intensifierats', 'blommat upp', 'dykt upp', 'skjutit fart', 'ersatts av', 'trängts? undan', '(?:större|mindre|värre|bättre|vanligare|\\p{L}{3,}are) (?:i år|nu|i dag|numera|under året|på sistone)', 'från \\p{L}* ?år till år',
    ),
  },
  up: phrases('ök\\p{L}*', 'bli\\p{L}* fler', 'bre\\p{L}+ ut sig', 'spri\\p{L}+(?: sig)?', 'stig\\p{L}*', 'steg', 'tillta\\p{L}*', 'uppgång\\p{L}*', 'väx\\p{L}*', 'vuxit', 'g[åi]\\p{L}+ upp', '\\p{L}* ?fler \\p{L}*(?: \\p{L}+)*', 'allt (?:vanligare|oftare|mer)', 'högre än \\p{L}+'),
  down: phrases('minsk\\p{L}*', 'sjunk\\p{L}*', 'sjönk', 'avta\\p{L}*', 'nedgång\\p{L}*', 'krymp\\p{L}*', 'g[åi]\\p{L}+ ne[dr]\\p{L}*', '\\p{L}* ?färre \\p{L}*(?: \\p{L}+)*', 'lägre än \\p{L}+'),
  denial: phrases(
    '(?:går|gick) (?:det )?(?:ännu )?inte att', 'kan (?:inte|ej|varken) (?:sägas|fastställas|bedömas|uteslutas|avgöras|utläsas|läsas|slutas|visas|besvaras)', '(?:tror|menar|anser|vet|påstår|säger|betyder|bevisar|visar|innebär) (?:alltså |därför )?(?:inte|inget|ingenting|varken)', 'inga (?:\\p{L}+ )?slutsatser', 'utan att (?:säga|veta)',
  ),
  turns: phrases('utan', 'men', 'däremot', 'snarare'),
  whether: /^(?:om|huruvida|ifall)(?=\s)/iu,
  wish: phrases('kan', 'kunde', 'skulle', 'behöver', 'vill', 'hoppas', 'måste', 'bör', 'ska', 'kräver', 'kräv[ts]', 'önskar', 'syftar', 'för att'),
  terms: [
    { pattern: phrases('(?:\\p{L}*(?:brotts|handels|våld[s]?)-?)?(?:offer|offret|offrets|offren|offrens)'), instead: 'möjligt utsatt person' },
    { pattern: phrases('(?<!(?:möjliga?|misstänkta?|förmodade?|andra möjliga) )(?:förövare|förövaren|förövarens|förövarna|förövarnas)', 'gärningsm[aä]n(?:nen)?', 'gärningsmannens'), instead: 'möjlig förövare' },
    { pattern: phrases('prostituerade?s?', 'horor?', 'gatflickor?(?:na)?'), instead: 'möjligt utsatt person i prostitution' },
  ],
  percent: '(?:procent|%)',
  of: '(?:\\s+av\\s+(?:(?:de|totalt|alla|samtliga|sammanlagt)\\s+)?|\\s*/\\s*)',
  ofWhom: '(?:varav|av vilka|bland dem)',
  opensOf: 'av (?:de )?',
  atLeast: '(?:minst\\s+)',
  severalAnswers: /flera\s+(?:svar|nationaliteter|indikatorer|kategorier|\p{L}+\s+kan)|summera\s+till\s+mer|mer\s+än\s+(?:helheten|basen|hundra\s+procent)|fler\s+än\s+ett\s+svar/iu,
  counted: {
    incident: /(?:antalet|antal|fler|färre|ökning(?:en)? av|minskning(?:en)? av)(?:\s+antalet)?(?:\s+(?:dokumenterade|rapporterade|kända|misstänkta|nya))*\s+(?:incident|händelse)/iu,
    person: /(?:antalet|antal|fler|färre|ökning(?:en)? av|minskning(?:en)? av)(?:\s+antalet)?(?:\s+(?:dokumenterade|rapporterade|kända|möjligt|misstänkta|nya|utsatta|vuxna))*\s+(?:person|utsatta|kvinn|män|barn|flick|pojk)/iu,
  },
  everyYear: /år\s+för\s+år|varje\s+år|år\s+efter\s+år|för\s+varje\s+år|stadig|sedan\s+(?:start|insamlingen)/iu,
}
