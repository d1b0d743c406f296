// Nationalities: ISO 3166-1 alpha-2, their names from the platform's own data, and which states are in the European Union.
import type { CivilDate } from './civil-date.ts'
import type { Language } from './codes.ts'

/** ISO 3166-1 alpha-2, officially assigned (249). */
export const nationalities: readonly string[] = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG ' +
  'CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL ' +
  'GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA ' +
  'LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP ' +
  'NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV ' +
  'SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ')

const known = new Set(nationalities)

export function isNationality(code: string): boolean {
  return known.has(code)
}

/** Member states of the European Union since Croatia joined in 2013; the United Kingdom until 31 January 2020 (europa.eu). */
const members = new Set('AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '))

/** A citizen of a member state on the day. Earlier enlargements are not modelled: no register reaches back that far. */
export function isEuNationality(code: string, day: CivilDate): boolean {
  return members.has(code) || (code === 'GB' && day <= '2020-01-31')
}

const names = { sv: new Intl.DisplayNames('sv', { type: 'region' }), en: new Intl.DisplayNames('en', { type: 'region' }) }

/** The country's name: "Rumänien", "Romania". */
export function nationalityName(code: string, language: Language): string {
  return isNationality(code) ? (names[language].of(code) ?? code) : code
}
