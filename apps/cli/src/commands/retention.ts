// `lykta retention`: which sealed texts have fallen due; --yes erases them.
import { eraseDueTexts, listDueTexts } from '@lykta/server'
import { type Command, UsageError } from '../command.ts'
import { retentionWords } from '../messages/retention.ts'
import { withDesk } from '../with-desk.ts'

const classes = [['reasons', 'narrative'], ['notes', 'note'], ['meetings', 'situation']] as const

export const retention: Command = {
  name: 'retention',
  takes: '',
  count: [0, 0],
  summary: { sv: 'visa vilka texter som har fallit för sin gallringsfrist; radera dem', en: 'show which texts have fallen due for erasing; erase them' },
  details: {
    sv: 'Anledningar räknas från att ärendet avslutades, annars från rapporten; anteckningar från att ärendet avslutades; det som skrevs till ett möte från mötesdagen. Utan frister gäller programmets förslag, 24 månader, och inget kan raderas. Kodade svar berörs inte. Är nätverket en myndighet krävs ett gallringsbeslut.',
    en: 'Reasons count from the end of their case, otherwise from the report; notes from the end of their case; what was written to a meeting from its day. Without periods the program’s proposal of 24 months applies, and nothing can be erased. Coded answers are not touched. A public authority needs a decision on weeding first.',
  },
  options: {
    reasons: { type: 'string', value: 'MONTHS', help: { sv: 'beslutad frist för anledningar', en: 'period decided for reasons' } },
    notes: { type: 'string', value: 'MONTHS', help: { sv: 'beslutad frist för anteckningar', en: 'period decided for notes' } },
    meetings: { type: 'string', value: 'MONTHS', help: { sv: 'beslutad frist för det som skrevs till möten', en: 'period decided for what was written to meetings' } },
    yes: { type: 'boolean', help: { sv: 'radera; det går inte att ångra', en: 'erase; it cannot be undone' } },
  },
  run: async (context) => {
    const { given, language, print, say } = context
    const words = retentionWords[language]
    const months = Object.fromEntries(classes.flatMap(([option, of]) => {
      const text = given.text(option)
      if (text === undefined) return []
      if (!/^[1-9]\d{0,3}$/.test(text) || Number(text) > 1200) throw new UsageError(words.badMonths(`--${option}`))
      return [[of, Number(text)] as const]
    }))
    if (given.is('yes') && Object.keys(months).length === 0) throw new UsageError(words.noMonths)
    return withDesk(context, async (desk) => {
      const due = await listDueTexts(desk, months)
      for (const one of due) print(words.line(one))
      if (due.length === 0) say(words.nothing)
      else if (!given.is('yes')) say(words.howToErase)
      if (!given.is('yes')) return 0
      const { texts, cleared } = await eraseDueTexts(desk, months)
      say(words.erased(texts))
      if (!cleared) say(words.notCleared)
      return 0
    })
  },
}
