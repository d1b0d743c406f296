// The sentences for what is wrong with an instance (`lykta protect`, `lykta audit`), in both languages.
import type { Language, Problem } from '@lykta/incident'

type Values = Problem['where'] & Problem['values']
type Sentences = Readonly<Record<`instance.${string}`, (values: Values) => string>>

const sv = {
  'instance.column-missing': (values) => `${placeSv(values)}Kolumnen saknas. Den första raden ska ha kolumnernas namn: cell, freq och primary för celler, total och parts för ekvationer.`,
  'instance.no-cells': () => 'Filen med celler har inga rader. Kontrollera att det är rätt fil.',
  'instance.number': (values) => `${placeSv(values)}”${values['value']}” är inget helt tal från 0 och uppåt (högst nio siffror). Rätta cellen.`,
  'instance.flag': (values) => `${placeSv(values)}”${values['value']}” ska vara 0 eller 1. Rätta cellen.`,
  'instance.cell-twice': (values) => `${placeSv(values)}Cellen ${values['id']} finns redan på en tidigare rad. Ge varje cell ett eget nummer.`,
  'instance.cell-unknown': (values) => `${placeSv(values)}Det finns ingen cell ”${values['id']}”. Skriv numret som det står i filen med celler.`,
  'instance.part-twice': (values) => `${placeSv(values)}Samma cell står två gånger i ekvationen. Stryk den ena.`,
  'instance.sum': (values) => `${placeSv(values)}Delarna blir ${values['sum']} men totalen är ${values['total']}. Rätta talen eller ekvationen: det som inte stämmer kan inte skyddas.`,
  'instance.hidden-list': (values) => `${placeSv(values)}Filen ska vara en JSON-lista med cellers nummer, eller det som \`lykta protect --json\` skrev.`,
  'instance.unprotectable': () => 'Inget mönster skyddar alla känsliga celler: någon av dem följer av det som aldrig döljs (nollor), vad som än döljs i övrigt. Slå ihop kategorier så att den cellen får sällskap.',
} as const satisfies Sentences

const en: Readonly<Record<keyof typeof sv, (values: Values) => string>> = {
  'instance.column-missing': (values) => `${placeEn(values)}The column is missing. The first row should have the columns’ names: cell, freq and primary for cells, total and parts for equations.`,
  'instance.no-cells': () => 'The file of cells has no rows. Check that it is the right file.',
  'instance.number': (values) => `${placeEn(values)}“${values['value']}” is no whole number from 0 up (nine digits at most). Correct the cell.`,
  'instance.flag': (values) => `${placeEn(values)}“${values['value']}” should be 0 or 1. Correct the cell.`,
  'instance.cell-twice': (values) => `${placeEn(values)}The cell ${values['id']} stands in an earlier row already. Give each cell a number of its own.`,
  'instance.cell-unknown': (values) => `${placeEn(values)}There is no cell “${values['id']}”. Write the number as it stands in the file of cells.`,
  'instance.part-twice': (values) => `${placeEn(values)}The same cell stands twice in the equation. Remove one of them.`,
  'instance.sum': (values) => `${placeEn(values)}The parts make ${values['sum']}, but the total is ${values['total']}. Correct the counts or the equation: what does not add up cannot be protected.`,
  'instance.hidden-list': (values) => `${placeEn(values)}The file should be a JSON list of cells’ numbers, or what \`lykta protect --json\` printed.`,
  'instance.unprotectable': () => 'No pattern protects every sensitive cell: one of them follows from what is never hidden (zeros), whatever else is hidden. Merge categories so that this cell has company.',
}

const sentences = { sv, en }

/** Undefined for a code that is not of an instance. */
export function findInstanceText({ code, where, values }: Problem, language: Language): string | undefined {
  const sentence = Object.hasOwn(sv, code) ? sentences[language][code as keyof typeof sv] : undefined
  return sentence?.({ ...where, ...values })
}

function placeSv({ file, row, column }: Values): string {
  return joined([file, row && `rad ${row}`, column && `kolumn ${column}`])
}

function placeEn({ file, row, column }: Values): string {
  return joined([file, row && `row ${row}`, column && `column ${column}`])
}

function joined(parts: readonly (string | number | undefined)[]): string {
  const known = parts.filter((part) => part !== undefined && part !== 0)
  return known.length === 0 ? '' : `${known.join(', ')}: `
}
