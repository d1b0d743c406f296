// The first form in English.
import type { FormWordsOf } from '../form-words.ts'
import type { lykta1 } from './form.ts'

const answer = { yes: 'Yes', no: 'No', unknown: 'Don’t know' } as const

export const lykta1En: FormWordsOf<typeof lykta1> = {
  language: 'English',
  steps: {
    source: { title: 'How did it reach you?', help: 'You are entering what somebody else has told.' },
    signs: { title: 'What did you see?', help: 'Tick what fits. Nothing has to be ticked, and no sign proves anything by itself.' },
    when: { title: 'When did it happen?', help: 'As near as you know: a day, around a day, only the month or only the year.' },
    where: { title: 'Where did it happen?', help: 'Kind of place and rough area. Write no address and no room number.' },
    suspicion: { title: 'What do you suspect?', help: 'Choose what comes nearest. It is a suspicion and no assertion.' },
    persons: {
      title: 'Who may be exploited?',
      help: 'Persons about whom you know roughly the same belong to one group. Write no names. If you know nothing, go on.',
    },
    perpetrators: { title: 'Were there possible perpetrators?', help: 'Only how many, by role. Never write who.' },
    contacts: { title: 'Who has been contacted?', help: 'What has been done so far. More can be added later.' },
    reason: { title: 'Why do you suspect this?', help: 'Tell in your own words what you saw and heard.' },
  },
  questions: {
    channel: { label: 'How did it come to you?', help: 'A form is what the reporter filled in.' },
    reportedBy: { label: 'Who told it?', help: 'The organisation, never a person. A source outside the network is a source too.' },
    reportedOn: { label: 'On which day were you told?', help: 'Left empty, it is today.' },
    indicators: { label: 'Signs', help: 'Search or browse. Tick only what you saw or heard yourself.' },
    occurred: { label: 'Date', help: 'If it went on for long, give the day on which you saw it.' },
    placeType: { label: 'Kind of place', help: 'Where it happened or where you saw it.' },
    area: { label: 'Area', help: 'A district or an area, for instance the centre. No address, no name.' },
    exploitation: { label: 'Suspected form of exploitation', help: 'If several fit, choose the one that seems most important.' },
    persons: { label: 'Possibly exploited persons', help: 'Add a group for each kind of person.' },
    count: { label: 'How many?', help: 'Choose at least if there may have been more.' },
    sex: { label: 'Sex', help: 'As you perceived it.' },
    ageGroup: { label: 'Age', help: 'A minor is under 18. If you are not sure, choose don’t know.' },
    nationalities: { label: 'Nationality', help: 'Only if somebody has told it or you have seen a document. Do not guess.' },
    concernReport: {
      label: 'Has concern for a child been reported to social services?',
      help:
        'When a child may come to harm, employees of authorities and of services that concern children must report it to social services ' +
        'at once, and everybody else should (the Social Services Act). It is another matter than a police report. Reporting here does not replace it.',
    },
    concernReportOn: { label: 'On which day was concern reported?', help: 'Leave it empty if you do not know.' },
    buyers: { label: 'Possible sex buyers', help: 'Write 0 if there were none. Leave it empty if you do not know.' },
    procurers: { label: 'Possible procurers', help: 'Whoever seems to arrange it or earn from it. 0 if none, empty if you do not know.' },
    otherPerpetrators: { label: 'Other possible perpetrators', help: 'For instance a guard, driver or go-between. 0 if none, empty if you do not know.' },
    policeContacted: { label: 'Have the police been contacted?', help: 'By you or anybody else. A call is enough.' },
    policeReports: { label: 'How many police reports have been filed?', help: 'Write 0 if none. Leave it empty if you do not know.' },
    support: { label: 'Support', help: 'For each group: what social services or civil society have done.' },
    supportContact: {
      label: 'Have social services or a support organisation been in direct contact?',
      help: 'Staff or volunteers have spoken with or written to the person. Police, health care and businesses do not count.',
    },
    supportOrganisation: { label: 'Which organisation?', help: 'Leave it empty if you do not know.' },
    contactDate: { label: 'On which day was the first contact?', help: 'Leave it empty if you do not know.' },
    supportOffered: { label: 'Has support been offered?', help: 'For instance housing, counselling or help to travel home.' },
    acceptedSupport: { label: 'Did the person accept support?', help: 'If answers differ within the group, split it in two.' },
    reason: {
      label: 'Reason for the suspicion',
      help:
        'Write what happened, not who. No names, personal identity numbers, telephone numbers, registration plates or room numbers. The ' +
        'text is encrypted on your device before it is sent, and only those in the network who have the key can read it.',
    },
  },
  codes: {
    channel: { form: 'Form', telephone: 'Telephone', paper: 'Paper', meeting: 'Meeting' },
    placeType: {
      hotel: 'Hotel or other guest lodging', home: 'Home', street: 'Street or other outdoor place', internet: 'Internet',
      workplace: 'Workplace', 'massage-parlour': 'Massage parlour', other: 'Another place', unknown: 'Don’t know',
    },
    exploitation: {
      sexual: 'Sexual purposes', begging: 'Begging', labour: 'Forced labour', 'domestic-servitude': 'Domestic servitude',
      'forced-criminality': 'Forced criminality', 'organ-removal': 'Organ removal', 'forced-marriage': 'Forced marriage',
      other: 'Something else', unknown: 'Don’t know',
    },
    sex: { woman: 'Woman', man: 'Man', other: 'Other', unknown: 'Don’t know' },
    ageGroup: { adult: 'Adult', minor: 'Minor', unknown: 'Don’t know' },
    concernReport: answer,
    policeContacted: answer,
    supportContact: answer,
    supportOffered: answer,
    acceptedSupport: answer,
  },
  unknown: 'Don’t know',
  atLeast: 'At least',
  about: 'Around',
  precisions: { day: 'A day', month: 'Only the month', year: 'Only the year' },
  outside: 'Somebody outside the network',
  addGroup: 'Add a group',
  group: (number) => `Group ${number}`,
}
