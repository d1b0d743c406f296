// The coded answers of an incident as the pieces that are tried one by one before it is handed out, each with a name that the decision keeps.
import { type Incident, isUnknownOccurrence, type Language, type MaskedField, type MaskGround, precisionOf } from '@lykta/incident'
import type { NetworkAnswer } from '../../../../server/src/api/types.ts'
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

export function extractGroups(answers: Incident, network: NetworkAnswer, language: Language, messages: Messages, more: { readonly concern: string; readonly own: string }): readonly ExtractGroup[] {
  const { incident: words } = messages
  const field = (id: string, label: string, value: string): ExtractField => ({ id, label, value })
  const isUnknown = isUnknownOccurrence(answers.occurred, { collectionStart: network.network.collectionStart, reportedOn: answers.reportedOn })
  const precision = isUnknown ? '' : words.precision[precisionOf(answers.occurred)]
  const answer = (one: Parameters<typeof codeWord>[1] | null): string => (one === null ? words.notAsked : codeWord('answer', one, language))
  const nameOf = (id: string | null): string | undefined => network.organisations.find((one) => one.id === id)?.name
  const { concernReport } = answers
  return [
    { title: words.when, fields: [
      field('occurred', words.occurred, [occurredWords(answers, network, language, messages), precision].filter((part) => part !== '').join(', ')),
      field('reportedOn', words.reportedOn, renderDay(answers.reportedOn, language)),
      field('reportedBy', words.reportedBy, reporterWords(answers, network, messages)),
      field('placeType', words.place, codeWord('place-type', answers.placeType, language)),
      field('area', words.area, answers.area ?? words.unknown),
      field('exploitation', words.form, codeWord('exploitation', answers.exploitation, language)),
    ] },
    { title: words.police, fields: [
      field('policeContacted', words.contacted, codeWord('answer', answers.policeContacted, language)),
      field('policeReports', words.reports, knownWords(answers.policeReports, language, messages)),
      ...(concernReport ? [field('concernReport', more.concern, [codeWord('answer', concernReport.made, language), concernReport.on === null ? '' : renderDay(concernReport.on, language)].filter((part) => part !== '').join(', '))] : []),
    ] },
    { title: words.perpetrators, fields: [
      field('buyers', words.roles.buyer, knownWords(answers.buyers, language, messages)),
      field('procurers', words.roles.procurer, knownWords(answers.procurers, language, messages)),
      field('otherPerpetrators', words.roles.other, knownWords(answers.otherPerpetrators, language, messages)),
    ] },
    ...answers.persons.map((group, index): ExtractGroup => {
      const support = nameOf(group.supportOrganisation)
      const of = `persons.${index + 1}`
      return { title: answers.persons.length > 1 ? `${words.persons} ${index + 1}` : words.persons, fields: [
        field(`${of}.count`, words.person.number, renderQuantity(group.count, language, messages)),
        field(`${of}.sex`, words.person.sex, codeWord('sex', group.sex, language)),
        field(`${of}.ageGroup`, words.person.age, codeWord('age-group', group.ageGroup, language)),
        field(`${of}.nationalities`, words.person.nationality, group.nationalities.length === 0 ? words.unknown : group.nationalities.map((code) => countryWord(code, language)).join(', ')),
        field(`${of}.contact`, words.person.contact, `${answer(group.supportContact)}${support === undefined ? '' : `, ${words.contactWith(support)}`}`),
        field(`${of}.offered`, words.person.offered, answer(group.supportOffered)),
        field(`${of}.accepted`, words.person.accepted, answer(group.acceptedSupport)),
      ] }
    }),
    { title: words.indicators, fields: (answers.indicators ?? []).map((id, index) => field(`indicator-${id}`, String(index + 1), indicatorWord(id, language, network))) },
    { title: more.own, fields: ownAnswerRows(answers.own, network.ownQuestions, language).map(({ id, question, answer: given }) => field(`own-${id}`, question, given)) },
  ].filter(({ fields }) => fields.length > 0)
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
