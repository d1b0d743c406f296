// A person's name after the words that announce one: "heter", "kallas", "is called", "named".
import { detector } from './finding.ts'

const announced = [
  String.raw`het(?:er|te|at)`, String.raw`kalla(?:s|des|ts|r sig|de sig|t sig|r henne|r honom|r dem)(?: för)?`, String.raw`gå(?:r|tt)? under namnet`, 'gick under namnet', 'vid namn', 'med namnet', 'namngiven',
  String.raw`(?:hennes|hans|deras|mitt|förnamnet|efternamnet|flickans|kvinnans|mannens|gästens|chaufförens|ägarens)?[ ]?namn(?:et)?[ ]?(?:är|var|:)`, String.raw`presentera(?:r|de) sig som`, 'säger sig heta', 'sa att (?:hon|han) hette',
  String.raw`(?:is|was|are|were|be|being|been) (?:called|named)`, String.raw`call(?:s|ed)? (?:her|him|them)(?:self|selves)?`, String.raw`(?:a |the )?(?:man|woman|girl|boy|guest|driver|person|someone|somebody|guy|lady) (?:called|named)`, 'goes by(?: the name(?: of)?)?', 'went by(?: the name(?: of)?)?',
  'by the name of', 'known as', String.raw`(?:her|his|their|my|first|last|the)? ?(?:name|names) (?:is|was|are|were)`, String.raw`introduced (?:her|him)self as`, 'känd som', 'alias', String.raw`a\.?k\.?a\.?`,
].join('|')

/** What may be called something without being a person: places, businesses, things. */
const places = String.raw`(?:hotel+(?:et|l)?|gata[ns]?|gatan|väg(?:en)?|restaurang(?:en)?|salong(?:en)?|massagesalong(?:en)?|klubb(?:en)?|bar(?:en)?|butik(?:en)?|firma[ns]?|bolag(?:et)?|företag(?:et)?|sajt(?:en)?|sida[ns]?|webbplats(?:en)?|app(?:en)?|område(?:t)?|stadsdel(?:en)?|park(?:en)?|plats(?:en)?|by(?:n)?|stad(?:en)?|ort(?:en)?|projekt(?:et)?|lag(?:en)?|tjänst(?:en)?|skola[ns]?|camping(?:en)?|båt(?:en)?|färja[ns]?|organisation(?:en)?|förening(?:en)?|verksamhet(?:en)?|boende(?:t)?|program(?:met)?|konto(?:t)?|grupp(?:en)?|hund(?:en)?|medicin(?:en)?|drog(?:en)?|street|road|restaurant|salon|parlou?r|club|shop|store|company|firm|business|site|website|page|app|area|district|square|place|village|town|city|project|law|act|service|school|campsite|boat|ferry|organi[sz]ation|association|charity|shelter|program(?:me)?|platform|dog|drug|medicine|indicator|method|form)`
const before = new RegExp(String.raw`${places}(?:[ ,]+(?:som|där|which|that|tydligen|nog|väl|apparently|där hon bor|där han bor|är|was|is|then|now|nu|då))*[ ,]*$`, 'iu')
const capitals = String.raw`(?:(?:något(?: på)?|typ|nog|tydligen|egentligen|bara|antagligen|troligen|förmodligen|visst|kanske|möjligen|visst|apparently|just|probably|possibly|maybe|perhaps|really|like|also|också|även)[ ]+)*["'”’“‘»]?(?<detail>\p{Lu}[\p{Ll}\p{M}'’-]+(?:[ -](?:(?:von|van|de|al|el|da|dos|bin|ibn|af)[ ])?\p{Lu}[\p{Ll}\p{M}'’-]+){0,3}|\p{Lu}{2,15})`

const neverNames = new Set(['Det', 'Den', 'De', 'Hon', 'Han', 'Vi', 'Jag', 'Polisen', 'Polis', 'Socialtjänsten', 'The', 'They', 'She', 'He', 'It', 'We', 'I', 'Police', 'Unknown', 'Okänt', 'Okänd'])

export const findNamedPersons = detector(
  'named-person',
  // The announcing words in any case, the name itself in capitals: hence the two halves are matched apart.
  new RegExp(String.raw`(?<![\p{L}])(?:${announced.replaceAll(/[a-zåäö](?![^[]*\])/g, (letter) => letter)})[ :]+${capitals}`, 'gu'),
  (match) => !neverNames.has(match.groups!['detail']!) && !before.test(match.input.slice(Math.max(0, match.index - 80), match.index)),
)
