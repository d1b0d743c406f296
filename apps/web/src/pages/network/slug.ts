// Words as part of an id: small letters of a to z and digits, with one sign between; with a number when it is taken.

/** `fallback`: where nothing of the words is left. */
export function slug(words: string, { between, fallback }: { readonly between: '-' | '_'; readonly fallback: string }): string {
  const plain = words
    .toLocaleLowerCase('sv')
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, between)
    .slice(0, 40)
    .replaceAll(/^[-_]+|[-_]+$/g, '')
  return plain === '' ? fallback : plain
}

/** The first that is free: "a", "a-2", "a-3" … */
export function untaken(base: string, between: '-' | '_', isTaken: (id: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}${between}${number}`
    if (!isTaken(id)) return id
  }
}
