// What a field is called where its error stands apart from it.
import type { FoundingDraft } from './founding-draft.ts'
import type { FoundingMessages } from './messages/sv.ts'

export function fieldName(field: string, { organisations }: FoundingDraft, { network, organisations: rows, rules, you }: FoundingMessages): string {
  const names: Readonly<Record<string, string>> = {
    name: network.name, municipality: network.municipality, collectionStart: network.collectionStart, threshold: rules.threshold,
    yourName: you.name, email: you.email, yourOrganisation: you.organisation, password: you.password,
  }
  const row = /^(?<kind>organisation|number)-(?<id>.+)-(?<part>\w+)$/.exec(field)?.groups
  if (!row) return names[field] ?? field
  const { kind, id, part } = row
  if (kind === 'number') return `${rules.numberRow(Number(id) + 1)}, ${part === 'name' ? rules.name : rules.number}`
  const place = organisations.findIndex((one) => one.id === id)
  return `${rows.row(place + 1)}, ${part === 'name' ? rows.name : part === 'sector' ? rows.sector : rows.joined}`
}
