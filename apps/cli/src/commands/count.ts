// `lykta count`: every figure of the annual report, raw, for the coordinator's eyes.
import { figuresOf, figureTables, wholePeriod, yearPeriods } from '@lykta/statistics'
import { countAt, momentAt, renderFigures, yearOf } from '@lykta/server'
import { type Command, UsageError } from '../command.ts'
import { messages } from '../messages/messages.ts'
import { withDesk } from '../with-desk.ts'
import { yearFrom } from '../year.ts'

export const count: Command = {
  name: 'count',
  takes: '[--from YEAR] [--to YEAR] [--json]',
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
    'as-of': { type: 'string', value: 'POSITION|TIME', help: { sv: 'som registret stod då (position, eller tid i UTC)', en: 'as the register stood then (position, or time in UTC)' } },
    json: { type: 'boolean', help: { sv: 'skriv JSON', en: 'print JSON' } },
  },
  run: async (context) => {
    const { given, language, print } = context
    const basis = given.text('basis') ?? 'occurred'
    if (basis !== 'occurred' && basis !== 'reported') throw new UsageError(messages[language].optionValue('--basis'))
    const asked = { from: yearFrom(context, 'from'), to: yearFrom(context, 'to') }
    return withDesk(context, async (desk) => {
      const moment = await momentAt(desk, given.text('as-of'))
      const from = asked.from ?? yearOf(moment.collection.from)
      const to = asked.to ?? Math.max(from, yearOf(moment.collection.to))
      if (from > to) throw new UsageError(messages[language].yearsBackwards)
      const periods = [...yearPeriods(from, to, moment.collection), wholePeriod(from, to, moment.collection)]
      const [tables] = await countAt(desk, moment, [{ specs: figureTables, periods, basis }])
      const figures = {
        network: { id: desk.network.id, name: desk.network.name, sample: desk.network.sample },
        asOf: { position: moment.position, at: moment.at },
        basis,
        ...figuresOf(tables!, periods),
      }
      print(given.is('json') ? JSON.stringify(figures, null, 2) : renderFigures(figures, language))
      return 0
    })
  },
}
