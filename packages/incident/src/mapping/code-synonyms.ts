// What other registers write for our codes, in Swedish and English. Data; found here it is proposed, and a person confirms it.
import type { CodedList } from '../import/code-list.ts'

const unknown = 'okänd, okänt, vet ej, vet inte, ej känt, oklart, osäkert, framgår ej, uppgift saknas, ?, unknown, not known, don’t know, don\'t know, dk, unclear, not stated, n/k'
const yes = 'ja, j, x, sant, true, 1, yes, y, ✓'
const no = 'nej, n, falskt, false, 0, no'

/** Words by code, separated by commas. */
export const codeSynonyms: Readonly<Record<CodedList, Readonly<Record<string, string>>>> = {
  answer: { yes, no, unknown },
  yesNo: { yes, no },
  sector: {
    police: 'polisen, polismyndigheten, police force, constabulary', 'social-services': 'socialtjänsten, socialkontor, social services, social work, soc',
    'civil-society': 'ideell, ideell organisation, förening, frivilligorganisation, trossamfund, jour, kvinnojour, ngo, charity, voluntary, faith group, civil society',
    business: 'företag, hotell, privat, hyresvärd, company, private, hotel, landlord, private sector', municipality: 'kommunen, stad, council, local authority, city',
    region: 'vård, sjukvård, landsting, health, health care, nhs, county', other: 'övrigt, annan, others',
  },
  placeType: {
    hotel: 'hotell/vandrarhem, vandrarhem, hotellrum, hostel, hotel room, guest house, motel, b&b', home: 'lägenhet, bostad/lägenhet, villa, privatbostad, hem, flat, apartment, house, private home, private address, residence, airbnb',
    street: 'gatan, gatumiljö, utomhus, torg, parkering, street/outdoors, outdoors, on the street, park, public place', internet: 'nätet, online, på nätet, webben, annons, website, advert, web',
    workplace: 'arbetsplatsen, jobb, byggarbetsplats, restaurang, bygge, work place, place of work, restaurant, building site, farm, car wash', 'massage-parlour': 'massage, massagesalongen, spa, thaimassage, massage parlor',
    other: 'övrigt, annan plats, annat ställe, others, other place', unknown,
  },
  exploitation: {
    sexual: 'sexuell, prostitution, sexuella ändamål/prostitution, sexuellt, sexhandel, människohandel för sexuella ändamål, sex, sexual exploitation, sex trafficking, sex work, prostitution/sexual',
    begging: 'tiggande, tiggeri, forced begging', labour: 'arbete, arbetskraft, arbetskraftsexploatering, människoexploatering, människohandel för tvångsarbete, forced labour, labour exploitation, labor, forced labor, work',
    'domestic-servitude': 'hushåll, hushållsarbete, tjänstefolk, domestic, servitude, domestic work', 'forced-criminality': 'kriminalitet, brott, stöld, narkotika, criminal exploitation, crime, county lines, forced crime',
    'organ-removal': 'organ, organs, organ trafficking', 'forced-marriage': 'äktenskap, barnäktenskap, marriage', other: 'övrigt, annat, others', unknown,
  },
  sex: { woman: 'kvinna, k, kv, flicka, kvinnligt, f, female, girl, w', man: 'man, m, pojke, manligt, male, boy', other: 'icke-binär, annan, non-binary, trans', unknown },
  ageGroup: { adult: 'vuxen, 18+, över 18, v, adult, over 18, a', minor: 'barn, under 18, <18, minderårig, child, minor, juvenile, c', unknown },
  source: { member: 'medlem, nätverket, member, network', external: 'extern, utomstående, allmänhet, tips, external, public, outside' },
  category: {},
}

/** Cells that only say that nothing stands there. */
export const emptyWords: ReadonlySet<string> = new Set(['-', '–', '—', 'ej aktuellt', 'saknas', 'n/a', 'na', 'none', 'nil', '.', '/'])

/** Numbers in words, as an import reads them. */
export const numberWords: Readonly<Record<string, string>> = {
  ingen: '0', inga: '0', noll: '0', none: '0', zero: '0', en: '1', ett: '1', one: '1', två: '2', two: '2', tre: '3', three: '3', fyra: '4', four: '4', fem: '5', five: '5', sex: '6', six: '6',
  flera: 'minst 2', 'ett par': 'minst 2', några: 'minst 2', several: 'minst 2', some: 'minst 2', 'a few': 'minst 2', many: 'minst 2', många: 'minst 2',
}
