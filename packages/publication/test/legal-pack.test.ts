// The legal pack: drafts that say so, filled from the configuration, with every class of retention; and the Markdown says what the documents say.
import { clocksOf } from '@lykta/incident'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LegalFacts, makeLegalPack, paperMarkdown } from '../src/index.ts'
import { textOf } from '../src/document/inline.ts'
import { retentionSv, untilSv } from '../src/papers/legal/retention-sv.ts'

const facts: LegalFacts = {
  network: { name: 'Provstad mot utnyttjande', municipality: 'Provstad', collectionStart: '2017-11-01', timeZone: 'Europe/Stockholm', sample: false },
  day: '2026-11-26',
  organisations: [{ name: 'Socialtjänsten', sector: 'social-services', joined: '2017-11-01' }, { name: 'Hotell Fyren', sector: 'business', joined: '2018-02-01' }],
  coordinators: ['Socialtjänsten'], coordinatingSince: null, operators: ['Kommunens IT'], secondPersons: 2,
  members: { coordinator: 1, coreMember: 4, reporter: 7, reader: 2, operator: 1, device: 3 },
  clocks: clocksOf({ note: { months: 18, ground: 'weeding-plan', reference: 'KS 2026/12 § 7', decidedOn: '2026-05-12', writtenBy: 'a' } }),
  authority: null,
  thresholds: { core: 3, public: 6, sensitive: 11 },
  signs: { shipped: 100, own: 2 }, ownQuestions: 1, formVersion: '2026-1', recoveryTested: '2026-03-04', version: '0.1.0',
}
const markdown = (given: LegalFacts = facts): readonly string[] => makeLegalPack(given).map(({ document }) => new TextDecoder().decode(paperMarkdown({ document })))

describe('the pack', () => {
  test('is six papers, each marked as a draft to be reviewed', () => {
    const pack = makeLegalPack(facts)
    expect(pack.map(({ file }) => file.slice(0, 1))).toEqual(['1', '2', '3', '4', '5', '6'])
    for (const { document } of pack) {
      expect(document.marks.map(({ text }) => text)).toContain('Utkast – ska granskas av jurist')
      expect(document.notice).toContain('jurist')
      expect(document.blocks.length).toBeGreaterThan(4)
    }
  })
  test('says how the network is set up, and asks for what nobody has configured', () => {
    const [assessment, record, arrangement] = markdown()
    expect(assessment).toContain('5 personer kan läsa ärenden, 7 personer och 3 enheter kan rapportera')
    expect(assessment).toContain('under 6 (11 för känsliga egenskaper)')
    expect(assessment).toContain('provad 2026-03-04')
    expect(record).toContain('100 i katalogen, 2 egna')
    expect(arrangement).toContain('Hotell Fyren (företag), medlem från 2018-02-01')
    for (const paper of markdown({ ...facts, coordinators: [] }).slice(1, 3)) expect(paper).toContain('\\[fyll i\\]')
  })
  test('gives every class of retention its time, in the plan and in the record: what is decided, and what is a proposal', () => {
    const [, record, , plan] = markdown().map((paper) => paper.replaceAll(/\\([\\`*_[\]<>#|~+.)(-])/g, '$1'))
    for (const one of facts.clocks) for (const paper of [record, plan]) expect(paper).toContain(`**${retentionSv[one.id].what}:** ${untilSv(one)}`)
    expect(plan).toContain('18 månader från att ärendet avslutades, sedan raderas de. Beslutat 2026-05-12')
    expect(plan!.match(/Programmets förslag; nätverket har inte beslutat/g)).toHaveLength(7)
  })
})

test('who answers, coordinates and runs the server stands where the network’s settings know it; what they do not know is asked for', () => {
  const plain = (given: LegalFacts): readonly string[] => markdown(given).map((paper) => paper.replaceAll(/\\([\\`*_[\]<>#|~+.)(-])/g, '$1'))
  const authority = { name: 'Socialnämnden i Provstad', address: 'Rådhuset, 123 45 Provstad', weeding: [] }
  const [assessment, record, arrangement, plan, members, staff] = plain({ ...facts, authority, coordinatingSince: '2024-03-01' })
  expect(record).toContain('**Personuppgiftsansvarig:** Socialnämnden i Provstad\n')
  expect(record).toContain('prövas för Socialtjänsten, Hotell Fyren;')
  expect(record).toContain('och 2 utsedda i kärngruppen')
  for (const paper of [record, assessment, arrangement]) expect(paper).toContain('Kommunens IT')
  for (const paper of [record, arrangement, members, staff]) expect(paper).toContain('Socialnämnden i Provstad, Rådhuset, 123 45 Provstad; telefon och e-post: [fyll i]')
  for (const paper of [arrangement, plan]) expect(paper).toContain('Socialtjänsten (sedan 2024-03-01)')
  for (const paper of [members, staff]) expect(paper).toContain('Ansvarig: Socialnämnden i Provstad')
  const [, without] = plain({ ...facts, coordinators: [], operators: [] })
  expect(without).toContain('**Personuppgiftsansvarig:** [fyll i]')
  expect(without).toContain('**Den som driver servern:** [fyll i]')
  expect(plain(facts)[1]).toContain('**Personuppgiftsansvarig:** Socialtjänsten\n')
})

test('of an authority the weeding plan names the decisions that stand, and says when there is none', () => {
  const plan = (given: LegalFacts['authority']): string => markdown({ ...facts, authority: given })[3]!.replaceAll(/\\([\\`*_[\]<>#|~+.)(-])/g, '$1')
  const named = plan({ name: 'Socialnämnden i Provstad', address: '', weeding: [{ reference: 'SN 2020/0007', decidedOn: '2020-01-15', classes: ['narrative', 'note'] }] })
  expect(named).toContain('Registret drivs av en myndighet (Socialnämnden i Provstad)')
  expect(named).toContain('SN 2020/0007, 2020-01-15 (anledningen till misstanken (fritext), anteckningar i ärenden)')
  expect(plan({ name: 'x', address: '', weeding: [] })).toContain('Inget beslut är antecknat: [fyll i]')
  expect(plan(null)).toContain('Drivs registret av en myndighet är rapporterna')
})

test('whatever an organisation is called, Markdown holds the same words and no markup of its own', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (name) => {
    const words = name.replaceAll(/\s+/g, ' ')
    const [, , paper] = makeLegalPack({ ...facts, organisations: [{ name, sector: 'other', joined: '2018-02-01' }] })
    const list = paper!.document.blocks.find((block) => block.kind === 'list')
    expect(list?.items.map((item) => textOf(item))).toEqual([`${name} (annan), medlem från 2018-02-01`])
    const source = new TextDecoder().decode(paperMarkdown({ document: paper!.document }))
    const line = source.split('\n').find((one) => one.endsWith('(annan), medlem från 2018-02-01'))
    expect(line?.replaceAll(/\\([\\`*_[\]<>#|~+.)-])/g, '$1')).toBe(`- ${words} (annan), medlem från 2018-02-01`)
    // What is not set apart is no markup: nothing of these stands without its backslash.
    expect(line?.slice(2).replaceAll(/\\./g, '')).not.toMatch(/[`*_[\]<>#|~]/)
  }), { seed: 20261126 })
})
