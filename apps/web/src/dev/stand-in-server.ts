// Stands in for the server's /api while pages are developed and photographed: full, empty or broken, always the same.
import { type StoredIncident, sumQuantities } from '@lykta/incident'
import type { Collection, CountInput } from '@lykta/statistics'
import type { SessionAnswer } from '../../../server/src/api/member-types.ts'
import type { Failure, IncidentAnswer, IncidentSearch, IncidentSearchAnswer, IncidentSummary, NetworkAnswer } from '../../../server/src/api/types.ts'
import { overviewAnswer, statisticsAnswer } from './count-answers.ts'
import { PretendedEditions } from './edition-answers.ts'
import { categoryWords, indicatorWords } from './indicator-words.ts'
import { readSampleRegister } from './sample-register.ts'

/** Whoever sits at a machine of which no network has members (apps/server/src/access/rights.ts, which tells it of itself). */
const rightsOfLocal: readonly string[] = [
  'network.read', 'incident.own', 'incident.enter', 'incident.read', 'incident.correct', 'incident.withdraw',
  'message.write', 'quiet-month.tell', 'incident.search', 'incident.enter-for-others', 'statistics.read', 'text.read',
  'edition.read', 'edition.make', 'settings.manage', 'sample.manage', 'keys.take-over',
]

export type StandInKind = 'full' | 'empty' | 'broken'
export type Asked = { readonly method: string; readonly url: string; readonly body: string }
export type Answered = { readonly status: number; readonly body: unknown }

const collection: Collection = { from: '2017-11-01', to: '2020-03-02' }
const pageSize = 40
const outside = { threshold: 5, incidents: 5, organisations: 3, sensitive: 11 }

const failure = (status: number): Answered => {
  const body: Failure = { type: 'about:blank', title: status === 404 ? 'Not found' : 'Internal error', status, problems: [] }
  return { status, body }
}

export class StandInServer {
  readonly #kind: StandInKind
  readonly #input: CountInput
  readonly #editions = new PretendedEditions()

  constructor(kind: StandInKind = 'full') {
    this.#kind = kind
    const full = readSampleRegister()
    this.#input = kind === 'empty' ? { ...full, incidents: [], organisations: [] } : full
  }

  answer({ method, url, body }: Asked): Answered {
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    if (this.#kind === 'broken' && pathname !== '/api/network' && pathname !== '/api/session') return failure(500)
    const path = pathname.replace('/api/', '').split('/')
    const counted = { input: this.#input, collection }
    const year = Number(path[1])
    const ok = (answer: unknown): Answered => (answer === undefined ? failure(404) : { status: 200, body: answer })
    if (path[0] === 'session') return ok(this.#session())
    if (path[0] === 'network') return ok(this.#network())
    if (path[0] === 'overview') return ok(overviewAnswer(counted, Number(searchParams.get('year'))))
    if (path[0] === 'statistics') return ok(statisticsAnswer(counted, Number(searchParams.get('from')), Number(searchParams.get('to'))))
    if (path[0] === 'incidents') return ok(path[1] === 'search' ? this.#search(JSON.parse(body) as IncidentSearch) : this.#incident(path[1]!))
    if (path[0] === 'jobs') return ok(method === 'DELETE' ? this.#editions.cancel(path[1]!) : this.#editions.find(path[1]!))
    if (path[0] === 'published') return ok({ editions: [] })
    if (path[0] === 'drafts') return ok({ drafts: [] })
    if (path[0] === 'editions') {
      if (path.length === 1) return ok({ editions: this.#kind === 'empty' ? [] : [2020, 2019, 2018, 2017].map((one) => this.#editions.summary(one)) })
      return ok(method === 'POST' ? { job: this.#editions.start(year) } : this.#editions.answer(year))
    }
    return failure(404)
  }

  /** As on a machine with the sample alone: whoever sits there is coordinator. */
  #session(): SessionAnswer {
    const { network } = this.#network()
    return { state: 'local', network, caller: null, rights: rightsOfLocal, canFound: false, sample: { id: network.id, shown: true }, emergencyNumbers: [], provider: null, recovery: null }
  }

  #network(): NetworkAnswer {
    return {
      network: {
        id: '00000000-0000-4000-8000-000000000000', name: 'Exempelstad', municipality: 'Exempelstad', collectionStart: collection.from,
        timeZone: 'Europe/Stockholm', languages: ['sv', 'en'], sample: true,
      },
      asOf: { position: 3, at: '2020-03-02T08:15:00Z' },
      today: collection.to,
      years: [2017, 2018, 2019, 2020],
      latestYear: this.#kind === 'empty' ? 2020 : 2019,
      incidents: this.#input.incidents.length,
      organisations: this.#input.organisations,
      indicators: indicatorWords,
      categories: categoryWords,
      ownQuestions: [],
      shownFrom: { public: outside, network: outside, core: { threshold: 3, incidents: 3, organisations: 3, sensitive: 3 } },
      authority: false,
      version: '0.1.0',
    }
  }

  #search({ year, exploitation, organisation, placeType, text, after }: IncidentSearch): IncidentSearchAnswer {
    const wanted = (text ?? '').trim().toLocaleLowerCase('sv')
    const matching = this.#input.incidents
      .filter(({ ref, externalRef, answers }) => {
        const name = this.#input.organisations.find(({ id }) => id === answers.reportedBy)?.name ?? ''
        return (
          (year === undefined || answers.occurred.from.startsWith(String(year))) &&
          (exploitation === undefined || answers.exploitation === exploitation) &&
          (organisation === undefined || answers.reportedBy === organisation) &&
          (placeType === undefined || answers.placeType === placeType) &&
          [ref, externalRef, name, answers.area].some((one) => (one ?? '').toLocaleLowerCase('sv').includes(wanted))
        )
      })
      .sort((a, b) => (a.answers.occurred.from < b.answers.occurred.from ? 1 : -1))
    const start = Number(after ?? 0)
    return {
      total: matching.length,
      incidents: matching.slice(start, start + pageSize).map(summaryOf),
      next: start + pageSize < matching.length ? String(start + pageSize) : null,
    }
  }

  #incident(ref: string): IncidentAnswer | undefined {
    const incident = this.#input.incidents.find((one) => one.ref === ref)
    if (!incident) return undefined
    const { externalRef, revision, withdrawn, answers } = incident
    return {
      ref, diary: null, externalRef, revision, withdrawn, answers, sealed: true, case: null,
      revisions: Array.from({ length: revision }, (_, index) => ({ number: index + 1, createdAt: `2020-03-0${index + 1}T09:30:00Z`, author: 'import', withdrawn: false, text: index === 0, mayOpen: true, reason: null })).reverse(),
    }
  }
}

function summaryOf({ ref, externalRef, revision, withdrawn, answers }: StoredIncident): IncidentSummary {
  const { occurred, reportedOn, reportedBy, external, placeType, area, exploitation, policeContacted, persons } = answers
  return {
    ref, diary: null, externalRef, revision, withdrawn, occurred, reportedOn, reportedBy, external, placeType, area, exploitation, policeContacted,
    persons: persons.length === 0 ? null : sumQuantities(persons.map((group) => group.count)),
    sealed: true,
  }
}
