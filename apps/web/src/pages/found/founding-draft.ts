// What the founder has written so far, and what is still wrong with it; plain data, so that a closed step loses nothing.
import { type CivilDate, earliestCollection, type Id, findCivilDate, type Sector, sectors } from '@lykta/incident'
import type { EmergencyNumber, NewOrganisation } from '../../../../server/src/api/member-types.ts'
import { isPublicThreshold, leastThreshold } from '../../format/public-threshold.ts'

export type OrganisationDraft = { readonly id: Id; readonly name: string; readonly sector: Sector | ''; readonly joined: string }

export type FoundingDraft = {
  readonly network: { readonly name: string; readonly municipality: string; readonly collectionStart: string; readonly timeZone: string }
  readonly organisations: readonly OrganisationDraft[]
  readonly numbers: readonly EmergencyNumber[]
  readonly threshold: string
  /** The password is kept apart, and never with this. */
  readonly you: { readonly name: string; readonly email: string; readonly organisation: string }
}

export type WrittenStep = 'network' | 'organisations' | 'rules' | 'you'

/** What is wrong: a key of the page's messages, and the field that it is about. */
export type DraftError = { readonly field: string; readonly error: DraftErrorCode }
export type DraftErrorCode =
  | 'missing' | 'too-long' | 'date' | 'date-future' | 'date-early' | 'joined-date' | 'no-organisation' | 'name-twice' | 'sector' | 'number' | 'threshold' | 'email' | 'password-short' | 'password-long' | 'password-like' | 'organisation'

export const shortestPassword = 12
const longestPassword = 128

export function emptyDraft(today: CivilDate): FoundingDraft {
  return {
    network: { name: '', municipality: '', collectionStart: today, timeZone: 'Europe/Stockholm' },
    organisations: [emptyOrganisation()],
    numbers: [],
    threshold: String(leastThreshold),
    you: { name: '', email: '', organisation: '' },
  }
}

export function emptyOrganisation(): OrganisationDraft {
  return { id: crypto.randomUUID(), name: '', sector: '', joined: '' }
}

/** Rows in which nothing has been written count for nothing. */
export function writtenOrganisations(draft: FoundingDraft): readonly OrganisationDraft[] {
  return draft.organisations.filter(({ name, sector }) => name.trim() !== '' || sector !== '')
}

export function writtenNumbers(draft: FoundingDraft): readonly EmergencyNumber[] {
  return draft.numbers
    .map(({ name, number, hours }) => ({ name: name.trim(), number: number.trim(), hours: hours.trim() }))
    .filter(({ name, number }) => name !== '' || number !== '')
}

/** `known`: organisations that the network has already, when it was made at the command line. */
export function checkStep(step: WrittenStep, draft: FoundingDraft, { password, today, known }: { readonly password: string; readonly today: CivilDate; readonly known: readonly { readonly id: Id }[] }): readonly DraftError[] {
  if (step === 'network') return checkNetwork(draft, today)
  if (step === 'organisations') return checkOrganisations(draft, today, known.length)
  if (step === 'rules') return checkRules(draft)
  return checkYou(draft, password, known)
}

function checkNetwork({ network: { name, municipality, collectionStart } }: FoundingDraft, today: CivilDate): readonly DraftError[] {
  const date = findDateError(collectionStart, today)
  return [...line('name', name), ...line('municipality', municipality), ...(date ? [{ field: 'collectionStart', error: date } as const] : [])]
}

function findDateError(day: string, today: CivilDate): DraftErrorCode | undefined {
  if (findCivilDate(day) === undefined) return 'date'
  if (day > today) return 'date-future'
  return day < earliestCollection ? 'date-early' : undefined
}

