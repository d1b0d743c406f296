// The posters in English.
import type { PosterWords } from './poster-words.ts'

export const posterEn: PosterWords = {
  title: 'Do you see signs that someone is exploited?',
  of: {
    'hotel': ['For you who work at a hotel or other lodging', 'Hotels and other lodging'],
    'landlord': ['For you who let or look after housing', 'Landlords and caretakers'],
    'transport': ['For you who drive a taxi, bus or lorry, or work at a station', 'Taxi, bus, freight and stations'],
    'workplace': ['For you who meet others at workplaces', 'Workplaces'],
    'health': ['For you who work in health care', 'Health and dental care'],
    'outreach': ['For you who do outreach work', 'Outreach'],
    'social-services': ['For you who work in social services', 'Social services'],
    'everyone': ['For you who meet people: in a shop, an association, a library or the street', 'Shops, associations and everybody else'],
  },
  danger: ['Danger right now? Call 112.', 'Do as they say, and keep your distance.'],
  signs: 'What you may notice',
  reading: 'No sign proves anything by itself; several together are reason enough to tell. The signs are about what someone does, says or is subjected to. Origin, language, looks and clothes are no signs.',
  doing: {
    title: 'What to do',
    first: 'Think of safety: your own, your colleagues’ and the person’s.',
    own: {
      'hotel': 'Tell whoever is in charge at the hotel, and follow your routine.',
      'landlord': 'Tell whoever is in charge where you work, and note when and where you saw it.',
      'transport': 'Tell the traffic control or whoever is in charge, when nobody else hears.',
      'workplace': 'Tell the safety representative, the union or whoever is in charge, when nobody else hears.',
      'health': 'Speak with the person in private, with an interpreter that you have booked. Ask whether she or he wants help.',
      'outreach': 'Speak in private, leave a telephone number unseen by others, and come back. No today may be yes another day.',
      'social-services': 'Speak in private, with an interpreter that you have booked, and assess the need for protection. The support line advises.',
      'everyone': 'Tell whoever is in charge where you are, when nobody else hears.',
    },
    rest: [
      'Notice what you yourself see and hear, and when.',
      'Call the police if you suspect a crime.',
      'Tell the network the same day, and again if more happens.',
    ],
  },
  leaving: {
    title: 'What to leave alone',
    rules: [
      'Confront nobody: whoever exploits may take revenge on the person.',
      'Do not investigate, do not search rooms or belongings, and follow nobody.',
      'Do not photograph or film.',
      'Use nobody in the company as an interpreter.',
      'Promise nothing that you cannot keep, and do not tell others.',
    ],
  },
  child: 'If the person is under 18, or may be: report your concern to social services at once. You need not be certain.',
  calling: {
    title: 'Call',
    numbers: [
      ['112', 'in danger or while a crime is going on'],
      ['114 14', 'the police, when it is not urgent'],
      ['020-390 000', 'support line for professionals, office hours'],
    ],
  },
  code: 'All signs, and whom to call',
  about: 'About the poster',
  facts: { from: 'Published by', day: 'Day' },
  notice: 'The poster replaces no routine of your workplace. Anyone may use and print it.',
  sample: 'Invented network, to try with',
  list: { title: 'Posters', text: 'The same advice on one page, with the signs that are noticed where you work. To print, and put up where staff see them.' },
  ways: { pdf: 'Download as PDF', guide: 'The whole guide', other: 'På svenska' },
}
