// How we count, in English.
import type { method as Swedish } from '../sv/method.ts'

export const method: typeof Swedish = {
  method: {
    title: 'How we count',
    lead: 'Every number in Lykta has a unit, a base and a period. These are the rules in short.',
    contents: 'Sections',
    units: 'What is counted',
    unitsText: 'The numbers count different things. Two numbers can be compared only when they have the same unit.',
    sections: [
      { id: 'seen', title: 'What the numbers show', text: ['The numbers show what the organisations of the network have seen and reported. They do not show how much there is. More incidents may mean that more people look.'] },
      { id: 'incident', title: 'Incident', text: ['An incident is one event as one organisation reported it. It counts in the period in which it occurred. When the date is known to the year only, it counts in the year and in no month. Withdrawn incidents are not counted, and how many they are stands beside.'] },
      { id: 'exposure', title: 'Period and collection', text: ['A year counts only for the months in which the network collected. That is why the number of months stands beside the year, and why years are compared per month. A short period is never scaled up to a year.'] },
      { id: 'persons', title: 'Persons', text: ['A possibly exploited person is counted once in each period, even when the same person occurs in several incidents. The years need therefore not add up to the total.', 'When an incident states no number of persons, it is unknown, not zero. Then, or when it states only “at least”, the sum is a lower bound and is written “at least”.'] },
      { id: 'contact', title: 'Direct contact and support', text: ['Direct contact means that staff or volunteers of social services or civil society have spoken or written with the person. Police, health care and businesses do not count. Having accepted is counted in persons, out of those in contact.'] },
      { id: 'police', title: 'Police and police reports', text: ['That the police were contacted is counted in incidents: yes, no or unknown. An incident may lead to several police reports, or none. They count in the period in which the incident occurred, not in which the report was filed. When the number is missing it is unknown, not zero. The police’s own statistics count in another way and cannot be compared outright.'] },
      { id: 'perpetrators', title: 'Possible perpetrators', text: ['Possible perpetrators are counted by role: sex buyers, procurers and others. They are counted per incident, so the same person may be in it several times. When an incident states no number, or only “at least”, the sum is a lower bound here too. Nobody is convicted by standing here.'] },
      { id: 'network', title: 'Organisations', text: ['An organisation counts when it was in the network on any day of the period. Beside it stands how many were in it at the end of the period, and how many reported something. More who look may give more incidents without more happening.'] },
      { id: 'several', title: 'Several answers', text: ['An incident can have several indicators and several nationalities. It then counts in each row, and the rows together may be more than the base. The base is the incidents or persons with at least one known answer.'] },
      { id: 'percent', title: 'Percentages', text: ['Percentages are shown only when the base is at least 20, and always with the base. Both numbers have the same unit. No percentage is taken of a lower bound.'] },
      { id: 'chance', title: 'Chance', text: ['Beside numbers per month stands an interval. It shows what chance alone can give, with 95 per cent confidence. The words “more” and “fewer” are used only when the interval of the ratio leaves out 1, both periods have at least six months, and neither lies wholly within the first six months of collection.'] },
      { id: 'as-of', title: 'As of', text: ['Every number is counted as the data stood at a certain moment. When an answer is changed later it gets a new version, and the old one remains. The same number can therefore be counted again years later.'] },
    ],
    signs: 'Four signs',
    signsText: 'Zero, unknown, not collected and hidden are four different things, and each has its sign.',
    outside: 'What is shown outside',
    outsideText: (outside, core) => [`The numbers on these pages are unprotected, and for the coordinator and the core group. In an edition for the network or the public a number is shown only from ${outside.threshold} in its own unit, resting on at least ${outside.incidents} incidents from at least ${outside.organisations} organisations. In an edition for the core group it takes at least ${core.threshold} in its own unit, at least ${core.incidents} incidents and at least ${core.organisations} organisations. Small groups are merged, and what is still too small is hidden. At the end Lykta tests whether an outsider can work out what is hidden.`, `Nationality, age and place need at least ${outside.sensitive}, for the core group at least ${core.sensitive}, and are shown only for several years together.`],
  },
}
