// What parts several values in one cell, where it is not our own "|".

/** Of what parts lists elsewhere, the first that occurs; undefined for our own. */
export function findSplit(texts: readonly string[]): string | undefined {
  if (texts.some((text) => text.includes('|'))) return undefined
  return [';', '\n', ',', '/'].find((separator) => texts.some((text) => text.includes(separator)))
}
