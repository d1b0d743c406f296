// A text that starts with = + - @, or their full-width twins, runs as a formula in whoever's spreadsheet opens it next.
export function isLikeFormula(text: string): boolean {
  return /^[=+\-@＝＋－＠]/u.test(text)
}
