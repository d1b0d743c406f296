// Beside the counts, raw: how many incidents were withdrawn and are in none, and how many were later held to be unfounded and are in all.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { chainQuery } from '../../api/case-queries.ts'
import { renderCount } from '../../format/numbers.ts'
import { useLanguage } from '../../messages/messages.ts'
import { useCaseWords } from '../cases/case-words.ts'

export function BesideCounts({ from, to }: { readonly from: number; readonly to: number }): ReactNode {
  const words = useCaseWords()
  const language = useLanguage()
  const { data } = useQuery(chainQuery(from, to))
  return data ? <p className="hint">{words.beside(renderCount(data.beside.withdrawn, language), renderCount(data.beside.unfounded, language))}</p> : null
}