function checkOrganisations(draft: FoundingDraft, today: CivilDate, known: number): readonly DraftError[] {
  const rows = writtenOrganisations(draft)
  if (rows.length === 0 && known === 0) return [{ field: `organisation-${draft.organisations[0]?.id}-name`, error: 'no-organisation' }]
  const seen = new Set<string>()
  return rows.flatMap(({ id, name, sector, joined }): readonly DraftError[] => {
    const same = name.trim().toLocaleLowerCase('sv')
    const twice = same !== '' && seen.has(same)
    seen.add(same)
    return [
      ...line(`organisation-${id}-name`, name),
      ...(twice ? [{ field: `organisation-${id}-name`, error: 'name-twice' } as const] : []),
      ...(sectors.some((one) => one === sector) ? [] : [{ field: `organisation-${id}-sector`, error: 'sector' } as const]),
      ...(joined === '' || (findCivilDate(joined) !== undefined && joined <= today) ? [] : [{ field: `organisation-${id}-joined`, error: 'joined-date' } as const]),
    ]
  })
}

function checkRules({ numbers, threshold }: FoundingDraft): readonly DraftError[] {
  const wrongNumbers = numbers.flatMap(({ name, number }, row): readonly DraftError[] => {
    if (name.trim() === '' && number.trim() === '') return []
    return [...line(`number-${row}-name`, name, 60), ...(/^[0-9+*#() -]{1,30}$/.test(number.trim()) ? [] : [{ field: `number-${row}-number`, error: 'number' } as const])]
  })
  return [...wrongNumbers, ...(isPublicThreshold(threshold) ? [] : [{ field: 'threshold', error: 'threshold' } as const])]
}

function checkYou({ you: { name, email, organisation }, ...draft }: FoundingDraft & { readonly you: FoundingDraft['you'] }, password: string, known: readonly { readonly id: Id }[]): readonly DraftError[] {
  const ids = [...writtenOrganisations({ ...draft, you: { name, email, organisation } }), ...known].map(({ id }) => id)
  const wrong = findPasswordError(password, [name, email, draft.network.name])
  return [
    ...line('yourName', name),
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) && email.trim().length <= 200 ? [] : [{ field: 'email', error: 'email' } as const]),
    ...(ids.includes(organisation) ? [] : [{ field: 'yourOrganisation', error: 'organisation' } as const]),
    ...(wrong ? [{ field: 'password', error: wrong }] : []),
  ]
}

/** Long is what counts; what stands beside it on the page is no secret. `beside`: name, e-mail and the like. */
export function findPasswordError(password: string, beside: readonly string[]): DraftErrorCode | undefined {
  if (password.length < shortestPassword) return 'password-short'
  if (password.length > longestPassword) return 'password-long'
  const lower = password.toLocaleLowerCase('sv')
  const isOneLetter = new Set(lower).size < 4
  // "annaberg1234" is Anna Berg as much as "anna berg 1234" is.
  const letters = (text: string): string => text.toLocaleLowerCase('sv').replaceAll(/[^\p{L}\p{N}]/gu, '')
  const isNear = beside.map(letters).some((one) => one.length > 3 && letters(password).includes(one))
  return isOneLetter || isNear ? 'password-like' : undefined
}

function line(field: string, text: string, longest = 100): readonly DraftError[] {
  const { length } = text.trim()
  if (length === 0) return [{ field, error: 'missing' }]
  return length > longest ? [{ field, error: 'too-long' }] : []
}

/** A short code for lists and spreadsheets, made of the name: "Socialtjänsten Mitt" becomes SOCIALTJANST. */
export function codesFor(names: readonly string[], taken: readonly string[] = []): readonly string[] {
  const used = new Set(taken)
  return names.map((name) => {
    const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase().replaceAll(/[^A-Z0-9]+/g, '').slice(0, 12) || 'ORG'
    let code = plain
    for (let next = 2; used.has(code); next += 1) code = `${plain}${next}`
    used.add(code)
    return code
  })
}

export function organisationsToSend(draft: FoundingDraft, taken: readonly string[] = []): readonly NewOrganisation[] {
  const rows = writtenOrganisations(draft)
  const codes = codesFor(rows.map(({ name }) => name), taken)
  return rows.map(({ id, name, sector, joined }, index) => ({ id, code: codes[index]!, name: name.trim(), sector, joined: joined || draft.network.collectionStart }))
}
