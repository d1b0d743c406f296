// What the guard finds in a text, a moment after the writer has paused; nothing while it is being fetched or cannot be.
import { useEffect, useState } from 'react'
import type { SensitiveFinding } from './guard.ts'

const pause = 300

/** Findings of exactly this text: none from an earlier one are ever shown on a later. */
export function useFindings(text: string): readonly SensitiveFinding[] {
  const [read, setRead] = useState<{ readonly text: string; readonly findings: readonly SensitiveFinding[] }>({ text: '', findings: [] })
  useEffect(() => {
    let current = true
    const timer = setTimeout(() => {
      void import('./guard.ts').then(
        ({ guard }) => current && setRead({ text, findings: guard.find(text) }),
        () => undefined,
      )
    }, pause)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [text])
  return read.text === text ? read.findings : []
}
