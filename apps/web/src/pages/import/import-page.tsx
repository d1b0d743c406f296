// Bringing in another town's spreadsheet: it is read in this browser, mapped to our columns and words in a preview, and saved as a mapping.
import type { Problem } from '@lykta/incident'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'
import { sessionQuery } from '../../api/member-queries.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { useWarnBeforeLeaving } from '../../shell/use-warn-before-leaving.ts'
import { Icon } from '../../shell/icons.tsx'
import { NotFoundPage } from '../not-found-page.tsx'
import './import.css'
import { useImportWords } from './import-words.ts'
import { MappedSheetPart } from './mapped-sheet.tsx'
import { NewOrganisations } from './new-organisations.tsx'
import { BringInPart } from './bring-in-part.tsx'
import { Problems, Standing, WhatHinders } from './standing.tsx'
import { type MappingWork, useMapping } from './use-mapping.ts'

export function ImportPage(): ReactNode {
  const session = useQuery(sessionQuery)
  if (session.data && !session.data.rights.includes('organisations.manage')) return <NotFoundPage />
  return <Import />
}

function Import(): ReactNode {
  const words = useImportWords()
  const work = useMapping()
  const { reading, mapping } = work
  const isMapped = mapping !== null && mapping.sheets.length + mapping.ignoredSheets.length > 0
  useWarnBeforeLeaving(work.changed, words.leave)
  return (
    <article className="import-page">
      <PageHeading title={words.title} before={<Link to="/network" search={{ part: 'organisations' }} className="back"><Icon name="back" />{words.back}</Link>} />
      <p className="lead">{words.lead}</p>
      <ChooseFiles work={work} />
      {reading.state === 'empty' && <EmptyState title={words.emptyTitle}><p>{words.empty}</p></EmptyState>}
      {reading.state === 'reading' && (
        <div role="status" className="import-reading">
          <p>{words.reading(reading.names.join(', '))}</p>
          <progress aria-label={words.reading(reading.names.join(', '))} />
          <p><Button kind="secondary" onPress={work.stop}>{words.stop}</Button></p>
        </div>
      )}
      {reading.state === 'failed' && (
        <div role="alert">{reading.problems.length === 0 ? <p className="failure">{words.failed}</p> : <Problems problems={reading.problems} />}</div>
      )}
      {reading.state === 'ready' && mapping && (
          <>
            {!isMapped && <p>{words.ownTables}</p>}
            <Standing work={work} isMapped={isMapped} />
            <NewOrganisations work={work} />
            {reading.sheets.map((view) => {
              const index = mapping.sheets.findIndex(({ names }) => names.includes(view.name))
              if (index >= 0) return <MappedSheetPart key={view.place} work={work} view={view} index={index} />
              return mapping.ignoredSheets.includes(view.name) && <SkippedSheet key={view.place} work={work} name={view.name} />
            })}
            <WhatHinders work={work} />
            <BringInPart work={work} />
          </>
      )}
    </article>
  )
}

function ChooseFiles({ work }: { readonly work: MappingWork }): ReactNode {
  const words = useImportWords()
  const id = useId()
  const [faults, setFaults] = useState<readonly Problem[]>([])
  const isReady = work.reading.state === 'ready'
  return (
    <div className="choose-files">
      <div className="field">
        <label className="label" htmlFor={`${id}-files`}>{isReady ? words.again : words.choose}</label>
        <input
          id={`${id}-files`} type="file" multiple className="input" accept=".csv,.xlsx,.ods" aria-describedby={`${id}-hint`}
          onChange={({ target: { files } }) => {
            if (files && files.length > 0) void work.read([...files])
          }}
        />
        <span id={`${id}-hint`} className="hint">{words.chooseHint}</span>
      </div>
      {isReady && (
        <div className="field">
          <label className="label" htmlFor={`${id}-mapping`}>{words.open}</label>
          <input
            id={`${id}-mapping`} type="file" className="input" accept=".json,application/json" aria-describedby={`${id}-open`}
            onChange={({ target }) => {
              const file = target.files?.[0]
              if (file) void work.openMapping(file).then(setFaults)
              // The same file may be opened again once it is mended.
              target.value = ''
            }}
          />
          <span id={`${id}-open`} className="hint">{words.openHint}</span>
        </div>
      )}
      {faults.length > 0 && <div role="alert"><Problems problems={faults} /></div>}
    </div>
  )
}

function SkippedSheet({ work, name }: { readonly work: MappingWork; readonly name: string }): ReactNode {
  const words = useImportWords()
  const take = async (): Promise<void> => {
    const sheet = await work.sheetAt(name, 1)
    work.change((mapping) => ({ ...mapping, sheets: [...mapping.sheets, sheet], ignoredSheets: mapping.ignoredSheets.filter((one) => one !== name) }))
  }
  return (
    <section className="mapped-sheet">
      <h2>{words.sheet(name)}</h2>
      <p>{words.skippedSheet}</p>
      <p><Button kind="secondary" onPress={() => void take()}>{words.takeSheet}</Button></p>
    </section>
  )
}
