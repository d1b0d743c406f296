// Under an incident of a network that an authority runs: what was decided before, and the way to a new trial.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Loaded } from '../../components/loaded.tsx'
import { extractsQuery } from './authority-queries.ts'
import './authority.css'
import { ExtractList } from './extract-list.tsx'
import { useExtractWords } from './extract-words.ts'

export function ExtractSection({ incident }: { readonly incident: string }): ReactNode {
  const words = useExtractWords()
  const query = useQuery(extractsQuery(incident))
  return (
    <Loaded query={query}>
      {({ extracts }) => (
        <>
          {extracts.length === 0 ? <p>{words.underText}</p> : (
            <>
              <p>{words.earlier}:</p>
              <ExtractList extracts={extracts} />
            </>
          )}
          <p><Link to="/extract/$ref" params={{ ref: incident }} className="button button-secondary">{words.underWay}</Link></p>
        </>
      )}
    </Loaded>
  )
}
