// Founding: the three recovery sheets, printed or copied by hand.
import { type ReactNode, useState } from 'react'
import { Button } from '../../../components/button.tsx'
import { TickBox } from '../../../components/tick-box.tsx'
import { useFoundingWords } from '../found-words.ts'
import { SheetPaper } from '../sheet-paper.tsx'
import { SheetRows } from '../sheet-rows.tsx'
import { StepFrame } from '../step-frame.tsx'
import type { Founding, MadeFor } from '../use-founding.ts'

export function SheetsStep({ founding, made, today }: { readonly founding: Founding; readonly made: MadeFor; readonly today: string }): ReactNode {
  const { sheets: words, step } = useFoundingWords()
  const { printed, setPrinted } = founding
  const [checks, setChecks] = useState(0)
  const { sheets } = made.keys
  const missing = sheets.map(({ number }) => number).filter((number) => !printed[number - 1])
  const errors = checks === 0 || missing.length === 0 ? [] : [{ field: `have-${missing[0]}`, text: words.haveError }]
  return (
    <StepFrame
      title={step.sheets} lead={words.lead} errors={errors} checks={checks} onBack={founding.back} after={words.after}
      onNext={() => (missing.length === 0 ? founding.next() : setChecks(checks + 1))}
    >
      {founding.sheetsOutdated && <p role="alert" className="problem problem-warning">{words.changed}</p>}
      <p><Button kind={missing.length === 0 ? 'secondary' : 'primary'} onPress={() => globalThis.print()}>{words.print}</Button></p>
      <p className="hint">{words.pdf}</p>
      <details>
        <summary>{words.byHand}</summary>
        {sheets.map(({ number, rows }) => (
          <section key={number} aria-label={words.sheet(number)} className="step-sheet">
            <h2>{words.sheet(number)}</h2>
            <SheetRows rows={rows} />
          </section>
        ))}
      </details>
      <h2>{words.keepers}</h2>
      <ul className="step-advice">{words.keeper.map((text) => <li key={text}>{text}</li>)}</ul>
      <p>{words.keepersText}</p>
      <div>
        {sheets.map(({ number }) => (
          <TickBox key={number} id={`have-${number}`} isTicked={printed[number - 1] ?? false} onTick={(ticked) => setPrinted(printed.map((one, index) => (index === number - 1 ? ticked : one)))} error={errors.length > 0 && missing.includes(number) ? '' : undefined}>
            {words.have(number)}
          </TickBox>
        ))}
      </div>
      <SheetPaper network={{ ...founding.draft.network, id: founding.ids.network }} genesis={made.keys.genesisHash} sheets={sheets} today={today} />
    </StepFrame>
  )
}
