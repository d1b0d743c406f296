// The membership log does not hold: what was found, and that nothing is done until people have talked.
import type { LogFinding } from '@lykta/seal'
import { findSealText } from '@lykta/seal'
import type { ReactNode } from 'react'
import '../../components/states.css'
import { useLanguage } from '../../messages/messages.ts'
import { useNetworkWords } from './network-words.ts'

export function LogAlarm({ findings }: { readonly findings: readonly LogFinding[] }): ReactNode {
  const words = useNetworkWords()
  const language = useLanguage()
  return (
    <section className="failure" role="alert">
      <h2>{words.logBroken}</h2>
      <ul className="problems">
        {findings.map(({ code, seq }) => <li key={`${code}${seq}`} className="problem problem-error">{findSealText(code, language, { seq })}</li>)}
      </ul>
      <p>{words.logBrokenText}</p>
    </section>
  )
}
