// The coded answers of an incident as the pieces that are tried one by one before it is handed out, each with a name that the decision keeps.
import { type Channel, type Incident, isUnknownOccurrence, type Language, type MaskedField, type MaskGround, type PersonGroup, precisionOf } from '@lykta/incident'
import type { IncidentAnswer, NetworkAnswer } from '../../../../server/src/api/types.ts'
import { codeWord, countryWord, indicatorWord } from '../../format/code-words.ts'
import { renderDay } from '../../format/dates.ts'
import { ownAnswerRows } from '../../format/own-answer-rows.ts'
import { renderQuantity } from '../../format/quantity.ts'
import type { Messages } from '../../messages/messages.ts'
import { knownWords, occurredWords, reporterWords } from '../incidents/incident-words.ts'

export type ExtractField = { readonly id: string; readonly label: string; readonly value: string }
export type ExtractGroup = { readonly title: string; readonly fields: readonly ExtractField[] }

/** As it stands on paper: what is masked has no value any more. */
export type PaperField = { readonly label: string; readonly value: string } | { readonly label: string; readonly masked: MaskGround }
export type PaperGroup = { readonly title: string; readonly fields: readonly PaperField[] }

/** Words that only the extract has. */
export type ExtractFieldWords = {
  readonly concern: string
  readonly own: string
  readonly channel: string
  readonly channels: Readonly<Record<Channel, string>>
  readonly contactDate: string
  readonly personRef: string
}

/** Every field that is stored has its place here, or nothing compiles: what is not listed is neither tried nor masked, and "in full" would not be true. */
export type Placed<Thing> = { readonly [Field in keyof Thing]-?: readonly ExtractField[] }

const field = (id: string, label: string, value: string): ExtractField => ({ id, label, value })
const rowsOf = (placed: Readonly<Record<string, readonly ExtractField[]>>): readonly ExtractField[] => Object.values(placed).flat()

export function extractGroups({ answers, externalRef }: Pick<IncidentAnswer, 'answers' | 'externalRef'>, network: NetworkAnswer, language: Language, messages: Messages, more: ExtractFieldWords): readonly ExtractGroup[] {
  const { incident: words } = messages
  const isUnknown = isUnknownOccurrence(answers.occurred, { collectionStart: network.network.collectionStart, reportedOn: answers.reportedOn })
  const precision = isUnknown ? '' : words.precision[precisionOf(answers.occurred)]
  const { channel, concernReport, indicators } = answers
  const when: Placed<Pick<Incident, 'occurred' | 'reportedOn' | 'reportedBy' | 'external' | 'channel' | 'placeType' | 'area' | 'exploitation'>> = {
    occurred: [field('occurred', words.occurred, [occurredWords(answers, network, language, messages), precision].filter((part) => part !== '').join(', '))],
    reportedOn: [field('reportedOn', words.reportedOn, renderDay(answers.reportedOn, language))],
    reportedBy: [field('reportedBy', words.reportedBy, reporterWords(answers, network, messages))],
    // Said beside the reporter's name.
    external: [],
    channel: channel === undefined ? [] : [field('channel', more.channel, more.channels[channel])],
    placeType: [field('placeType', words.place, codeWord('place-type', answers.placeType, language))],
    area: [field('area', words.area, answers.area ?? words.unknown)],
    exploitation: [field('exploitation', words.form, codeWord('exploitation', answers.exploitation, language))],
  }
  const police: Placed<Pick<Incident, 'policeContacted' | 'policeReports' | 'concernReport'>> = {
    policeContacted: [field('policeContacted', words.contacted, codeWord('answer', answers.policeContacted, language))],
    policeReports: [field('policeReports', words.reports, knownWords(answers.policeReports, language, messages))],
    concernReport: concernReport === undefined ? [] : [field('concernReport', more.concern, [codeWord('answer', concernReport.made, language), concernReport.on === null ? '' : renderDay(concernReport.on, language)].filter((part) => part !== '').join(', '))],
  }
  const perpetrators: Placed<Pick<Incident, 'buyers' | 'procurers' | 'otherPerpetrators'>> = {
    buyers: [field('buyers', words.roles.buyer, knownWords(answers.buyers, language, messages))],
    procurers: [field('procurers', words.roles.procurer, knownWords(answers.procurers, language, messages))],
    otherPerpetrators: [field('otherPerpetrators', words.roles.other, knownWords(answers.otherPerpetrators, language, messages))],
  }
  const others: Placed<Omit<Incident, keyof typeof when | keyof typeof police | keyof typeof perpetrators | 'persons'>> = {
    indicators: indicators === null || indicators.length === 0
      ? [field('indicators', words.indicators, indicators === null ? words.indicatorsNotAsked : words.indicatorsNone)]
      : indicators.map((id, index) => field(`indicator-${id}`, String(index + 1), indicatorWord(id, language, network))),
    own: ownAnswerRows(answers.own, network.ownQuestions, language).map(({ id, question, answer: given }) => field(`own-${id}`, question, given)),
  }
  return [
    { title: words.when, fields: [...rowsOf(when), ...(externalRef === null ? [] : [field('externalRef', words.externalRef, externalRef)])] },
    { title: words.police, fields: rowsOf(police) },
    { title: words.perpetrators, fields: rowsOf(perpetrators) },
    ...(answers.persons.length === 0 ? [{ title: words.persons, fields: [field('persons', words.person.number, words.personsNone)] }] : []),
    ...answers.persons.map((group, index): ExtractGroup => ({
      title: answers.persons.length > 1 ? `${words.persons} ${index + 1}` : words.persons,
      fields: rowsOf(ofPersons(group, `persons.${index + 1}`, { network, language, messages, more })),
    })),
    { title: words.indicators, fields: others.indicators },
    { title: more.own, fields: others.own },
  ].filter(({ fields }) => fields.length > 0)
}

