// The words of situation reports in English.
import type { SituationWords } from './situation-words.ts'

export const situationEn: SituationWords = {
  title: { core: (day) => `Situation report for the core group’s meeting, ${day}`, network: (day) => `Situation report for the network’s meeting, ${day}` },
  publicTitle: (day) => `Situation report, ${day}`,
  since: (from) => `The situation since the last meeting, ${from}.`,
  first: 'The first situation report.',
  audience: {
    core: 'For the core group only',
    network: 'For members of the network',
    public: 'For everybody',
  },
  about: 'About this situation report',
  facts: { period: 'Months counted', meeting: 'Last meeting', compared: 'Compared with' },
  heading: {
    short: 'In short', counts: 'Since the last meeting', stands: 'Does anything stand out?', chain: 'From known to supported', rows: 'What was seen',
    told: 'Incidents', edition: 'The picture in the latest annual report', effort: 'The work behind the figures', actions: 'Open actions', how: 'How this report is made',
  },

  counted: (now, before) => `This counts incidents that occurred during ${now}. They are compared with as long a time before: ${before}. Both are whole months, so that the periods can be compared.`,
  nothingCounted: 'No figure of the period can stand here: there are fewer than three incidents, or fewer than three organisations behind them. The core group sees what has come in under Cases.',
  noMonth: 'No whole month has passed since the last report, so this one counts no new incidents.',
  columns: { measure: 'Measure', both: 'both periods' },
  incidents: (period) => `Incidents, ${period}`,
  before: (count, period) => `${period}: ${count}`,
  hiddenFigure: 'Not shown: too few, or too few organisations behind the number.',

  stands: {
    nothing: 'Nothing stands out.',
    notCompared: 'Nothing stands out. There are not yet two periods of the same length to compare.',
    tested: (count, tooFew) => `${count === 1 ? 'One thing was tested' : `${count} things were tested`}${tooFew > 0 ? `, and ${tooFew === 1 ? 'one was' : `${tooFew} were`} too few to be tested` : ''}.`,
    more: (what, now, before) => `${what}: ${now}, against ${before} before. More than chance usually gives.`,
    fewer: (what, now, before) => `${what}: ${now}, against ${before} before. Fewer than chance usually gives.`,
    how: 'Something stands out when there are at least five incidents and the difference from the period before is larger than chance usually gives, also when allowing for how many things were tested. It does not say why. More incidents may mean that more people looked, and fewer that not everything has come in yet.',
    total: 'Incidents',
  },
  chain: {
    title: 'How far the incidents came',
    subtitle: (period) => `Incidents that reached each step, ${period}. More recent incidents have had less time.`,
    steps: { incidents: 'Incidents', policeContacted: 'Police contacted', incidentsInContact: 'Direct contact with support', incidentsOffered: 'Support offered', incidentsAccepting: 'Accepted' },
    ofEdition: (period) => `Incidents that reached each step in ${period}, with the numbers of the annual report.`,
    none: 'The chain is not shown for this period: the numbers are too small.',
    nested: 'Each step also counts the incidents that came further. The steps are the network’s own, and what is written down in the cases is counted together with the incidents’ answers.',
    answers: 'This counts what the incidents themselves answer. The network’s own steps in between are counted for the core group alone.',
    joined: (steps) => `Steps without a bar of their own, because the numbers are too small: ${steps}. They are counted with the step before.`,
    unfounded: (count) => `${count} of the incidents were later held to be unfounded. They are in the first bar and in no other.`,
  },
  times: {
    intro: (from, to) => `So long it usually took from the step before, in cases whose first incident was reported ${from}–${to}:`,
    one: (step, time) => `${step}: ${time}`,
    day: (count) => (count === 0 ? 'the same day' : count === 1 ? 'about a day' : `about ${count} days`),
    week: (count) => (count === 0 ? 'less than half a week' : count === 1 ? 'about a week' : `about ${count} weeks`),
    how: 'These are medians: half of the cases took less time and half more. A time is shown when enough cases of several organisations have both days written down, and it is rounded.',
    none: 'Times between the steps are not shown: too few cases have both days written down.',
  },
  apart: {
    means: 'Incidents that were withdrawn are not counted. Incidents that were later held to be unfounded stay in the numbers, and how many they are stands here by itself when it is large enough.',
    none: 'How many were withdrawn, and how many unfounded, is too small a number to be shown.',
    withdrawn: (count, period) => `${period}: ${count} incidents were withdrawn and are not counted.`,
    unfounded: (count, period) => `${period}: ${count} incidents were later held to be unfounded. They are counted.`,
  },
  police: 'That the police were contacted and that a crime was reported are two different things. An incident may lead to no police report, to one or to several, often weeks later. So the number of police reports is no part of the number of incidents in which the police were contacted, and it may grow afterwards.',
  rowsIntro: 'Numbers that are too small, or that have too few organisations behind them, are shown as ×.',

  toldIntro: 'The number of incidents is told for one part of the year at a time, when it is over and when so much remains of the year that nothing can be worked out.',
  told: (count, period, day) => `${count} incidents during ${period}, as far as was known on ${day}.`,
  toldTable: 'Incidents in the parts of the year that can be told',
  toldOn: (day) => `told ${day}`,
  noneTold: 'No number of incidents can be told this time.',
  untold: {
    'rest-too-small': 'The latest part of the year is told later. What is known so far of the rest of the year is too little: together with the year’s total it could be worked out.',
    'too-few': 'The latest part of the year has too few incidents to be told by itself. It is counted in the year’s total.',
  },
  little: 'That no number stands here does not mean that nothing has happened. In a small network a small number could point to somebody.',
  edition: (year) => `The latest approved figures, up to and with ${year}. They are those of the annual report.`,
  noEdition: 'No annual report has been approved yet.',

  effort: {
    intro: (period) => `During ${period}:`,
    active: (members) => `active organisations, of ${members}`,
    activeMeans: 'reported, said “nothing to report”, trained others or were out looking',
    trainings: 'trainings',
    trained: 'people trained',
    passes: 'outreach passes',
    notCollected: 'not collected',
    notCounted: 'not counted',
    uncounted: 'at least: the participants of some training were not counted',
    why: 'Always read the number of incidents together with this. When more people look, more is seen.',
  },
  actions: {
    counts: (open, overdue, settled) => `${open === 0 ? 'No action is open' : open === 1 ? 'One action is open' : `${open} actions are open`}${overdue > 0 ? `, ${overdue === 1 ? 'one is' : `${overdue} are`} past the due date` : ''}. ${settled === 0 ? 'None has been settled' : settled === 1 ? 'One has been settled' : `${settled} have been settled`} since the last meeting.`,
    one: (organisation, made, due) => `${organisation ?? 'Nobody named'}: from the meeting on ${made}${due === null ? ', without a date' : `, due ${due}`}`,
    overdue: ' – past due',
    none: 'Nothing is left to do from earlier meetings.',
    sealed: 'What the actions are about is sealed, and is read on the meeting’s page by those who hold a key.',
  },
  how: {
    core: [
      'A number is shown from three incidents and three organisations on, and only when at least two incidents remain without any one organisation’s own. That holds here too, so that a sheet left on a table tells of no one.',
      'The numbers may not be passed on outside the core group. The network and the public have versions of their own.',
    ],
    wider: [
      'A number is shown from five incidents and three organisations on, and is tried together with everything published before. A part of a year is told once and does not change; the annual report also counts what came in later.',
      'What is known of persons, places and nationalities stands in the annual report alone, for several years together.',
    ],
  },
  signs: 'Have you seen something that worries you? Call 112 if anybody is in danger, otherwise the police on 114 14.',
}
