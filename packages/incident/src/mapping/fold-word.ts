// What people would call the same word: case, spaces and the signs around it make no difference.

export function foldWord(text: string): string {
  return text.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ')
}
