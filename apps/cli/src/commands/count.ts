// `lykta count`: every figure of the annual report, raw, for the coordinator's eyes.
import { catalogueAt, countFigures, momentAt, renderFigures, yearOf } from '@lykta/server'
import { type Command, UsageError } from '../command.ts'
import { messages } from '../messages/messages.ts'
import { withDesk } from '../with-desk.ts'
import { yearFrom } from '../year.ts'

export const count: Command = {
  name: 'count',
  takes: '[--from YEAR] [--to YEAR] [--basis occurred|reported] [--as-of WHEN] [--json]',
  count: [0, 0],
  summary: { sv: 'räkna årsrapportens alla tal (råa, för samordnaren)', en: 'count every figure of the annual report (raw, for the coordinator)' },
  details: {
    sv: 'Talen är inte skyddade och får inte spridas; `lykta publish` gör det som får visas.',
    en: 'The figures are not protected and must not be passed on; `lykta publish` makes what may be shown.',
  },
  options: {
    from: { type: 'string', value: 'YEAR', help: { sv: 'första året (annars året då insamlingen började)', en: 'first year (else the year in which collection began)' } },
    to: { type: 'string', value: 'YEAR', help: { sv: 'sista året (annars innevarande)', en: 'last year (else this one)' } },
    basis: { type: 'string', value: 'occurred|reported', help: { sv: 'räkna efter händelsens eller rapporteringens datum', en: 'count by date of occurrence or of reporting' } },
    'as-of': { type: 'string', value: 'WHEN', help: { sv: 'som registret stod då: en position, en dag (2020-01-31) eller en tid i UTC', en: 'as the register stood then: a position, a day (2020-01-31) or a time in UTC' } },
    json: { type: 'boolean', help: { sv: 'skriv JSON', en: 'print JSON' } },
  },
  run: async (context) => {
    const { given, language, print } = context
    const basis = given.text('basis') ?? 'occurred'
    if (basis !== 'occurred' && basis !== 'reported') throw new UsageError(messages[language].optionValue('--basis'))
    const asked = { from: yearFrom(context, 'from'), to: yearFrom(context, 'to') }
    const inOrder = (from: number, to: number): void => {
      if (from > to) throw new UsageError(messages[language].yearsBackwards)
    }
    if (asked.from !== undefined && asked.to !== undefined) inOrder(asked.from, asked.to)
    return withDesk(context, async (desk) => {
      const moment = await momentAt(desk, given.text('as-of'))
      const from = asked.from ?? Math.min(yearOf(moment.collection.from), asked.to ?? Infinity)
      const to = asked.to ?? Math.max(from, yearOf(moment.collection.to))
      inOrder(from, to)
      const figures = await countFigures(desk, moment, { from, to, basis })
      print(given.is('json') ? JSON.stringify(figures, null, 2) : renderFigures(figures, language, await catalogueAt(desk, moment)))
      return 0
    })
  },
}
