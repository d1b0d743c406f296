// The indicator guide in English.
import type { GuideWords } from './guide-words.ts'

export const guideEn: GuideWords = {
  title: 'Signs that someone is being exploited',
  subtitle: 'What you may notice, what you can do, what to leave alone, and whom to call. For you who meet people in your work.',
  danger: {
    title: 'Danger right now? Call 112.',
    texts: ['If someone is in danger, or you see a crime going on: call 112 and do as they say.', 'If it is not urgent: call the police on 114 14.'],
  },
  reading: {
    title: 'How to read the signs',
    texts: [
      'No sign proves anything by itself, and a person who is exploited may show none at all. Several signs together are reason enough to tell. Finding out how things are is the task of others.',
      'The signs are about what someone does, says or is subjected to. Origin, language, looks and clothes are no signs.',
      'A person who is exploited often does not see it that way, may fear what follows, and often says no to help the first time. No today may be yes another day.',
    ],
  },
  signs: (category) => `Signs: ${category.toLocaleLowerCase('en')}`,
  anyone: 'Anyone may notice this:',
  closer: (observers) => `This is mostly noticed in a conversation, or in work close to the person (${observers}):`,
  observers: {
    hotel: 'hotel', landlord: 'landlord', outreach: 'outreach', police: 'police', 'social-services': 'social services', health: 'health care', workplace: 'workplace',
  },
  doing: {
    title: 'What to do',
    steps: [
      'Think of safety first: your own, your colleagues’ and that of the person exposed.',
      'Notice what you yourself see and hear, and when and where it was. Keep what you have seen apart from what you believe.',
      'If you speak with the person: calmly and in private, without whoever comes along. Promise nothing that you cannot keep.',
      'Ask whether the person wants help, and leave a telephone number if that can be done without risk.',
      'Call the police if you suspect a crime, and report to the network the same day.',
      'Tell again if something more happens. A small piece may be the one that ties others together.',
    ],
  },
  leaving: {
    title: 'What to leave alone',
    rules: [
      ['Confront nobody', 'whoever exploits may take revenge on the person exposed.'],
      ['Do not investigate', 'do not follow anyone, do not search rooms or belongings, and do not interrogate.'],
      ['Do not photograph or film', 'pictures can harm the person exposed and spoil the work of the police.'],
      ['Write no names, numbers or distinguishing marks in the report', 'those are given to the police by telephone.'],
      ['Do not use a companion as interpreter', 'you do not know who decides what is said.'],
      ['Do not tell others', 'what spreads may reach whoever exploits.'],
    ],
  },
  children: {
    title: 'When it concerns a child',
    texts: [
      'If the person is under 18, or may be: report your concern to social services at once. Many professions must by law, and you need not be certain.',
      'That a child seems to want it changes nothing. A child cannot consent to being exploited.',
    ],
  },
  calling: {
    title: 'Whom to call',
    numbers: [
      ['112', 'in danger or while a crime is going on, day and night'],
      ['114 14', 'the police, when it is not urgent'],
      ['020-390 000', 'support line for professionals on prostitution and trafficking, office hours'],
    ],
    reporting: 'The network’s report is made in Lykta by its members. If you are none: tell one of the network’s organisations, and they enter it.',
  },
  about: 'About the guide',
  facts: {
    from: 'Published by', day: 'Day', sources: 'Sources',
    sourcesText: 'the signs are our own short wordings after UNODC’s list of indicators, the Swedish national manual on suspected trafficking, Nordic guidance and hotel trainings; each has its source in the network’s catalogue.',
  },
  notice: 'The guide supports attention and replaces no routine of your workplace. Anyone may use and print it.',
  sample: 'Invented network, to try with',
  ways: { pdf: 'Download as PDF', other: 'På svenska' },
}
