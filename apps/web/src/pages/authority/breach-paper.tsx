// A breach on paper: what GDPR art. 33.3 and IMY's form ask for, in one order, with what is not known said to be so.
import type { BreachTextParts } from '@lykta/incident'
import type { ReactNode } from 'react'
import type { BreachEntry } from '../../../../server/src/api/authority-types.ts'
import { renderMoment } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useBreachWords } from './breach-words.ts'
import { ClockWords } from './clock-words.tsx'

/** `text`: null while it is closed. */
export function BreachPaper({ entry: { content, number, revision, notedAt, clock }, text }: { readonly entry: BreachEntry; readonly text: BreachTextParts | null }): ReactNode {
  const words = useBreachWords()
  const language = useLanguage()
  const { network } = useNetwork()
  const { paper } = words
  const moment = (at: string | null): string => (at === null ? paper.unknown : renderMoment(at, network.timeZone, language))
  const list = (all: readonly string[]): string => (all.length === 0 ? paper.unknown : all.join(', '))
  const about = (count: number | null): string => (count === null ? paper.unknown : renderCount(count, language))
  const said = (part: keyof BreachTextParts): string => (text === null ? paper.sealedText : text[part] === '' ? paper.notWritten : text[part])
  const special = content.data.some((code) => special9and10.has(code))
  const rows: readonly (readonly [string, ReactNode])[] = [
    [paper.controller, network.name],
    [paper.contact, <span key="line" className="paper-line" />],
    [paper.entry, `${number} (${paper.revision} ${revision}), ${paper.noted} ${moment(notedAt)}`],
    [words.discoveredAt, moment(content.discoveredAt)],
    [words.beganAt, moment(content.beganAt)],
    [words.endedAt, moment(content.endedAt)],
    [words.kinds, list(content.kinds.map((code) => words.kind[code]))],
    [words.causes, list(content.causes.map((code) => words.cause[code]))],
    [words.part.happened, said('happened')],
    [words.persons, list(content.persons.map((code) => words.person[code]))],
    [words.personsAbout, about(content.personsAbout)],
    [words.data, list(content.data.map((code) => words.datum[code]))],
    [paper.special, special ? paper.yes : paper.no],
    [words.recordsAbout, about(content.recordsAbout)],
    [words.consequences, list(content.consequences.map((code) => words.consequence[code]))],
    [paper.inWords(words.part.consequences), said('consequences')],
    [words.measures, list(content.measures.map((code) => words.measure[code]))],
    [paper.inWords(words.part.measures), said('measures')],
    [words.risk, words.risks[content.risk]],
    [words.notifiedAt, content.notifiedAt === null ? paper.no : moment(content.notifiedAt)],
    ...(content.delay === null ? [] : [[words.delay, words.delays[content.delay]], [words.part.delay, said('delay')]] as const),
    [words.toldAt, content.toldAt === null ? paper.no : moment(content.toldAt)],
    ...(content.untold === null ? [] : [[words.untold, words.untolds[content.untold]]] as const),
  ]
  return (
    <article className="extract-paper">
      <header>
        <p>{network.name}</p>
        <h2>{paper.title} {number}</h2>
        <p>{paper.law}</p>
      </header>
      <ClockWords clock={clock} />
      <dl className="extract-rows">
        {rows.map(([label, value]) => <div key={label}><dt>{label}</dt><dd className="extract-words">{value}</dd></div>)}
      </dl>
    </article>
  )
}

const special9and10: ReadonlySet<string> = new Set(['reasons', 'sex-life', 'health', 'ethnic-origin', 'offences'])
