// Which figures of the picker a search means: each of its words stands somewhere in the name, the row, the period or the binding.
import type { FigureChoice } from '@lykta/publication/prose'

/** In their own order; `kinds`: what each kind is called. */
export function matching(choices: readonly FigureChoice[], query: string, kinds: Readonly<Record<FigureChoice['kind'], string>>): readonly FigureChoice[] {
  const parts = query.toLocaleLowerCase().split(/\s+/).filter((part) => part !== '')
  if (parts.length === 0) return choices
  return choices.filter(({ title, row, period, kind, source }) => {
    const named = `${title} ${row ?? ''} ${period} ${kinds[kind]} ${source}`.toLocaleLowerCase()
    return parts.every((part) => named.includes(part))
  })
}
