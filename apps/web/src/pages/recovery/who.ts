// What is asked of whoever comes back by two sheets, what is missing in it, and what becomes of it.
import type { Id, Language } from '@lykta/incident'
import type { RecoveryAnswer } from '../../../../server/src/api/member-types.ts'
import type { Plan } from './plan.ts'

export type Person = {
  /** A member's id, `whoNew`, or '' while nothing is chosen. */
  readonly who: string
  readonly name: string
  readonly email: string
  readonly password: string
  readonly organisation: string
}

export const whoNew = 'new'
export const emptyPerson: Person = { who: '', name: '', email: '', password: '', organisation: '' }

type Asked = { readonly isSignedIn: boolean; readonly needsOrganisation: boolean }

/** In the order of the fields; empty when all is there. */
export function findPersonErrors({ who, name, email, password, organisation }: Person, { isSignedIn, needsOrganisation }: Asked): readonly (keyof Person)[] {
  if (who === '') return ['who']
  const isNew = who === whoNew && !isSignedIn
  return [
    ...(isNew && name.trim() === '' ? (['name'] as const) : []),
    ...(isNew && !/^\S+@\S+\.\S+$/.test(email.trim()) ? (['email'] as const) : []),
    ...(!isSignedIn && (password.length < 12 || password.length > 128) ? (['password'] as const) : []),
    ...(needsOrganisation && organisation === '' ? (['organisation'] as const) : []),
  ]
}

type Standing = NonNullable<RecoveryAnswer['usable']>['members'][number]
type Around = { readonly network: Id; readonly standing: Standing | undefined; readonly isSignedIn: boolean; readonly language: Language; readonly gone: readonly Id[] }

/** Of a person without errors. */
export function planOf({ who, name, email, password, organisation }: Person, { network, standing, isSignedIn, language, gone }: Around): Plan {
  const signIn = isSignedIn ? ({ way: 'kept' } as const)
    : who === whoNew ? ({ way: 'new', name: name.trim(), email: email.trim(), password, language } as const)
    : ({ way: 'reset', password } as const)
  return { owner: { network, member: who === whoNew ? crypto.randomUUID() : who }, organisation: standing?.organisation ?? organisation, signIn, gone }
}
