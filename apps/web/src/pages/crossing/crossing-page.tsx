// The coordinator crosses any two answers on raw counts: what was chosen stands in the address, and the result nowhere.
import { crossable, type CrossableUnit } from '@lykta/statistics'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { crossingQuery, type CrossingChoice } from '../../api/crossing-queries.ts'
import { Loaded } from '../../components/loaded.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { useNetwork } from '../../network.ts'
import { useCrossingWords } from './crossing-words.ts'
import './crossing.css'
import { CrossingTable } from './crossing-table.tsx'

const route = getRouteApi('/crossing')

export function CrossingPage(): ReactNode {
  const words = useCrossingWords()
  const { years, latestYear } = useNetwork()
  const asked = route.useSearch()
  const navigate = useNavigate()
  const unit: CrossableUnit = asked.unit === 'person' ? 'person' : 'incident'
  const known: readonly string[] = crossable[unit]
  const rows = known.find((one) => one === asked.rows) ?? known[0]!
  const columns = known.find((one) => one === asked.columns && one !== rows) ?? known.find((one) => one !== rows)!
  const year = (found: number | undefined, otherwise: number): number => (found !== undefined && years.includes(found) ? found : otherwise)
  const from = year(asked.from, years[0]!)
  const choice: CrossingChoice = { unit, rows, columns, from, to: Math.max(from, year(asked.to, latestYear)) }
  const query = useQuery(crossingQuery(choice))
  const go = (changed: Partial<CrossingChoice>): void => void navigate({ to: '/crossing', search: { ...choice, ...changed }, resetScroll: false, replace: true })
  const dimensions = known.map((id) => ({ id, text: words.dimensions[id as keyof typeof words.dimensions] }))
  const ofYears = years.map((one) => ({ id: String(one), text: String(one) }))
  return (
    <>
      <PageHeading title={words.title} />
      <p className="lead">{words.lead}</p>
      <p className="raw-notice">{words.raw}</p>
      <div className="crossing-choices">
        <SelectField label={words.unit} selected={unit} onSelect={(id) => void navigate({ to: '/crossing', search: { unit: id }, replace: true })} options={(['incident', 'person'] as const).map((id) => ({ id, text: words.units[id] }))} />
        {/* Chosen for the other side, the two change places. */}
        <SelectField label={words.rows} selected={rows} onSelect={(id) => go(id === columns ? { rows: id, columns: rows } : { rows: id })} options={dimensions} />
        <SelectField label={words.columns} selected={columns} onSelect={(id) => go(id === rows ? { columns: id, rows: columns } : { columns: id })} options={dimensions} />
        <SelectField label={words.from} selected={String(choice.from)} onSelect={(id) => go({ from: Number(id), to: Math.max(Number(id), choice.to) })} options={ofYears} />
        <SelectField label={words.to} selected={String(choice.to)} onSelect={(id) => go({ to: Number(id), from: Math.min(Number(id), choice.from) })} options={ofYears} />
      </div>
      <Loaded query={query}>{(answer) => <CrossingTable answer={answer} />}</Loaded>
    </>
  )
}
