// The figures as text for a terminal: one line a figure, one column a period.
import { labelOf, type Language, personsLabel } from '@lykta/incident'
import { breakdowns, type Figures, type FigureValue } from '@lykta/statistics'

const words = {
  sv: { months: 'månader', base: 'bas', raw: 'Råa tal, bara för samordnaren.', sample: 'Påhittade uppgifter.' },
  en: { months: 'months', base: 'base', raw: 'Raw figures, for the coordinator only.', sample: 'Invented data.' },
} as const

type Shown = Figures & { readonly network: { readonly name: string; readonly sample: boolean } }

export function renderFigures(figures: Shown, language: Language): string {
  const own = words[language]
  const lines: string[] = [`${figures.network.name}. ${figures.network.sample ? `${own.sample} ` : ''}${own.raw}`, '']
  const row = (head: string, cells: readonly string[]): void => void lines.push(`${head.padEnd(52)}${cells.map((cell) => cell.padStart(9)).join('')}`.trimEnd())
  row('', figures.periods.map(({ id }) => id))
  row(own.months, figures.periods.map(({ months }) => String(Math.round(months * 100) / 100)))
  for (const { id, values } of figures.measures) row(id, values.map(textOf))
  for (const { id, base, rows } of figures.breakdowns) {
    const { by } = breakdowns.find((spec) => spec.id === id)!
    lines.push('')
    row(`${id} (${own.base})`, base.map(textOf))
    for (const { code, values } of rows) {
      const label = by.length === 2 ? personsLabel(code.split('/')[0]!, code.split('/')[1]!, language) : labelOf(by[0]!, code, language)
      row(`  ${label}`.slice(0, 51), values.map(textOf))
    }
  }
  return lines.join('\n')
}

function textOf({ count, atLeast }: Pick<FigureValue, 'count' | 'atLeast'>): string {
  return `${atLeast ? '≥' : ''}${count}`
}
