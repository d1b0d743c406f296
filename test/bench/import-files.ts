// A made-up network as the three CSV files of an import, in English, each incident with a reason.
import type { Answer, Incident, Occurrence, Organisation, Quantity } from '@lykta/incident'
import { makeUpNetwork } from './made-up-network.ts'

export type ImportTexts = {
  /** By file name. */
  readonly files: ReadonlyMap<string, string>
  readonly incidents: number
  readonly persons: number
}

export function makeUpImport(seed: number, size: number): ImportTexts {
  const { organisations, nextIncident } = makeUpNetwork(seed, size)
  const codeOf = new Map(organisations.map(({ id, code }) => [id, code]))
  const incidents: string[] = []
  const persons: string[] = []
  for (let number = 1; number <= size; number += 1) {
    const incident = nextIncident()
    incidents.push(incidentLine(`B${number}`, incident, codeOf.get(incident.reportedBy)!))
    for (const group of incident.persons) {
      persons.push([
        `B${number}`, group.personRef ?? '', quantityCell(group.count), group.sex, group.ageGroup, group.nationalities.join('|'),
        answerCell(group.supportContact), answerCell(group.supportOffered), answerCell(group.acceptedSupport),
      ].join(';'))
    }
  }
  return {
    incidents: incidents.length,
    persons: persons.length,
    files: new Map([
      ['organisations.csv', table('code;name;sector;joined;left', organisations.map(organisationLine))],
      ['incidents.csv', table(incidentHeader, incidents)],
      ['persons.csv', table('incident_ref;person_ref;count;sex;age_group;nationality;support_contact;offered;accepted_support', persons)],
    ]),
  }
}

const incidentHeader =
  'ref;occurred_on;reported_on;reported_by;place_type;area;exploitation;indicators;reason;police_contacted;police_reports;buyers;procurers;other_perpetrators;external'

function incidentLine(ref: string, incident: Incident, reporter: string): string {
  return [
    ref, occurredCell(incident.occurred), incident.reportedOn, reporter, incident.placeType, incident.area ?? '', incident.exploitation,
    incident.indicators?.join('|') ?? '', `Invented: several short visits in one evening, and nobody wanted the room cleaned (${ref}).`,
    incident.policeContacted, quantityCell(incident.policeReports), quantityCell(incident.buyers), quantityCell(incident.procurers),
    quantityCell(incident.otherPerpetrators), incident.external ? 'yes' : 'no',
  ].join(';')
}

function organisationLine({ code, name, sector, joined, left }: Organisation): string {
  return [code, name, sector, joined ?? '', left ?? ''].join(';')
}

function table(header: string, lines: readonly string[]): string {
  return `${[header, ...lines].join('\n')}\n`
}

/** A spreadsheet knows a day, a month or a year; a stretch of days is written as its first. */
function occurredCell({ from, to }: Occurrence): string {
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return from.slice(0, 4)
  return from.endsWith('-01') && to.slice(0, 7) === from.slice(0, 7) && from !== to ? from.slice(0, 7) : from
}

function quantityCell(quantity: Quantity | null): string {
  if (!quantity) return ''
  return quantity.atLeast ? `at least ${quantity.count}` : String(quantity.count)
}

function answerCell(answer: Answer | null): string {
  return answer ?? ''
}
