// The organisations that the mapping brings along: what they are, and a way to take one out again.
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { codeWord } from '../../format/code-words.ts'
import { renderDay } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useImportWords } from './import-words.ts'
import type { MappingWork } from './use-mapping.ts'

export function NewOrganisations({ work }: { readonly work: MappingWork }): ReactNode {
  const words = useImportWords()
  const language = useLanguage()
  const { organisations } = work.mapping!
  if (organisations.length === 0) return null
  return (
    <section aria-labelledby="new-organisations">
      <h2 id="new-organisations">{words.organisations}</h2>
      <p>{words.organisationsText}</p>
      <ul className="constants">
        {organisations.map(({ code, name, sector, joined }) => (
          <li key={code}>
            {`${name}, ${codeWord('sector', sector, language)}${joined === null ? '' : `, ${renderDay(joined, language)}`}`}
            <Button kind="quiet" aria-label={words.removeOf(name)} onPress={() => work.change((mapping) => ({ ...mapping, organisations: mapping.organisations.filter((one) => one.code !== code) }))}>{words.remove}</Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
