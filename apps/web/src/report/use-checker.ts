// Checks the answers on the device: nothing is said of a question before one has gone on from it, and then as it is mended.
import type { FormAnswers } from '@lykta/incident'
import { useEffect, useState } from 'react'
import { timeOfReport } from '../api/clock.ts'
import type { checkAnswers, Checked, Slip } from './check-answers.ts'
import type { Entries } from './draft.ts'
import { useForm, useReportMessages } from './words.tsx'

type Check = typeof checkAnswers
type Shown = ReadonlySet<string> | 'all' | 'none'

export type Checker = {
  /** Those that are shown now. */
  readonly slips: readonly Slip[]
  /** Raised by every check that found something. */
  readonly checks: number
  /** What checks could not be fetched. */
  readonly failed: boolean
  /** Shows what is wrong with these questions, and says how much. A check that cannot be made finds nothing in a step, and one in all. */
  readonly check: (questions: ReadonlySet<string> | 'all') => Promise<number>
  readonly read: (at: string) => Promise<Checked | undefined>
  readonly show: (questions: 'all') => void
  readonly hide: () => void
}

async function load(): Promise<Check | undefined> {
  return import('./check-answers.ts').then(({ checkAnswers }) => checkAnswers, () => undefined)
}

export function useChecker(answers: FormAnswers, draft: Entries): Checker {
  const { version, context } = useForm()
  const { errors } = useReportMessages()
  const time = (): string => timeOfReport({ today: context.today, timeZone: context.network.timeZone })
  const [check, setCheck] = useState<{ readonly run: Check }>()
  const [shown, setShown] = useState<Shown>('none')
  const [checks, setChecks] = useState(0)
  const [failed, setFailed] = useState(false)
  const [moment, setMoment] = useState(time)
  // Fetched while the first questions are read: it may be wanted when there is no connection.
  useEffect(() => void load().then((run) => run && setCheck({ run })), [])

  const slipsOf = (run: Check | undefined, which: Shown, at: string): readonly Slip[] => {
    if (which === 'none' || !run) return []
    const checked = run(answers, version, context, at)
    const slips = [...('slips' in checked ? checked.slips : []), ...tooLong()]
    return which === 'all' ? slips : slips.filter(({ question }) => question !== undefined && which.has(question))
  }
  const tooLong = (): readonly Slip[] =>
    version.steps.flatMap(({ questions }) => questions).flatMap((question): readonly Slip[] => {
      if (question.kind !== 'sealed-text') return []
      const length = (draft[question.id]?.text ?? '').length
      if (length <= question.longest) return []
      const text = errors.tooLong(String(length), String(question.longest))
      return [{ question: question.id, group: undefined, text: { sv: text, en: text } }]
    })
  const got = async (): Promise<Check | undefined> => {
    const run = check?.run ?? (await load())
    if (run && !check) setCheck({ run })
    return run
  }
  return {
    slips: slipsOf(check?.run, shown, moment),
    checks,
    failed,
    check: async (questions) => {
      const run = await got()
      setFailed(!run && questions === 'all')
      if (!run) return questions === 'all' ? 1 : 0
      const now = time()
      const found = slipsOf(run, questions, now).length
      setMoment(now)
      setShown(found > 0 ? questions : 'none')
      if (found > 0) setChecks((count) => count + 1)
      return found
    },
    read: async (at) => {
      const run = await got()
      setFailed(!run)
      return run?.(answers, version, context, at)
    },
    show: setShown,
    hide: () => {
      setShown('none')
      setFailed(false)
    },
  }
}
