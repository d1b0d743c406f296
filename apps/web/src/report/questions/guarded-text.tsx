// Free text with the guard beside it: it marks what may point at somebody, says why, and offers to strike; it never stops anybody.
import { type ReactNode, useState } from 'react'
import type { SensitiveFinding } from '../guard.ts'
import { useFindings } from '../use-findings.ts'
import { useReportMessages } from '../words.tsx'

export type GuardedTextProps = {
  readonly id: string
  readonly lines: 'one' | 'many'
  readonly text: string
  readonly onChange: (text: string) => void
  readonly describedBy: string | undefined
  readonly wrong: boolean
}

export function GuardedText({ id, lines, text, onChange, describedBy, wrong }: GuardedTextProps): ReactNode {
  const findings = useFindings(text)
  const own = [describedBy, findings.length > 0 ? `${id}-guard` : undefined].filter((one) => one !== undefined).join(' ')
  const common = {
    id, className: 'input guarded-input', autoComplete: 'off', spellCheck: false, value: text, 'aria-invalid': wrong,
    'aria-describedby': own === '' ? undefined : own,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onChange(event.currentTarget.value),
  }
  return (
    <>
      <div className={`guarded guarded-${lines}`} translate="no">
        {/* Lies under the field with the same letters, and carries the marks; a browser draws none inside a field. */}
        <div className="guarded-under" aria-hidden="true">
          <Marked text={text} findings={findings} />
          {'\n'}
        </div>
        {lines === 'many' ? <textarea {...common} rows={6} /> : <input type="text" {...common} />}
      </div>
      <GuardPanel id={`${id}-guard`} text={text} findings={findings} onChange={onChange} />
    </>
  )
}

/** The text with what was found in marks. */
export function Marked({ text, findings }: { readonly text: string; readonly findings: readonly SensitiveFinding[] }): ReactNode {
  return findings.map(({ from, to }, index) => (
    <span key={from}>
      {text.slice(findings[index - 1]?.to ?? 0, from)}
      <mark>{text.slice(from, to)}</mark>
    </span>
  )).concat(<span key="rest">{text.slice(findings.at(-1)?.to ?? 0)}</span>)
}

type GuardPanelProps = { readonly id: string; readonly text: string; readonly findings: readonly SensitiveFinding[]; readonly onChange: (text: string) => void }

export function GuardPanel({ id, text, findings, onChange }: GuardPanelProps): ReactNode {
  const { guard: words } = useReportMessages()
  const [undo, setUndo] = useState<{ readonly before: string; readonly after: string; readonly count: number } | null>(null)
  const strike = async (chosen: readonly SensitiveFinding[]): Promise<void> => {
    const { guard } = await import('../guard.ts')
    const after = guard.strike(text, chosen, words.mark)
    setUndo({ before: text, after, count: chosen.length })
    onChange(after)
    // The button that was pressed is gone.
    document.querySelector<HTMLElement>(`#${id}`)?.focus({ preventScroll: true })
  }
  const canUndo = undo !== null && undo.after === text
  return (
    <div id={id} className={findings.length > 0 ? 'guard guard-found' : 'guard'} tabIndex={-1}>
      <p role="status">
        {findings.length > 0 ? <strong>{words.title(findings.length)}</strong> : canUndo ? words.struck(undo.count) : ''}
      </p>
      {findings.length > 0 && (
        <>
          <ul>
            {findings.map((finding) => {
              const found = text.slice(finding.from, finding.to)
              return (
                <li key={finding.from}>
                  <mark translate="no">{found}</mark>
                  <span>{words.kinds[finding.kind]}</span>
                  <button type="button" className="button button-secondary" aria-label={words.strikeOne(found)} onClick={() => void strike([finding])}>{words.strike}</button>
                </li>
              )
            })}
          </ul>
          <p className="hint">{words.why}</p>
        </>
      )}
      {(findings.length > 1 || canUndo) && (
        <p className="guard-actions">
          {findings.length > 1 && <button type="button" className="button button-secondary" onClick={() => void strike(findings)}>{words.strikeAll}</button>}
          {canUndo && <button type="button" className="button button-quiet" onClick={() => { onChange(undo.before); setUndo(null) }}>{words.undo}</button>}
        </p>
      )}
    </div>
  )
}
