// Founding is done: what to do first.
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useFoundingWords } from '../found-words.ts'

export type DoneStepProps = { readonly name: string; readonly tested: boolean; readonly hasOldKeys: boolean; readonly onOldKeys: () => void }

export function DoneStep({ name, tested, hasOldKeys, onOldKeys }: DoneStepProps): ReactNode {
  const { done: words } = useFoundingWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="step">
      <h1 ref={heading} tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead(name)}</p>
      <ol className="step-first">
        {hasOldKeys && (
          <li>
            <button type="button" className="plain" onClick={onOldKeys}>{words.oldKeys}</button>
            <p>{words.oldKeysText}</p>
          </li>
        )}
        {!tested && (
          <li>
            <Link to="/network" search={{ part: 'settings' }}>{words.test}</Link>
            <p>{words.testText}</p>
          </li>
        )}
        <li>
          <Link to="/network" search={{ part: 'invitations' }}>{words.invite}</Link>
          <p>{words.inviteText}</p>
        </li>
        <li>
          <Link to="/network" search={{ part: 'invitations' }}>{words.device}</Link>
          <p>{words.deviceText}</p>
        </li>
        <li>
          <a href="/day/">{words.report}</a>
          <p>{words.reportText}</p>
        </li>
      </ol>
      <p><Link to="/">{words.overview}</Link></p>
    </div>
  )
}
