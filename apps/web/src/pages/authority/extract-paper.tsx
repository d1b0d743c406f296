// What is handed out: the extract with what was masked replaced by its ground, or the refusal; and how to appeal. It holds nothing else.
import { type Decider, findSecrecyGround, type MaskGround, type Piece } from '@lykta/incident'
import type { ReactNode } from 'react'
import type { AuthoritySetting } from '../../../../server/src/api/authority-types.ts'
import { renderDay } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useAuthorityWords } from './authority-words.ts'
import type { PaperGroup } from './extract-fields.ts'
import { citedWords } from './extract-list.tsx'
import { useExtractWords } from './extract-words.ts'

export type ExtractPaperContent = {
  readonly outcome: 'whole' | 'partly' | 'refused'
  readonly setting: Pick<AuthoritySetting, 'name' | 'address' | 'court'>
  readonly ref: string
  readonly diary: string | null
  readonly revision: number
  readonly decidedOn: string
  readonly decider: Decider
  /** Each ground once. */
  readonly grounds: readonly MaskGround[]
  /** Empty for a refusal. */
  readonly groups: readonly PaperGroup[]
  readonly texts: readonly { readonly name: string; readonly pieces: readonly Piece[] }[]
}

export function ExtractPaper({ content }: { readonly content: ExtractPaperContent }): ReactNode {
  const { outcome, setting, ref, diary, revision, decidedOn, decider, grounds, groups, texts } = content
  const { paper: words } = useExtractWords()
  const { decider: deciders, by } = useAuthorityWords()
  const language = useLanguage()
  const mask = (ground: MaskGround): ReactNode => <span className="extract-mask">{words.mask(citedWords(ground, language))}</span>
  return (
    <article className="extract-paper">
      <header>
        <p>{setting.name}</p>
        <h2>{outcome === 'refused' ? words.refusal : words.extract}</h2>
        <dl>
          {diary !== null && <div><dt>{words.diary}</dt><dd>{diary}</dd></div>}
          <div><dt>{words.reference}</dt><dd>{ref}</dd></div>
          <div><dt>{words.revision}</dt><dd>{revision}</dd></div>
          <div><dt>{words.decidedOn}</dt><dd>{renderDay(decidedOn, language)}, {by(deciders[decider])}</dd></div>
        </dl>
      </header>
      {outcome === 'whole' && <p>{words.whole}</p>}
      {outcome === 'refused' && <p>{words.refusedText(setting.name)}</p>}
      {outcome === 'refused' && <Grounds grounds={grounds} />}
      {groups.map(({ title, fields }) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl className="extract-rows">
            {fields.map((field, index) => (
              <div key={index}>
                <dt>{field.label}</dt>
                <dd>{'masked' in field ? mask(field.masked) : field.value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {texts.map(({ name, pieces }) => (
        <section key={name}>
          <h3>{words.reason}: {name}</h3>
          <p className="extract-words" translate="no">{pieces.map((piece, index) => <span key={index}>{'masked' in piece ? mask(piece.masked) : piece.text}</span>)}</p>
        </section>
      ))}
      {outcome === 'partly' && (
        <section>
          <h3>{words.groundsTitle}</h3>
          <p>{words.groundsText}</p>
          <Grounds grounds={grounds} />
        </section>
      )}
      {outcome !== 'whole' && (
        <section>
          <h3>{words.appealTitle}</h3>
          {words.appeal(setting.court, setting.name, setting.address).map((text) => <p key={text}>{text}</p>)}
        </section>
      )}
    </article>
  )
}

function Grounds({ grounds }: { readonly grounds: readonly MaskGround[] }): ReactNode {
  const language = useLanguage()
  return (
    <ul>
      {grounds.map((ground) => {
        const found = findSecrecyGround(ground.code)
        const cited = citedWords(ground, language)
        return <li key={cited}>{found && found.code !== 'own' ? `${cited} (${found.words[language].toLocaleLowerCase(language)})` : cited}</li>
      })}
    </ul>
  )
}
