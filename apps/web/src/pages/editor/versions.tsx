// Every version that was ever saved: fetched into the text, from which undo leads back.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import type { ProseHistoryAnswer, ProseTextAnswer } from '../../../../server/src/api/prose-types.ts'
import { ask } from '../../api/ask.ts'
import { Button } from '../../components/button.tsx'
import '../../components/dialog.css'
import { FailureNote } from '../../components/failure-note.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { useAct } from '../../components/use-act.ts'
import { renderMoment } from '../../format/dates.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useNetwork } from '../../network.ts'
import { useEditorWords } from './editor-words.ts'
import type { WrittenText } from './use-written-text.ts'

type VersionsProps = { readonly written: WrittenText; readonly self: string; readonly onTake: (text: string, name: string) => void; readonly onClose: () => void }

export function Versions({ written, self, onTake, onClose }: VersionsProps): ReactNode {
  const { versions: words, lower, picker } = useEditorWords()
  const language = useLanguage()
  const { network } = useNetwork()
  const { busy, failure, act } = useAct()
  const query = useQuery({ queryKey: ['prose', written.language, 'revisions', written.saved.revision], queryFn: ({ signal }) => ask<ProseHistoryAnswer>(`prose/${written.language}/revisions`, { signal }) })
  const nameOf = (revision: number): string => (revision === 0 ? words.program : words.number(renderCount(revision, language)))
  const take = (revision: number): Promise<void> => act(async () => {
    const { text } = await ask<ProseTextAnswer>(`prose/${written.language}/revisions/${revision}`)
    onTake(text.text, nameOf(revision))
    return undefined
  })
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="dialog">
        <Dialog>
          <Heading slot="title" className="dialog-title">{words.title(lower[written.language])}</Heading>
          <Loaded query={query}>
            {({ revisions }) => (
              <ul className="versions">
                {[...revisions.map(({ revision, savedAt, savedBy }) => ({ revision, about: `${renderMoment(savedAt, network.timeZone, language)}, ${words.by(savedBy === self ? words.self : words.other)}` })), { revision: 0, about: '' }].map(({ revision, about }) => (
                  <li key={revision}>
                    <span><strong>{nameOf(revision)}</strong> <span className="hint">{about}</span></span>
                    <Button kind="secondary" isDisabled={busy} aria-label={`${words.take}: ${nameOf(revision)}`} onPress={() => void take(revision)}>{words.take}</Button>
                  </li>
                ))}
              </ul>
            )}
          </Loaded>
          <FailureNote error={failure} />
          <Button kind="secondary" slot="close">{picker.close}</Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
