// Links laid over incidents once more, apart from the room that does it: what every count of linked incidents is held against.
import type { Incident, PersonGroup, Quantity, SameLink, StoredIncident } from '@lykta/incident'

/** An event as it counts: its answers, all who reported it, and which entries are one occurrence. */
export type PlainEvent = { readonly answers: Incident; readonly ids: readonly string[]; readonly organisations: readonly string[]; readonly occurrences: readonly (readonly PersonGroup[])[] }

export function independentEvents(incidents: readonly StoredIncident[], links: readonly SameLink[], mayJoin: (answers: Incident) => boolean): readonly PlainEvent[] {
  const standing = incidents.filter(({ withdrawn }) => !withdrawn)
  const eventOf = ({ id, answers }: StoredIncident): string => {
    const cluster = mayJoin(answers) ? links.find((link) => link.incident === id && link.entry === null)?.cluster : undefined
    return cluster === undefined ? `alone ${id}` : `${answers.occurred.to.split('-')[0]} ${cluster}`
  }
  return [...new Set(standing.map(eventOf))].map((name) => {
    const reports = standing.filter((incident) => eventOf(incident) === name)
      .sort((a, b) => a.answers.reportedOn.localeCompare(b.answers.reportedOn) || (a.id < b.id ? -1 : 1))
    const entries = reports.flatMap(({ id, answers }) => answers.persons.map((group, place) => {
      const link = !mayJoin(answers) ? undefined : links.find((one) => one.incident === id && one.entry === place && one.groups === answers.persons.length)
      return { link, group: link ? { ...group, personRef: link.cluster } : group }
    }))
    const isDoubtful = (cluster: string): boolean => entries.some(({ link }) => link?.cluster === cluster && link.degree === 'probable')
    const occurrences: PersonGroup[][] = []
    const seen = new Map<string, PersonGroup[]>()
    for (const { link, group } of entries) {
      if (group.count.count === 0 && !group.count.atLeast) continue
      const certain = link && !isDoubtful(link.cluster) ? link.cluster : undefined
      const before = certain === undefined ? undefined : seen.get(certain)
      if (before) before.push(group)
      else {
        const alone = [group]
        occurrences.push(alone)
        if (certain !== undefined) seen.set(certain, alone)
      }
    }
    return {
      answers: answersOf(reports.map(({ answers }) => answers), entries.map(({ group }) => group)), ids: reports.map(({ id }) => id),
      organisations: reports.map(({ answers }) => answers.reportedBy), occurrences,
    }
  })
}

/** How many are meant by several numbers of the same. */
export function largest(numbers: readonly (Quantity | null)[]): Quantity | null {
  const said = numbers.flatMap((number) => (number ? [number] : []))
  if (said.length === 0) return null
  const most = said.reduce((a, b) => (b.count > a.count ? b : a)).count
  return { count: most, atLeast: said.some(({ atLeast }) => atLeast) || new Set(said.map(({ count }) => count)).size > 1 }
}

function answersOf(reports: readonly Incident[], persons: readonly PersonGroup[]): Incident {
  const length = ({ occurred: { from, to } }: Incident): number => (new Date(to).getTime() - new Date(from).getTime()) / 86_400_000
  const shortest = Math.min(...reports.map(length))
  const known = <Key extends 'placeType' | 'exploitation'>(key: Key): Incident[Key] => reports.map((report) => report[key]).find((code) => code !== 'unknown') ?? reports[0]![key]
  const police = reports.map(({ policeContacted }) => policeContacted)
  const indicators = reports.every((report) => report.indicators === null) ? null : [...new Set(reports.flatMap((report) => report.indicators ?? []))]
  return {
    ...reports[0]!, persons, indicators, occurred: reports.find((report) => length(report) === shortest)!.occurred, placeType: known('placeType'), exploitation: known('exploitation'),
    policeContacted: police.includes('yes') ? 'yes' : police.includes('unknown') ? 'unknown' : 'no',
    policeReports: largest(reports.map((report) => report.policeReports)), buyers: largest(reports.map((report) => report.buyers)),
    procurers: largest(reports.map((report) => report.procurers)), otherPerpetrators: largest(reports.map((report) => report.otherPerpetrators)),
  }
}
