// The texts of the effort page, and of effort where it stands beside a trend.
import { ownWords } from '../../messages/own-words.ts'

/** Every number and month as text; null where there is none to tell. `…From`: nothing was entered for earlier months of the period. */
type BesideParts = {
  readonly period: string
  readonly trainings: string | null
  readonly trained: string | null
  readonly trainingsFrom: string | null
  readonly passes: string | null
  readonly passesFrom: string | null
  readonly active: string | null
}

const sv = {
  title: 'Insatser',
  lead: 'Hur mycket nätverket har letat: utbildningar, utbildade personer och uppsökande pass. Utan dem går det inte att säga om fler incidenter är mer utnyttjande eller mer uppmärksamhet.',
  years: 'År för år', year: 'År', trainings: 'Utbildningar', trained: 'Utbildade', passes: 'Uppsökande pass', active: 'Aktiva organisationer',
  withoutAny: (years: string) => `Inget infört, och ingen aktiv: ${years}`, withoutAnyTitle: 'År utan insatser',
  activeAbout: 'Aktiv: en medlem som har rapporterat, svarat ”inget att rapportera” eller gjort en insats under året.',
  atLeast: (count: string) => `minst ${count}`,
  entered: 'Infört', emptyTitle: 'Inga insatser är införda', empty: 'För in utbildningar och uppsökande pass nedan, månad för månad.',
  kind: { training: 'Utbildning', outreach: 'Uppsökande pass' }, month: 'Månad', organisation: 'Organisation', times: 'Antal', people: 'Utbildade personer', peopleHint: 'Lämna tomt om ingen räknade dem.',
  notCounted: 'inte räknade', remove: 'Ta bort', removeOf: (what: string) => `Ta bort: ${what}`, removed: 'Borttaget.', removeTitle: 'Ta bort insatsen?', removeText: (what: string, times: string) => `${what}: ${times}. Den räknas inte längre. Har den gjorts får den föras in på nytt.`, keep: 'Behåll',
  enter: 'För in en insats', what: 'Vad', save: 'Spara', saved: 'Insatsen är införd.', wrong: (least: string, most: string) => `Skriv ett helt tal från ${least} till ${most}.`, noOrganisation: 'Välj en organisation.',
  notCollected: 'inte insamlat', collectedAbout: 'Inte insamlat är inte noll: ett slag av insats räknas från den första månad som något av det infördes för.',
  from: (month: string) => `från ${month}`,
  fromAbout: 'Där det står ”från” en månad infördes inget tidigare under perioden: talet gäller inte hela den, och går inte att jämföra med ett helt års.',
  beside: ({ period, trainings, trained, trainingsFrom, passes, passesFrom, active }: BesideParts) =>
    `${period}: ${trainings === null ? 'utbildningar inte insamlade' : `${trainings} utbildningar (${trained === null ? 'utbildade inte räknade' : `${trained} utbildade`})${trainingsFrom === null ? '' : ` från ${trainingsFrom}`}`}, ${passes === null ? 'uppsökande pass inte insamlade' : `${passes} uppsökande pass${passesFrom === null ? '' : ` från ${passesFrom}`}`}${active === null ? '' : `, ${active} aktiva organisationer`}`,
  label: 'Insatser',
}

const en: typeof sv = {
  title: 'Effort',
  lead: 'How much the network has looked: trainings, people trained and outreach passes. Without them nobody can say whether more incidents are more exploitation or more attention.',
  years: 'Year by year', year: 'Year', trainings: 'Trainings', trained: 'People trained', passes: 'Outreach passes', active: 'Active organisations',
  withoutAny: (years) => `Nothing entered, and nobody active: ${years}`, withoutAnyTitle: 'Years without effort',
  activeAbout: 'Active: a member that has reported, said “nothing to report” or made an effort in the year.',
  atLeast: (count) => `at least ${count}`,
  entered: 'Entered', emptyTitle: 'No effort has been entered', empty: 'Enter trainings and outreach passes below, month by month.',
  kind: { training: 'Training', outreach: 'Outreach passes' }, month: 'Month', organisation: 'Organisation', times: 'How many', people: 'People trained', peopleHint: 'Leave empty if nobody counted them.',
  notCounted: 'not counted', remove: 'Take away', removeOf: (what) => `Take away: ${what}`, removed: 'Taken away.', removeTitle: 'Take the effort away?', removeText: (what, times) => `${what}: ${times}. It is no longer counted. If it was made it has to be entered anew.`, keep: 'Keep',
  enter: 'Enter an effort', what: 'What', save: 'Save', saved: 'The effort has been entered.', wrong: (least, most) => `Write a whole number from ${least} to ${most}.`, noOrganisation: 'Choose an organisation.',
  notCollected: 'not collected', collectedAbout: 'Not collected is not zero: a kind of effort counts from the first month that something of it was entered for.',
  from: (month) => `from ${month}`,
  fromAbout: 'Where it says “from” a month, nothing was entered for earlier months of the period: the number is not of all of it, and cannot be compared with a whole year’s.',
  beside: ({ period, trainings, trained, trainingsFrom, passes, passesFrom, active }) =>
    `${period}: ${trainings === null ? 'trainings not collected' : `${trainings} trainings (${trained === null ? 'trained not counted' : `${trained} trained`})${trainingsFrom === null ? '' : ` from ${trainingsFrom}`}`}, ${passes === null ? 'outreach passes not collected' : `${passes} outreach passes${passesFrom === null ? '' : ` from ${passesFrom}`}`}${active === null ? '' : `, ${active} active organisations`}`,
  label: 'Effort',
}

export const useEffortWords = ownWords({ sv, en })
