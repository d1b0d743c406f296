// On which legal ground something of an incident is disclosed: codes with the paragraph that each stands for, in words for those who choose.
// Secrecy (OSL) binds authorities alone; whoever else gives has data protection (GDPR) and her own agreements. Sources: OSL (2009:400),
// SoL (2025:400), law 2025:170, BrB 24:4, GDPR. They help to choose and record; whether the ground holds is for whoever gives to judge.
import type { Language } from '../codes.ts'

/** Who may rest on it: an authority that is bound by OSL, or anybody. */
export type GroundGiver = 'authority' | 'anybody'

export type LegalGround = {
  readonly code: LegalGroundCode
  readonly giver: GroundGiver
  /** As the paragraph is cited. */
  readonly source: string
  readonly words: Readonly<Record<Language, string>>
  /** What has to hold, or whom it is not for. */
  readonly note: Readonly<Record<Language, string>>
}

export const legalGroundCodes = [
  'consent', 'no-harm', 'necessary', 'weighing', 'serious-offence', 'offence-against-child', 'prevent-offence', 'to-crime-fighting', 'between-authorities', 'duty',
  'child-concern', 'gdpr-consent', 'gdpr-interest', 'gdpr-vital', 'gdpr-public', 'no-personal-data', 'emergency',
] as const

export type LegalGroundCode = (typeof legalGroundCodes)[number]

type Told = readonly [giver: GroundGiver, source: string, sv: string, en: string, noteSv: string, noteEn: string]

const told: Readonly<Record<LegalGroundCode, Told>> = {
  consent: ['authority', 'OSL 10:1, 12:2', 'Samtycke', 'Consent', 'Den som sekretessen skyddar har sagt ja, till just detta.', 'The person whom secrecy protects has said yes, to just this.'],
  'no-harm': ['authority', 'OSL 26:1 (socialtjänst), 18:1, 35:1 (polis)', 'Skadeprövat: kan lämnas utan men', 'Harm test: can be given without harm', 'Det är prövat att uppgiften kan röjas utan men för den enskilde eller för utredningen.', 'It has been tried that the information can be told without harm to the person or the investigation.'],
  necessary: ['authority', 'OSL 10:2', 'Nödvändigt för den egna verksamheten', 'Necessary for one’s own work', 'Gäller restriktivt: utan uppgiften går det egna uppdraget inte att fullgöra.', 'To be used sparingly: without it one’s own task cannot be done.'],
  weighing: ['authority', 'OSL 10:27', 'Generalklausulen', 'The general clause', 'Intresset av att lämna väger uppenbart tyngre. Gäller inte socialtjänst och hälso- och sjukvård.', 'The interest in giving it plainly weighs heavier. Not for social services or health care.'],
  'serious-offence': ['authority', 'OSL 10:23–24', 'Misstanke om allvarligt brott', 'Suspicion of a serious offence', 'Till polis eller åklagare, om ett begånget brott som är så grovt att paragraferna tillåter det; människohandel är det.', 'To police or prosecutor, about an offence grave enough for these paragraphs; trafficking is.'],
  'offence-against-child': ['authority', 'OSL 10:21', 'Misstanke om brott mot barn', 'Suspicion of an offence against a child', 'Till polis eller åklagare, om den utsatta är under 18 år.', 'To police or prosecutor, when the exploited person is under 18.'],
  'prevent-offence': ['authority', 'OSL 10:18 a–20', 'För att förebygga eller stoppa brott', 'To prevent or stop an offence', 'Till polisen, på de villkor som paragraferna ställer.', 'To the police, on the conditions that these paragraphs set.'],
  'to-crime-fighting': ['authority', 'Lag (2025:170)', 'Skyldighet gentemot brottsbekämpande myndighet', 'Duty towards crime-fighting authorities', 'Statliga myndigheter, kommuner och regioner, på begäran eller eget initiativ. Pröva undantagen i lagen.', 'State agencies, municipalities and regions, on request or unasked. Try the exceptions in the act.'],
  'between-authorities': ['authority', 'OSL 10:15 a', 'Mellan myndigheter mot brott eller fusk', 'Between authorities, against offences', 'Efter en avvägning mellan intressena. Kontrollera att paragrafen gäller för er sekretess.', 'After weighing the interests. Check that the paragraph applies to your secrecy.'],
  duty: ['authority', 'OSL 10:28', 'Uppgiftsskyldighet i lag eller förordning', 'Duty to inform, in act or ordinance', 'Ange i er egen diarieföring vilken bestämmelse.', 'Say in your own records which provision.'],
  'child-concern': ['anybody', 'SoL 19:1 (tidigare 14:1)', 'Orosanmälan om barn', 'Report of concern for a child', 'Till socialnämnden. Skyldighet för myndigheter och deras anställda, möjlighet för alla.', 'To the social welfare board. A duty for authorities and their staff, open to everybody.'],
  'gdpr-consent': ['anybody', 'GDPR art. 6.1 a, 9.2 a', 'Uttryckligt samtycke', 'Explicit consent', 'För den som inte är myndighet. Det ska gå att visa att samtycket gavs.', 'For those who are no authority. It has to be shown that it was given.'],
  'gdpr-interest': ['anybody', 'GDPR art. 6.1 f', 'Berättigat intresse', 'Legitimate interest', 'För den som inte är myndighet, efter avvägning. Inte för känsliga uppgifter eller uppgifter om brott.', 'For those who are no authority, after weighing. Not for sensitive data or data on offences.'],
  'gdpr-vital': ['anybody', 'GDPR art. 6.1 d, 9.2 c', 'Grundläggande intressen: liv och hälsa', 'Vital interests: life and health', 'Den det gäller kan inte själv ge samtycke.', 'The person cannot give consent herself.'],
  'gdpr-public': ['anybody', 'GDPR art. 6.1 e, 9.2 g', 'Uppgift av allmänt intresse', 'Task in the public interest', 'Med stöd i lag; den lagen står i er egen behandlingsförteckning.', 'Resting on law, which stands in your own record of processing.'],
  'no-personal-data': ['anybody', 'GDPR skäl 26', 'Ingen kan pekas ut', 'Nobody can be identified', 'Texten är läst, och ingen enskild kan kännas igen av den som tar emot.', 'The text has been read, and whoever receives it can recognise nobody.'],
  emergency: ['anybody', 'BrB 24:4', 'Nöd', 'Necessity', 'Fara för liv eller hälsa som inte kan vänta.', 'Danger to life or health that cannot wait.'],
}

/** In the order in which they are offered: authorities' grounds first. */
export const legalGrounds: readonly LegalGround[] = legalGroundCodes.map((code) => {
  const [giver, source, sv, en, noteSv, noteEn] = told[code]
  return { code, giver, source, words: { sv, en }, note: { sv: noteSv, en: noteEn } }
})
