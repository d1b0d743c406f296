// What stands around every page, and the places one can go, in English.
import type { shell as Swedish } from '../sv/shell.ts'

export const shell: typeof Swedish = {
  shell: {
    product: 'Lykta',
    skip: 'Skip to content',
    places: 'Places',
    leave: 'Leave',
    leaveHint: 'Replaces the page by a neutral one. Press Esc twice for the same.',
    language: 'Language',
    theme: 'Appearance',
    themes: { system: 'As the computer', light: 'Light', dark: 'Dark' },
    keys: 'Keys',
    sampleTitle: 'Invented data.',
    sampleText: 'The town, the organisations and the incidents do not exist. They are here to try the program with.',
    role: 'Coordinator',
    version: (version) => `Lykta ${version}`,
    asOf: (moment, position) => `As of ${moment} (entry ${position})`,
    busy: 'Fetching …',
    update: 'Updating …',
    close: 'Close',
    leaving: 'What you have written is lost if you leave the page. Do you want to leave it?',
    importCommand: 'npx lykta import FOLDER',
    templateCommand: 'npx lykta template incidents.xlsx',
  },
  places: {
    overview: 'Overview',
    incidents: 'Incidents',
    statistics: 'Statistics',
    explore: 'Situation',
    own: 'Our incidents',
    network: 'The network',
    editions: 'Editions',
    report: 'Report',
    method: 'How we count',
    design: 'Parts and states',
  },
}
