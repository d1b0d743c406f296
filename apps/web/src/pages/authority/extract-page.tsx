// Handing out an incident as a public document: tried piece by piece, decided and noted, and then the paper, with nothing masked left on the page.
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { sessionQuery } from '../../api/member-queries.ts'
import { incidentQuery } from '../../api/queries.ts'
import { Button } from '../../components/button.tsx'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { Paper } from '../../components/paper.tsx'
import { authorityQuery } from './authority-queries.ts'
import './authority.css'
import { ExtractPaper, type ExtractPaperContent } from './extract-paper.tsx'
import { ExtractTrial } from './extract-trial.tsx'
import { useExtractWords } from './extract-words.ts'

const route = getRouteApi('/extract/$ref')

export function ExtractPage(): ReactNode {
  const words = useExtractWords()
  const { ref } = route.useParams()
  const session = useQuery(sessionQuery)
  const incident = useQuery(incidentQuery(ref))
  const authority = useQuery(authorityQuery)
  const [paper, setPaper] = useState<ExtractPaperContent>()
  return (
    <div className="extract-page">
      <PageHeading title={words.title} tab={words.tab} before={<p><Link to="/incidents/$ref" params={{ ref }}>{words.toIncident}</Link></p>} />
      {paper ? <Shown paper={paper} /> : (
        <Loaded query={authority}>
          {({ setting, today }) => (setting?.on === true ? (
            <Loaded query={incident}>
              {(answer) => <ExtractTrial key={answer.revision} incident={answer} setting={setting} today={today} isMember={session.data?.state === 'signed-in'} onDecided={setPaper} />}
            </Loaded>
          ) : <p>{words.notHere} <Link to="/authority">{words.toAuthority}</Link></p>)}
        </Loaded>
      )}
    </div>
  )
}

/** The trial is gone from the page when this stands there. */
function Shown({ paper }: { readonly paper: ExtractPaperContent }): ReactNode {
  const words = useExtractWords()
  return (
    <>
      <p role="status" className="outcome">{words.noted}</p>
      <p className="authority-ways"><Button kind="primary" onPress={() => window.print()}>{words.print}</Button></p>
      <p className="hint">{words.printHint}</p>
      <ExtractPaper content={paper} />
      <Paper><section><ExtractPaper content={paper} /></section></Paper>
    </>
  )
}
