// The page of parts and states, in English.
import type { design as Swedish } from '../sv/design.ts'

export const design: typeof Swedish = {
  design: {
    title: 'Parts and states',
    lead: 'Every part the pages are built from, in its states. The page is for those who review how things look.',
    buttons: 'Buttons',
    states: { rest: 'rest', hover: 'hover', focus: 'focus', pressed: 'pressed', disabled: 'disabled', busy: 'busy', error: 'error', empty: 'empty' },
    fields: 'Fields',
    figures: 'Numbers',
    marks: 'Marks and messages',
    charts: 'Charts',
    tables: 'Tables',
    waiting: 'Waiting, empty and failed',
    colours: 'Colours',
    type: 'Text',
    primary: 'Make a draft',
    secondary: 'Cancel',
    quiet: 'Show as table',
    danger: 'Erase',
    fieldLabel: 'Area',
    fieldHint: 'A rough area',
    fieldError: 'Write an area or leave the field empty.',
    sentence: 'Every number has a unit, a base and a period.',
  },
}