type In = { readonly network: NetworkAnswer; readonly language: Language; readonly messages: Messages; readonly more: ExtractFieldWords }

function ofPersons(group: PersonGroup, of: string, { network, language, messages, more }: In): Placed<PersonGroup> {
  const { incident: words } = messages
  const answer = (one: Parameters<typeof codeWord>[1] | null): string => (one === null ? words.notAsked : codeWord('answer', one, language))
  const { supportOrganisation, contactDate, personRef } = group
  const support = supportOrganisation === null ? '' : `, ${words.contactWith(network.organisations.find((one) => one.id === supportOrganisation)?.name ?? supportOrganisation)}`
  return {
    count: [field(`${of}.count`, words.person.number, renderQuantity(group.count, language, messages))],
    sex: [field(`${of}.sex`, words.person.sex, codeWord('sex', group.sex, language))],
    ageGroup: [field(`${of}.ageGroup`, words.person.age, codeWord('age-group', group.ageGroup, language))],
    nationalities: [field(`${of}.nationalities`, words.person.nationality, group.nationalities.length === 0 ? words.unknown : group.nationalities.map((code) => countryWord(code, language)).join(', '))],
    supportContact: [field(`${of}.contact`, words.person.contact, `${answer(group.supportContact)}${support}`)],
    // Said beside the contact.
    supportOrganisation: [],
    contactDate: contactDate === null ? [] : [field(`${of}.contactDate`, more.contactDate, renderDay(contactDate, language))],
    supportOffered: [field(`${of}.offered`, words.person.offered, answer(group.supportOffered))],
    acceptedSupport: [field(`${of}.accepted`, words.person.accepted, answer(group.acceptedSupport))],
    personRef: personRef === null ? [] : [field(`${of}.personRef`, more.personRef, personRef)],
  }
}

/** Nothing of a masked value is left in it. */
export function maskFields(groups: readonly ExtractGroup[], masked: readonly MaskedField[]): readonly PaperGroup[] {
  const grounds = new Map(masked.map(({ field, ground }) => [field, ground]))
  return groups.map(({ title, fields }) => ({
    title,
    fields: fields.map(({ id, label, value }): PaperField => {
      const ground = grounds.get(id)
      return ground ? { label, masked: ground } : { label, value }
    }),
  }))
}
