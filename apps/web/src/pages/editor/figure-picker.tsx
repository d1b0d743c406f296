// The picker: every figure of the edition as it will be printed, found by table, row or year, and bound where the caret stands.
import { type Edition, type FigureChoice, figureChoices } from '@lykta/publication/prose'
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '../../components/button.tsx'
import '../../components/dialog.css'
import { TextField } from '../../components/text-field.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useEditorWords } from './editor-words.ts'
import { matching } from './matching.ts'

export type FigurePickerProps = {
  readonly edition: Edition
  /** What is shown first, for instance comparisons only. */
  readonly start: string
  readonly onChoose: (choice: FigureChoice) => void
  readonly onClose: () => void
}

const most = 80

export function FigurePicker({ edition, start, onChoose, onClose }: FigurePickerProps): ReactNode {
  const { picker: words } = useEditorWords()
  const language = useLanguage()
  const [query, setQuery] = useState(start)
  const [following, setFollowing] = useState(true)
  const all = useMemo(() => figureChoices(edition, { following }), [edition, following])
  const asked = useDeferredValue(query)
  const found = useMemo(() => matching(all, asked, words.kinds), [all, asked, words])
  const groups = [...Map.groupBy(found.slice(0, most), ({ title }) => title)]
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="dialog figure-picker">
        <Dialog>
          <Heading slot="title" className="dialog-title">{words.title}</Heading>
          {all.length === 0 ? <p>{words.noTables}</p> : (
            <>
              <TextField label={words.search} value={query} onChange={setQuery} />
              <TickBox isTicked={following} onTick={setFollowing}>{words.following}</TickBox>
              <p className="hint">{words.followingHint}</p>
              <p role="status" className="hint">{found.length === 0 ? words.none : words.count(renderCount(found.length, language))}</p>
              {groups.map(([title, choices]) => (
                <section key={title} className="figure-group">
                  <h3>{title}</h3>
                  <ul>
                    {choices.map((choice) => (
                      <li key={choice.source}>
                        <button type="button" className="figure-choice" onClick={() => onChoose(choice)}>
                          <span className="figure-where">{[choice.row ?? '', choice.period, words.kinds[choice.kind]].filter((part) => part !== '').join(', ')}</span>
                          {choice.printed === null ? <em className="figure-hidden">{words.hidden}</em> : <strong>{choice.printed}</strong>}
                        </button>
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
              {found.length > most && <p className="hint">{words.more(renderCount(found.length - most, language))}</p>}
            </>
          )}
          <Button kind="secondary" slot="close">{words.close}</Button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
