// Appends revisions as the program before migration 004 did, with facts in the shape that they had then.
import { createHash } from 'node:crypto'
import { anyAnswer, canonicalText, groupsOfSomebody, type Incident } from '@lykta/incident'
import type { NewRevision, WriteTransaction } from '@lykta/register'

export async function appendBefore004({ client, network, member }: WriteTransaction, revisions: readonly NewRevision[]): Promise<void> {
  const insert = async (table: string, rows: readonly object[]): Promise<void> => {
    if (rows.length === 0) return
    const columns = Object.keys(rows[0]!).join(', ')
    await client.query(`insert into lykta.${table} (${columns}) select ${columns} from json_populate_recordset(null::lykta.${table}, $1)`, [JSON.stringify(rows)])
  }
  const names = (incident: string): object => ({ network_id: network, incident_id: incident })
  await insert('incident', revisions.flatMap(({ incident, first, answers }) =>
    (first ? [{ ...names(incident), ref: first.ref, external_ref: first.externalRef, organisation_id: answers.reportedBy, entered_by: member }] : [])))
  await insert('revision', revisions.map(({ incident, number, formVersion, answers, withdrawn, createdAt }) => ({
    ...names(incident), number, form_version: formVersion, answers: canonicalText(answers),
    coded_hash: `\\x${createHash('sha256').update(canonicalText(answers)).digest('hex')}`, withdrawn, author: member, created_at: createdAt,
  })))
  await insert('incident_fact', revisions.map(({ incident, number, withdrawn, answers }) =>
    ({ ...names(incident), revision: number, withdrawn, ...incidentFacts(answers) })))
  await insert('person_fact', revisions.flatMap(({ incident, number, withdrawn, answers }) =>
    personFacts(answers).map((person) => ({ ...names(incident), revision: number, withdrawn, ...person }))))
}

const months = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const combination = (codes: readonly string[]): string => [...new Set(codes)].sort().join('|')
const asked = (answer: string | null): string => answer ?? 'not-asked'

function whenAndWho({ occurred, reportedOn, reportedBy, persons }: Incident): object {
  return {
    occurred_from: occurred.from, occurred_to: occurred.to, reported_on: reportedOn,
    month_from: months(occurred.from), month_to: months(occurred.to), month_reported: months(reportedOn), organisation_id: reportedBy,
    counted_apart: persons.some((group) => group.personRef !== null || group.nationalities.length > 1),
  }
}

function incidentFacts(answers: Incident): object {
  const somebody = groupsOfSomebody(answers.persons)
  const numbers = Object.entries({ police_reports: answers.policeReports, buyers: answers.buyers, procurers: answers.procurers, other_perpetrators: answers.otherPerpetrators })
  return {
    ...whenAndWho(answers), external: answers.external, place_type: answers.placeType, area: answers.area, exploitation: answers.exploitation,
    indicators: answers.indicators, police_contacted: answers.policeContacted,
    ...Object.fromEntries(numbers.flatMap(([name, number]) => [[name, number?.count ?? null], [`${name}_at_least`, number?.atLeast ?? false]])),
    persons_known: answers.persons.length > 0,
    support_contact: anyAnswer(somebody.map((group) => group.supportContact)),
    support_offered: anyAnswer(somebody.map((group) => group.supportOffered)),
    accepted_support: anyAnswer(somebody.map((group) => group.acceptedSupport)),
    indicator_categories: combination((answers.indicators ?? []).map((id) => id.split('.', 1)[0]!)),
    nationalities: combination(somebody.flatMap((group) => group.nationalities)),
    sex_ages: combination(somebody.map((group) => `${group.sex}/${group.ageGroup}`)),
    contact_acceptances: combination(somebody.map((group) => `${asked(group.supportContact)}/${asked(group.acceptedSupport)}`)),
    support_offers: combination(somebody.map((group) => asked(group.supportOffered))),
  }
}

function personFacts(answers: Incident): readonly object[] {
  return answers.persons.map((group, entry) => ({
    ...whenAndWho(answers), entry, person_ref: group.personRef, count: group.count.count, at_least: group.count.atLeast, sex: group.sex, age_group: group.ageGroup,
    nationalities: group.nationalities, support_contact: asked(group.supportContact), support_offered: asked(group.supportOffered), accepted_support: asked(group.acceptedSupport),
  }))
}
