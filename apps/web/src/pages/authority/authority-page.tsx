// A network that an authority runs: the setting, the duty to keep the keys recoverable, decisions on weeding, and what was handed out.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { AuthorityAnswer } from '../../../../server/src/api/authority-types.ts'
import { sessionQuery } from '../../api/member-queries.ts'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { renderDay } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { AuthoritySettingForm } from './authority-setting-form.tsx'
import { authorityQuery } from './authority-queries.ts'
import { useAuthorityWords } from './authority-words.ts'
import './authority.css'
import { ExtractList } from './extract-list.tsx'
import { WeedingPart } from './weeding-part.tsx'

export function AuthorityPage(): ReactNode {
  const words = useAuthorityWords()
  const query = useQuery(authorityQuery)
  return (
    <div className="authority-page">
      <PageHeading title={words.title} />
      <p className="lead">{words.lead}</p>
      <p><Link to="/breaches">{words.toBreaches}</Link></p>
      <Loaded query={query}>
        {(answer) => (
          <>
            <AuthoritySettingForm answer={answer} />
            <Duty answer={answer} />
            <WeedingPart answer={answer} />
            <section aria-labelledby="extracts">
              <h2 id="extracts">{words.extractsTitle}</h2>
              <p>{words.extractsText}</p>
              {answer.extracts.length === 0 ? <p className="faint">{words.extractsNone}</p> : <ExtractList extracts={answer.extracts} />}
            </section>
          </>
        )}
      </Loaded>
    </div>
  )
}

function Duty({ answer: { recovery, testedUntil } }: { readonly answer: AuthorityAnswer }): ReactNode {
  const words = useAuthorityWords()
  const language = useLanguage()
  const session = useQuery(sessionQuery)
  return (
    <section aria-labelledby="duty">
      <h2 id="duty">{words.dutyTitle}</h2>
      <p>{words.dutyText}</p>
      {recovery === null ? <p><strong>{testedUntil !== null && words.dutyDone(renderDay(testedUntil, language))}</strong></p> : <p className="problem problem-warning">{words.duty[recovery]}</p>}
      {session.data?.rights.includes('log.append') && <p><Link to="/network" search={{ part: 'keys' }}>{words.toKeys}</Link></p>}
    </section>
  )
}
