// The words of a column: what each means among ours. Proposals and open ones stand first, and a proposal says that it is one.
import { foldWord, type MappedColumn } from '@lykta/incident'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { Mark } from '../../components/mark.tsx'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import type { ColumnView } from './import-worker.ts'
import { useImportWords } from './import-words.ts'
import type { Meaning } from './meanings.ts'

type WordTableProps = {
  readonly column: MappedColumn
  readonly view: ColumnView
  readonly meanings: readonly Meaning[]
  /** Where an organisation can be written that is not there yet. */
  readonly onNew?: ((word: string) => void) | undefined
  readonly onMean: (word: string, meaning: string | undefined) => void
}

type State = 'own' | 'decided' | 'proposed' | 'unsure' | 'open'
const newOne = 'new organisation'
const undecided = 'not decided'

/** The key that the mapping has the word under, however it is capitalised there. */
function keyIn(words: Readonly<Record<string, string>> | undefined, word: string): string | undefined {
  return Object.keys(words ?? {}).find((one) => foldWord(one) === foldWord(word))
}

export function WordTable({ column, view, meanings, onNew, onMean }: WordTableProps): ReactNode {
  const words = useImportWords()
  const language = useLanguage()
  const rows = view.words.map(({ word, times }) => {
    const decided = keyIn(column.values, word)
    const guessed = keyIn(column.proposedValues, word)
    const open = column.undecidedValues?.find((one) => foldWord(one) === foldWord(word))
    const state: State = open !== undefined ? 'open' : decided !== undefined ? 'decided' : guessed !== undefined ? (column.unsureValues?.includes(guessed) ? 'unsure' : 'proposed') : 'own'
    const meaning = decided !== undefined ? column.values?.[decided] : guessed !== undefined ? column.proposedValues?.[guessed] : undefined
    return { word: decided ?? guessed ?? open ?? word, shown: word, times, state, meaning }
  })
  const order: readonly State[] = ['open', 'unsure', 'proposed', 'decided', 'own']
  return (
    <table className="word-table">
      <thead><tr><th scope="col">{words.word}</th><th scope="col" className="word-times">{words.times}</th><th scope="col">{words.means}</th></tr></thead>
      <tbody>
        {rows.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state)).map(({ word, shown, times, state, meaning }) => (
          <tr key={word} className={`word-${state}`}>
            <th scope="row">{shown}</th>
            <td className="word-times">{renderCount(times, language)}</td>
            <td>
              <div className="word-meaning">
                <select
                  className="input" aria-label={words.meansOf(shown)} value={state === 'own' ? '=' : state === 'open' ? undecided : (meaning ?? '')}
                  onChange={({ target: { value } }) => (value === newOne ? onNew?.(word) : onMean(word, value === undecided ? undefined : value))}
                >
                  {state === 'own' && <option value="=">{words.own}</option>}
                  <option value={undecided}>{words.notDecided}</option>
                  <option value="">{words.empty2}</option>
                  {meaning !== undefined && meaning !== '' && !meanings.some(({ id }) => id === meaning) && <option value={meaning}>{meaning}</option>}
                  {meanings.map(({ id, text }) => <option key={id} value={id}>{text}</option>)}
                  {onNew && <option value={newOne}>{words.newOrganisation}</option>}
                </select>
                {state === 'proposed' && <Mark kind="lamp">{words.proposal}</Mark>}
                {state === 'unsure' && (
                  <>
                    <Mark kind="lamp">{words.unsure}</Mark>
                    <Button kind="quiet" aria-label={words.rightOf(shown)} onPress={() => onMean(word, meaning)}>{words.right}</Button>
                  </>
                )}
                {state === 'open' && <Mark kind="danger">{words.toDecide}</Mark>}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
