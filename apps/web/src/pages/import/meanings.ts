// What a word of theirs can mean in a column of ours: the choices, in the reader's language.
import { ageGroups, answers, type ColumnId, exploitations, kindOf, type Language, type Mapping, nationalities, nationalityName, placeTypes, sectors, sexes } from '@lykta/incident'
import type { NetworkAnswer } from '../../../../server/src/api/types.ts'
import { codeWord } from '../../format/code-words.ts'
import type { ImportWords } from './messages/sv.ts'

export type Meaning = { readonly id: string; readonly text: string }

export function meaningsOf(
  column: ColumnId, { language, words, network, mapping }: { readonly language: Language; readonly words: ImportWords; readonly network: NetworkAnswer; readonly mapping: Mapping },
): readonly Meaning[] {
  const what = kindOf(column)
  const sorted = (all: readonly Meaning[]) => all.toSorted((a, b) => a.text.localeCompare(b.text, language))
  switch (what.kind) {
    case 'organisation': return sorted([...network.organisations, ...mapping.organisations].map(({ code, name }) => ({ id: code, text: name })))
    case 'indicators': return network.indicators.map(({ id, text }) => ({ id, text: text[language] }))
    case 'nationality': return sorted(nationalities.map((code) => ({ id: code, text: nationalityName(code, language) })))
    case 'quantity': return ['0', '1', '2', '3', '4', '5', 'minst 0', 'minst 1', 'minst 2', 'minst 3', 'minst 5', 'minst 10'].map((id) => ({ id, text: language === 'sv' ? id : id.replace('minst', 'at least') }))
    case 'code': return codesOf(what.list, { language, words, network })
    case 'day': case 'occurrence': case 'name': case 'prose': return []
  }
}

const lists = { answer: answers, sector: sectors, 'place-type': placeTypes, exploitation: exploitations, sex: sexes, 'age-group': ageGroups } as const
const listOf = { answer: 'answer', sector: 'sector', placeType: 'place-type', exploitation: 'exploitation', sex: 'sex', ageGroup: 'age-group' } as const

function codesOf(list: Extract<ReturnType<typeof kindOf>, { kind: 'code' }>['list'], { language, words, network }: { readonly language: Language; readonly words: ImportWords; readonly network: NetworkAnswer }): readonly Meaning[] {
  if (list === 'category') return network.categories.map(({ id, text }) => ({ id, text: text[language] }))
  if (list === 'yesNo' || list === 'source') return Object.entries(words.lists[list]).map(([id, text]) => ({ id, text }))
  return lists[listOf[list]].map((code) => ({ id: code, text: codeWord(listOf[list], code, language) }))
}
