// The letter keys, in English.
import type { keyboard as Swedish } from '../sv/keyboard.ts'

export const keyboard: typeof Swedish = {
  keys: {
    title: 'Keys',
    search: 'Search the list',
    down: 'Next in the list',
    up: 'Previous in the list',
    open: 'Open',
    help: 'This help',
    closePanel: 'Close what is open',
    leave: 'Leave: go to a neutral page',
    twice: 'twice',
    toggle: 'Letter keys on',
    toggleHint: 'Turn them off if they disturb a screen reader or voice control. Esc twice always works.',
  },
}
