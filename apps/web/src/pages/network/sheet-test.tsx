// Testing the recovery: two sheets typed again, put together in the worker, never sent.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ask } from '../../api/ask.ts'
import { sessionQuery, settingsQuery } from '../../api/member-queries.ts'
import { ActOutcome } from '../../components/act-outcome.tsx'
import { Button } from '../../components/button.tsx'
import { FormErrors } from '../../components/form-errors.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderMoment } from '../../format/dates.ts'
import { keys } from '../../keys/keys.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useFoundingWords } from '../found/found-words.ts'
import { useSheetTyping } from '../found/sheet-typing.tsx'
import { useNetworkWords } from './network-words.ts'

export function SheetTest({ recipient, testedAt }: { readonly recipient: string; readonly testedAt: string | null }): ReactNode {
  const words = useNetworkWords()
  const language = useLanguage()
  const { network } = useNetwork()
  const acting = useAct()
  const [open, setOpen] = useState(false)
  return (
    <>
      <p><strong>{testedAt === null ? words.notTested : words.tested(renderMoment(testedAt, network.timeZone, language))}</strong></p>
      <ActOutcome acting={acting} />
      {open ? (
        <Typing recipient={recipient} acting={acting} onEnd={() => setOpen(false)} />
      ) : (
        <Button kind="secondary" onPress={() => setOpen(true)}>{words.test}</Button>
      )}
    </>
  )
}

type TypingProps = { readonly recipient: string; readonly acting: ReturnType<typeof useAct>; readonly onEnd: () => void }

function Typing({ recipient, acting, onEnd }: TypingProps): ReactNode {
  const words = useNetworkWords()
  const { test, errorsTitle } = useFoundingWords()
  const queries = useQueryClient()
  const typing = useSheetTyping({ onTest: (sheets) => keys.testSheets(sheets, recipient) })
  const go = (): Promise<void> =>
    acting.act(async () => {
      if (!(await typing.test())) return undefined
      await ask('settings/recovery-test', { method: 'POST' })
      await Promise.all([settingsQuery, sessionQuery].map(({ queryKey }) => queries.invalidateQueries({ queryKey })))
      onEnd()
      return words.testOk
    })
  return (
    <div className="sheet-test" role="group" aria-label={words.test}>
      <p>{words.testText}</p>
      <p className="hint">{test.rowHint}</p>
      <FormErrors title={errorsTitle(typing.errors.length)} errors={typing.errors} checks={typing.checks} />
      {typing.fields}
      <p className="network-ways">
        <Button kind="primary" isDisabled={acting.busy || typing.busy} onPress={() => void go()}>{typing.busy ? test.trying : words.testDo}</Button>
        <Button kind="quiet" onPress={onEnd}>{words.cancel}</Button>
      </p>
    </div>
  )
}
