// `lykta official`: series of other publishers beside the network's own; import enters a file of them.
import { importSeries, listSeries, readImportFiles } from '@lykta/server'
import { type Command, UsageError } from '../command.ts'
import { officialWords } from '../messages/official.ts'
import { withDesk } from '../with-desk.ts'

const datedBy = ['filing', 'event', 'other'] as const
const statuses = ['preliminary', 'final'] as const

export const official: Command = {
  name: 'official',
  takes: '[import FILE]',
  count: [0, 2],
  summary: { sv: 'visa andras statistik bredvid den egna; import för in en fil', en: 'show other publishers’ series beside your own; import enters a file' },
  details: {
    sv: 'Filen är ett kalkylblad (CSV, XLSX, ODS) med ett värde per rad, eller JSON-stat 2.0. Kolumner: serie, källa, enhet, räknas_efter (anmälningsdatum, händelsedatum, annat), period, värde, status (preliminär, slutlig); om det behövs område, benämning (vad det heter i den perioden), seriebrott (varför perioden inte kan jämföras med dem före) och slag (officiell, egen). Värden som finns ersätts, andra perioder står kvar. Serierna räknas aldrig ihop med incidenter.',
    en: 'The file is a spreadsheet (CSV, XLSX, ODS) with one value a row, or JSON-stat 2.0. Columns: series, source, unit, dated_by (filing date, event date, other), period, value, status (preliminary, final); where needed area, label (what it is called in that period), break (why the period is not comparable with those before) and kind (official, own). Values that are there are replaced, other periods stay. Series are never counted together with incidents.',
  },
  options: {
    source: { type: 'string', value: 'TEXT', help: { sv: 'källan, om filen inte säger den', en: 'the source, if the file does not say it' } },
    unit: { type: 'string', value: 'TEXT', help: { sv: 'enheten, om filen inte säger den', en: 'the unit, if the file does not say it' } },
    'dated-by': { type: 'string', value: 'DATE', help: { sv: 'filing (anmälningsdatum), event (händelsedatum) eller other', en: 'filing, event or other: the date that decides the period' } },
    status: { type: 'string', value: 'STATUS', help: { sv: 'preliminary eller final, om filen inte säger det', en: 'preliminary or final, if the file does not say it' } },
    own: { type: 'boolean', help: { sv: 'nätverkets egna äldre summor, utan incidenter', en: 'the network’s own earlier totals, without incidents' } },
    json: { type: 'boolean', help: { sv: 'skriv serierna som JSON', en: 'print the series as JSON' } },
  },
  run: async (context) => {
    const { given, language, print, say } = context
    const words = officialWords[language]
    const [action, path] = given.positionals
    if (action !== undefined && action !== 'import') throw new UsageError(words.badAction)
    if (action === 'import' && path === undefined) throw new UsageError(words.missingFile)
    const oneOf = <Code extends string>(option: string, codes: readonly Code[]): Code | undefined => {
      const asked = given.text(option)
      const found = codes.find((code) => code === asked)
      if (asked !== undefined && found === undefined) throw new UsageError(words.badOption(option, codes.join(', ')))
      return found
    }
    const defaults = { datedBy: oneOf('dated-by', datedBy), status: oneOf('status', statuses), source: given.text('source'), unit: given.text('unit'), kind: given.is('own') ? ('own' as const) : undefined }
    return withDesk(context, async (desk) => {
      if (path === undefined) {
        const series = await listSeries(desk)
        if (given.is('json')) print(JSON.stringify(series, null, 1))
        else for (const line of series.length === 0 ? [words.empty] : series.flatMap(words.series)) print(line)
        return 0
      }
      const [file] = await readImportFiles([path])
      say(words.entered(await importSeries(desk, file!, defaults)))
      return 0
    })
  },
}
