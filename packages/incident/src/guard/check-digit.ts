// The check digit of personal identity numbers and bank cards (Luhn; SFS 1991:481 as SKV 704 describes it; ISO/IEC 7812-1).

/** `digits` holds 0–9 alone, the check digit last. */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
