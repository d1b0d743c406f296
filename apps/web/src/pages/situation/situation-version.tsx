// One version of a situation report: for whom it is, how it stands, and the ways to read it.
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SituationsAnswer, SituationVersion } from '../../../../server/src/api/situation-types.ts'
import { ask } from '../../api/ask.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { Mark } from '../../components/mark.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderMoment } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { situationsQuery } from './situation-queries.ts'
import { useSituationWords } from './situation-words.ts'

export function SituationVersionRow({ version }: { readonly version: SituationVersion }): ReactNode {
  const words = useSituationWords()
  const language = useLanguage()
  const { network } = useNetwork()
  const client = useQueryClient()
  const acting = useAct()
  const { report, audience, madeAt, digest, releasedAt, mayRelease, aloneFrom, outdated, files } = version
  const moment = (instant: string): string => renderMoment(instant, network.timeZone, language)
  const name = words.version[audience]
  const href = (kind: 'page' | 'pdf' | 'data'): string => files.find((file) => file.language === language && file.kind === kind)!.href
  const release = (): void => void acting.act(async () => {
    const answer = await ask<SituationsAnswer>(`situations/${report}/${audience}/release`, { method: 'POST', body: { digest } })
    client.setQueryData(situationsQuery.queryKey, (before) => ({ versions: answer.versions, job: before?.job ?? null }))
    return words.releasedNow(name)
  })
  return (
    <li className={`situation-version situation-${audience}`}>
      <h3>{name}</h3>
      <p className="hint">{words.forWhom[audience]}</p>
      <p className="situation-marks">
        {releasedAt === null ? <Mark kind="lamp">{words.waits}</Mark> : <Mark kind="plain">{audience === 'core' ? words.made(moment(madeAt)) : words.released(moment(releasedAt))}</Mark>}
      </p>
      <p className="situation-ways">
        <a href={href('page')} target="_blank" rel="noreferrer" aria-label={words.link(words.read, name)}>{words.read}</a>
        <a href={href('pdf')} download aria-label={words.link(words.pdf, name)}>{words.pdf}</a>
        <a href={href('data')} download aria-label={words.link(words.data, name)}>{words.data}</a>
        <Link to="/wall/$report/$audience" params={{ report, audience }} aria-label={words.link(words.show, name)}>{words.show}</Link>
      </p>
      {outdated && <p className="situation-note">{words.outdated}</p>}
      {mayRelease && <Button kind="secondary" isDisabled={acting.busy} onPress={release} aria-label={words.link(words.release, name)}>{words.release}</Button>}
      {releasedAt === null && !mayRelease && !outdated && <p className="hint">{aloneFrom === null ? words.another : words.aloneFrom(moment(aloneFrom))}</p>}
      <ActOutcome acting={acting} />
    </li>
  )
}
