// Who wrote a revision, as far as the reader may know: the coordinator by name, others their own and what came from a file.
import { useQuery } from '@tanstack/react-query'
import { membersQuery, sessionQuery } from '../../api/member-queries.ts'
import { useMessages } from '../../messages/messages.ts'

/** Undefined for whom the server does not name. */
export function useAuthorWords(): (author: string | null) => string | undefined {
  const { incident: words } = useMessages()
  const session = useQuery(sessionQuery)
  const members = useQuery({ ...membersQuery, enabled: session.data?.rights.includes('members.manage') === true })
  return (author) => {
    if (author === null) return undefined
    if (author === 'import') return words.imported
    if (author === 'operator') return words.atTheServer
    if (author === session.data?.caller?.id) return words.yourself
    return [...(members.data?.members ?? []), ...(members.data?.devices ?? [])].find(({ id }) => id === author)?.name
  }
}
