// The id of a new sign of the network's own: made of its category and first wording, and kept whatever the wording becomes.

/** As `isOwnIndicatorId` of packages/incident wants it; with a number when it is taken. */
export function newIndicatorId(category: string, swedish: string, taken: readonly string[]): string {
  const word = swedish
    .toLocaleLowerCase('sv')
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '')
  const base = `${category}.x-${word === '' ? 'sign' : word}`
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`
    if (!taken.includes(id)) return id
  }
}
