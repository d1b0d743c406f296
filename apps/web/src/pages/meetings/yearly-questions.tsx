// What is asked once a year, about begging, labour and crime: three answers, of which one is that nobody looked.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { YearlyAnswerCode, YearlyAnswersAnswer, YearlyAnswersRequest, YearlySubject } from '../../../../server/src/api/meeting-types.ts'
import { ask } from '../../api/ask.ts'
import { yearlyAnswersQuery } from '../../api/meeting-queries.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { OneOf } from '../../components/one-of.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { countYear } from './count-year.ts'
import { useMeetingWords } from './meeting-words.ts'

const subjects = ['begging', 'labour', 'crime'] as const
const codes = ['seen', 'not-seen', 'not-looked'] as const

export function YearlyQuestions(): ReactNode {
  const words = useMeetingWords().yearly
  const query = useQuery(yearlyAnswersQuery)
  return (
    <section className="meeting-form" aria-labelledby="yearly">
      <h2 id="yearly">{words.title}</h2>
      <p>{words.text}</p>
      <Loaded query={query}>{(answer) => <Questions answer={answer} />}</Loaded>
    </section>
  )
}

function Questions({ answer: { answers } }: { readonly answer: YearlyAnswersAnswer }): ReactNode {
  const words = useMeetingWords().yearly
  const language = useLanguage()
  const client = useQueryClient()
  const { today, organisations, years: collected } = useNetwork()
  const session = useQuery(sessionQuery)
  const isCoordinator = session.data?.rights.includes('meeting.manage') === true
  const [year, setYear] = useState(today.slice(0, 4))
  const [chosen, setChosen] = useState('')
  const [given, setGiven] = useState<Readonly<Partial<Record<YearlySubject, YearlyAnswerCode>>>>({})
  const { busy, failure, said, act } = useAct()
  const { members, count } = countYear(organisations, answers, Number(year))
  // None is answered for in a year in which it was no member.
  const organisation = members.find(({ id }) => id === (isCoordinator ? chosen : session.data?.caller?.organisation))?.id ?? ''
  const years = [...new Set([today.slice(0, 4), ...collected.filter((one) => one === Number(today.slice(0, 4)) - 1).map(String), ...answers.map((one) => String(one.year)).toSorted().toReversed()])]
  const stands = (subject: YearlySubject): YearlyAnswerCode | null => answers.find((one) => one.organisation === organisation && String(one.year) === year && one.subject === subject)?.answer ?? null
  const choose = (change: () => void): void => {
    setGiven({})
    change()
  }
  const save = (): Promise<void> => act(async () => {
    if (Object.keys(given).length === 0) return words.nothing
    const body: YearlyAnswersRequest = { organisation, year: Number(year), answers: given }
    await ask('yearly-answers', { method: 'POST', body })
    await client.invalidateQueries({ queryKey: yearlyAnswersQuery.queryKey })
    setGiven({})
    return words.saved
  })
  return (
    <>
      <div className="meeting-fields">
        <SelectField label={words.year} selected={year} onSelect={(one) => choose(() => setYear(one))} options={years.map((one) => ({ id: one, text: one }))} />
        {isCoordinator && <SelectField label={words.organisation} none="–" selected={organisation} onSelect={(one) => choose(() => setChosen(one))} options={members.map(({ id, name }) => ({ id, text: name }))} />}
      </div>
      {organisation === '' && !isCoordinator && <p className="hint">{words.noMember}</p>}
      {organisation !== '' && (
        <>
          <div className="meeting-fields">
            {subjects.map((subject) => (
              <OneOf key={subject} label={words.subject[subject]} selected={given[subject] ?? stands(subject)} onSelect={(code) => setGiven({ ...given, [subject]: code })} options={codes.map((code) => ({ id: code, text: words.answer[code] }))} />
            ))}
          </div>
          <Button kind="primary" isDisabled={busy} onPress={() => void save()}>{words.save}</Button>
        </>
      )}
      <ActOutcome acting={{ said, failure }} />
      {session.data?.rights.includes('meeting.follow') === true && (
        <dl className="yearly-counts">
          {subjects.map((subject) => {
            const { seen, 'not-seen': notSeen, 'not-looked': notLooked, missing } = count(subject)
            const shown = (number: number): string => renderCount(number, language)
            return <div key={subject}><dt>{words.subject[subject]}</dt><dd>{words.counts(shown(seen), shown(notSeen), shown(notLooked), shown(missing))}</dd></div>
          })}
        </dl>
      )}
    </>
  )
}
