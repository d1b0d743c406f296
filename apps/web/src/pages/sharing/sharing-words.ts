// The texts of opening and reading, and how whoever acted is named.
import { useQuery } from '@tanstack/react-query'
import type { Who } from '../../../../server/src/api/sharing-types.ts'
import { membersQuery, sessionQuery } from '../../api/member-queries.ts'
import { renderMoment } from '../../format/dates.ts'
import { useLanguage } from '../../messages/messages.ts'
import { ownWords } from '../../messages/own-words.ts'
import { useNetwork } from '../../network.ts'
import { useSealedReasonWords } from '../incidents/sealed-reason.tsx'
import { en } from './messages/en.ts'
import { sv } from './messages/sv.ts'
import { nameWho } from './name-who.ts'

export const useSharingWords = ownWords({ sv, en })

/** A purpose as a heading or a choice. */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

export type Namings = {
  /** As the one who acts: “du bad om det”. */
  readonly who: (who: Who) => string
  /** After “av”: “godkänd av dig”. */
  readonly by: (who: Who) => string
  readonly organisation: (id: string | null) => string
  readonly moment: (at: string) => string
}

/** By name where the caller may see names; else by role and organisation. */
export function useNamings(): Namings {
  const words = useSharingWords()
  const reason = useSealedReasonWords()
  const language = useLanguage()
  const { organisations, network } = useNetwork()
  const session = useQuery(sessionQuery)
  const members = useQuery({ ...membersQuery, enabled: session.data?.rights.includes('members.manage') === true })
  const organisation = (id: string | null): string => organisations.find((one) => one.id === id)?.name ?? '–'
  const naming = (me: string) => (who: Who): string =>
    nameWho(who, { ...words, me, at: (name, role, of) => reason.whoAt(name ?? reason.who[role], organisation(of)), nameOf: (id) => members.data?.members.find((one) => one.id === id)?.name })
  return { who: naming(words.me), by: naming(words.byMe), organisation, moment: (at) => renderMoment(at, network.timeZone, language) }
}
