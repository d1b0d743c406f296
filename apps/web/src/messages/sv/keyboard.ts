// The letter keys, in Swedish.
export const keyboard = {
  keys: {
    title: 'Tangenter',
    search: 'Sök i listan',
    down: 'Nästa i listan',
    up: 'Föregående i listan',
    open: 'Öppna',
    help: 'Den här hjälpen',
    closePanel: 'Stäng det som är öppet',
    leave: 'Lämna: byt till en neutral sida',
    twice: 'två gånger',
    toggle: 'Bokstavstangenter på',
    toggleHint: 'Stäng av dem om de stör en skärmläsare eller röststyrning. Esc två gånger fungerar alltid.',
  },
}
