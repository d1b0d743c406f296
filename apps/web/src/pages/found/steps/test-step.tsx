// Founding: two of the sheets are typed again, so that they are known to be readable.
import type { ReactNode } from 'react'
import { Button } from '../../../components/button.tsx'
import { keys } from '../../../keys/keys.ts'
import { useFoundingWords } from '../found-words.ts'
import { useSheetTyping } from '../sheet-typing.tsx'
import { StepFrame } from '../step-frame.tsx'
import type { Founding, MadeFor } from '../use-founding.ts'

export function TestStep({ founding, made }: { readonly founding: Founding; readonly made: MadeFor }): ReactNode {
  const { test: words, step } = useFoundingWords()
  const typing = useSheetTyping({ onTest: (sheets) => keys.testSheets(sheets, made.keys.recoveryRecipient) })
  if (founding.tested) {
    return (
      <StepFrame title={step.test} lead={words.good} onNext={founding.next} onBack={founding.back} after={words.after}>
        {null}
      </StepFrame>
    )
  }
  const test = async (): Promise<void> => {
    if (!(await typing.test())) return
    founding.setTested(true)
    founding.next()
  }
  return (
    <StepFrame
      title={step.test} lead={words.lead} errors={typing.errors} checks={typing.checks} isBusy={typing.busy} onBack={founding.back} after={words.laterText}
      onNext={() => void test()} nextText={typing.busy ? words.trying : words.try} also={<Button kind="quiet" onPress={founding.next}>{words.later}</Button>}
    >
      <p>{words.why}</p>
      <p className="hint">{words.rowHint}</p>
      {typing.fields}
    </StepFrame>
  )
}
