// The first form: what a receptionist can say in two minutes, and nothing that she must.
import { ageGroups, answers, channels, exploitations, placeTypes, sexes } from '../../codes.ts'
import { maxReasonLength, maxTextLength } from '../../import/limits.ts'
import type { FormVersion } from '../form-version.ts'

const inContact = { question: 'supportContact', is: ['yes'] } as const

export const lykta1 = {
  id: 'lykta-1',
  validFrom: '2026-11-01',
  steps: [
    {
      id: 'source',
      onBehalf: true,
      questions: [
        { id: 'channel', kind: 'choice', codes: channels },
        { id: 'reportedBy', kind: 'organisation', from: 'all', outside: true },
        { id: 'reportedOn', kind: 'date', precisions: ['day'], about: false },
      ],
    },
    { id: 'signs', questions: [{ id: 'indicators', kind: 'several', from: 'indicators' }] },
    { id: 'when', questions: [{ id: 'occurred', kind: 'date', precisions: ['day', 'month', 'year'], about: true }] },
    {
      id: 'where',
      questions: [
        { id: 'placeType', kind: 'choice', codes: placeTypes },
        { id: 'area', kind: 'text', longest: maxTextLength },
      ],
    },
    { id: 'suspicion', questions: [{ id: 'exploitation', kind: 'choice', codes: exploitations }] },
    {
      id: 'persons',
      questions: [
        {
          id: 'persons',
          kind: 'groups',
          fields: [
            { id: 'count', kind: 'count', smallest: 0 },
            { id: 'sex', kind: 'choice', codes: sexes },
            { id: 'ageGroup', kind: 'choice', codes: ageGroups },
            { id: 'nationalities', kind: 'several', from: 'nationalities' },
          ],
        },
        // Socialtjänstlagen: authorities and services that concern children must tell social services at once of a child
        // that may be at risk; everybody else should. It is apart from any police report.
        { id: 'concernReport', kind: 'choice', codes: answers, shownWhen: { question: 'ageGroup', is: ['minor'] } },
        {
          id: 'concernReportOn', kind: 'date', precisions: ['day'], about: false,
          shownWhen: { question: 'concernReport', is: ['yes'] },
        },
      ],
    },
    {
      id: 'perpetrators',
      questions: [
        { id: 'buyers', kind: 'count', smallest: 0 },
        { id: 'procurers', kind: 'count', smallest: 0 },
        { id: 'otherPerpetrators', kind: 'count', smallest: 0 },
      ],
    },
    {
      id: 'contacts',
      questions: [
        { id: 'policeContacted', kind: 'choice', codes: answers },
        { id: 'policeReports', kind: 'count', smallest: 0 },
        {
          id: 'support',
          kind: 'groups',
          rowsOf: 'persons',
          fields: [
            { id: 'supportContact', kind: 'choice', codes: answers },
            { id: 'supportOrganisation', kind: 'organisation', from: 'support', outside: false, shownWhen: inContact },
            { id: 'contactDate', kind: 'date', precisions: ['day'], about: false, shownWhen: inContact },
            { id: 'supportOffered', kind: 'choice', codes: answers, shownWhen: inContact },
            { id: 'acceptedSupport', kind: 'choice', codes: answers, shownWhen: inContact },
          ],
        },
      ],
    },
    { id: 'reason', questions: [{ id: 'reason', kind: 'sealed-text', longest: maxReasonLength }] },
  ],
} as const satisfies FormVersion
