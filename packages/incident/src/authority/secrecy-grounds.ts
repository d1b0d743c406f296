// The secrecy grounds on which something is masked in an extract: OSL chapter and section, as data, with what each protects.
// OSL = offentlighets- och sekretesslagen (2009:400). They help to name what was weighed; whether the provision applies is for whoever decides.
import type { Language } from '../codes.ts'

export const secrecyGroundCodes = [
  'osl-26-1', 'osl-26-5', 'osl-21-1', 'osl-21-3', 'osl-21-5', 'osl-21-7', 'osl-18-1', 'osl-18-2', 'osl-35-1', 'osl-25-1', 'osl-24-8', 'osl-31-16', 'osl-15-1', 'osl-17-1', 'own',
] as const

/** `own`: another provision, in the words of whoever decides. */
export type SecrecyGroundCode = (typeof secrecyGroundCodes)[number]

export type SecrecyGround = {
  readonly code: SecrecyGroundCode
  /** As it is cited, in the language of the paper; empty for `own`. */
  readonly cited: Readonly<Record<Language, string>>
  /** What it protects. */
  readonly words: Readonly<Record<Language, string>>
}

type Told = readonly [chapter: string, section: string, sv: string, en: string]

const told: Readonly<Record<Exclude<SecrecyGroundCode, 'own'>, Told>> = {
  'osl-26-1': ['26', '1', 'Personliga förhållanden i socialtjänsten', 'Personal circumstances in social services'],
  'osl-26-5': ['26', '5', 'Den som har lämnat uppgifter till socialtjänsten om någon', 'Whoever told social services about somebody'],
  'osl-21-1': ['21', '1', 'Hälsa eller sexualliv, i alla myndigheter', 'Health or sexual life, in every authority'],
  'osl-21-3': ['21', '3', 'Bostadsadress eller annat som visar var en förföljd person är', 'Address or whatever tells where a persecuted person is'],
  'osl-21-5': ['21', '5', 'Utlänning som kan lida men av att uppgiften röjs', 'A foreigner who may suffer from its being told'],
  'osl-21-7': ['21', '7', 'Behandling i strid med dataskyddsregler efter utlämnandet', 'Processing against data protection rules once it is handed out'],
  'osl-18-1': ['18', '1', 'Förundersökning och annan brottsbekämpning', 'Preliminary investigation and other crime-fighting'],
  'osl-18-2': ['18', '2', 'Underrättelseverksamhet', 'Criminal intelligence'],
  'osl-35-1': ['35', '1', 'Enskilds förhållanden i brottsutredning', 'An individual’s circumstances in criminal investigation'],
  'osl-25-1': ['25', '1', 'Hälsa och personliga förhållanden i vården', 'Health and personal circumstances in health care'],
  'osl-24-8': ['24', '8', 'Uppgifter i framställning av statistik', 'Information in the making of statistics'],
  'osl-31-16': ['31', '16', 'Affärsförhållanden hos den som har en affärsförbindelse med myndigheten', 'Business matters of somebody who deals with the authority'],
  'osl-15-1': ['15', '1', 'Förbindelser med andra stater', 'Relations with other states'],
  'osl-17-1': ['17', '1', 'Inspektion, kontroll och tillsyn som är planerad', 'Planned inspection and supervision'],
}

/** In the order in which they are offered: what a network against trafficking needs most comes first. */
export const secrecyGrounds: readonly SecrecyGround[] = secrecyGroundCodes.map((code) => {
  if (code === 'own') return { code, cited: { sv: '', en: '' }, words: { sv: 'En annan bestämmelse', en: 'Another provision' } }
  const [chapter, section, sv, en] = told[code]
  return { code, cited: { sv: `OSL ${chapter} kap. ${section} §`, en: `OSL chapter ${chapter}, section ${section}` }, words: { sv, en } }
})

export function findSecrecyGround(code: string): SecrecyGround | undefined {
  return secrecyGrounds.find((one) => one.code === code)
}
