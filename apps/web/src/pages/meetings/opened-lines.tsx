// An opened text: what must be said about it, and its lines, each of which becomes an incident with one key.
import { findSealText } from '@lykta/seal'
import type { KeyboardEvent, ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import type { OpenedReason } from '../../keys/keys.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useMeetingWords } from './meeting-words.ts'

/** `onIncident`: undefined where lines are no reports (decisions, actions). */
export function OpenedLines({ opened, onIncident }: { readonly opened: OpenedReason; readonly onIncident?: ((line: string) => void) | undefined }): ReactNode {
  const words = useMeetingWords()
  const language = useLanguage()
  const { text, findings, madeOnServer } = opened
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const pressed = (line: string) => ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void => {
    if (key.toLowerCase() === 'i' && !ctrlKey && !metaKey && !altKey) onIncident?.(line)
  }
  return (
    <div className="meeting-text">
      {findings.length > 0 && (
        <div role="alert">
          <p><strong>{words.wrong}</strong></p>
          <ul className="problems">{findings.map((code) => <li key={code} className="problem problem-error">{findSealText(code, language)}</li>)}</ul>
        </div>
      )}
      <ul className="meeting-lines" translate="no">
        {lines.map((line, index) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- The key is pressed on the line's own button.
          <li key={index} onKeyDown={onIncident ? pressed(line) : undefined}>
            <span>{line}</span>
            {onIncident && <Button kind="quiet" aria-label={words.toIncidentOf(line)} onPress={() => onIncident(line)}>{words.toIncident}</Button>}
          </li>
        ))}
      </ul>
      {madeOnServer && <p className="hint">{words.madeOnServer}</p>}
    </div>
  )
}
