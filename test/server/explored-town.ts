// A town whose register holds counts that nobody could meet by chance, with editions of three audiences in its ledger.
import { createHash, randomUUID } from 'node:crypto'
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TableBody } from '@lykta/disclosure'
import { appendDraft, appendLedgerEntry, inNetwork, readLedger, write } from '@lykta/register'
import { type Desk, deskOf, importFiles, readImportFiles } from '@lykta/server'
import { makeEdition } from '../../apps/server/src/work/edition.ts'
import { tableText } from '../../packages/disclosure/src/make-protected.ts'
import { makeSignIn } from '../../apps/server/src/auth/sign-in.ts'
import { newDraft } from '../../packages/register/test/support/members.ts'
import { root } from '../journey/lykta.ts'
import { makeTestApp, type TestApp } from './app.ts'
import { makeTown } from './town.ts'

export type ExploredTown = {
  readonly app: TestApp
  readonly desk: Desk
  /** Cookies. */
  readonly as: Readonly<Record<'coordinator' | 'core-member' | 'reporter' | 'reader', string>>
  /** Approves the year, after which it stands in the ledger. */
  readonly approve: (year: number) => Promise<void>
  /** Enters an edition of one table, which holds this number of incidents; frozen when the first one was, unless said otherwise. */
  readonly enterFor: (audience: 'core' | 'network', count: number, releaseAt?: string, frozenAt?: number) => Promise<string>
  /** A draft, or an edition for the core group, whose files hold that number. */
  readonly keepFiles: (as: 'draft' | 'core', count: number) => Promise<string>
  readonly close: () => Promise<void>
}

const secret = 'exploring '.repeat(5)
/** A page is not what is tried here. */
const compilePdf = async (): Promise<Uint8Array> => new TextEncoder().encode('%PDF')

/** Six digits, all different: of persons, buyers, procurers, others and police reports, each on one incident alone. */
export const markers = { minors: 104_729, buyers: 130_363, procurers: 155_921, others: 180_511, reports: 206_369 } as const

export async function makeExploredTown(options: Parameters<typeof makeTestApp>[0] = {}): Promise<ExploredTown> {
  const home = await mkdtemp(join(tmpdir(), 'lykta-explored-'))
  const as: Record<string, string> = {}
  let network = ''
  const app = await makeTestApp({ secret, ...options }, async (register) => {
    const signIn = makeSignIn({ pool: register.signIn, secret, origin: undefined })
    const town = await makeTown(register, signIn, 'Provstad', '2017-11-01')
    network = town.network
    for (const role of ['coordinator', 'core-member', 'reporter', 'reader'] as const) {
      const { login } = await town.addMember(role, role === 'reader' ? null : town.organisations[0], `${role}@example.org`)
      as[role] = (await signIn.startSession(login, new Headers()))[0]!.split(';')[0]!
    }
  })
  const desk = await deskOf(app.desk.register, { id: network, name: 'Provstad', municipality: 'Provstad', sample: false })
  await fillRegister(desk, join(home, 'register'))
  return {
    app, desk, as: as as ExploredTown['as'],
    approve: async (year) => {
      // As approving does, but the files are not made once more.
      const { tables, certificate, asOf } = await makeEdition(desk, { year, compilePdf })
      const content = { year, asOf: asOf.position, head: asOf.head, plan: certificate.plan, policy: certificate.policy, tables, digests: tables.map(({ digest }) => digest) }
      await write(desk.register, desk.context, { action: 'edition.approve', object: `edition:${year}` }, (transaction) =>
        appendLedgerEntry(transaction, 0, { id: randomUUID(), kind: 'edition', audience: 'public', content }))
    },
    enterFor: async (audience, count, releaseAt, frozenAt) => {
      const id = randomUUID()
      const entries = await inNetwork(desk.register, desk.context, readLedger)
      const asOf = frozenAt ?? (entries[0]!.content as { readonly asOf: number }).asOf
      const body: TableBody = {
        id: 'incidents', audience, unit: 'incident', by: [], groups: [], periods: [{ id: '2018', from: '2018-01-01', to: '2018-12-31', months: 12 }],
        base: [{ state: 'shown', count, atLeast: false }], rows: [], severalAnswers: false, asOf,
      }
      const digest = createHash('sha256').update(tableText(body)).digest('hex')
      const content = { year: 2018, asOf, head: '', plan: 'annual-1', policy: `default-${audience}-1`, tables: [{ ...body, digest }], digests: [digest] }
      await write(desk.register, desk.context, { action: 'edition.approve', object: 'edition:2018' }, (transaction) =>
        appendLedgerEntry(transaction, entries.length, { id, kind: 'edition', audience, content, releaseAt: releaseAt ?? null }))
      return id
    },
    keepFiles: async (as, count) => {
      const id = randomUUID()
      const files = new Map(['sv/index.html', 'sv/tables/years.csv'].map((path) => [path, Buffer.from(`<p>${count}</p>`)] as const))
      await write(desk.register, desk.context, { action: 'draft.make', object: `draft:${id}` }, (transaction) => appendDraft(transaction, newDraft(id, { audience: as === 'core' ? 'core' : 'public', files: { draft: files, final: files } })))
      if (as === 'draft') return id
      const entries = await inNetwork(desk.register, desk.context, readLedger)
      const content = { ...(entries[0]!.content as object), year: 2018, tables: [], digests: [] }
      await write(desk.register, desk.context, { action: 'edition.approve', object: 'edition:2018' }, (transaction) => appendLedgerEntry(transaction, entries.length, { id, kind: 'edition', audience: 'core', content }))
      return id
    },
    close: async () => {
      await app.close()
      await rm(home, { recursive: true, force: true })
    },
  }
}

async function fillRegister(desk: Desk, folder: string): Promise<void> {
  await cp(join(root, 'packages/incident/test/data/reference'), folder, { recursive: true })
  // Texts are not what is tried here, and there is no key to seal them to.
  const file = join(folder, 'incidenter.csv')
  const [header, ...lines] = (await readFile(file, 'utf8')).split('\r\n')
  const place = header!.split(';').indexOf('anledning')
  await writeFile(file, [header, ...lines.map((line) => (line === '' ? line : line.split(';').with(place, '').join(';')))].join('\r\n'))
  await appendFile(file, `2018-77;2018-06-01;2018-06-02;soc;arbetsplats;Norr;tvångsarbete;;;ja;${markers.reports};${markers.buyers};${markers.procurers};${markers.others}\r\n`)
  await appendFile(join(folder, 'personer.csv'), `2018-77;;${markers.minors};man;minderårig;NG;nej;\r\n`)
  const options = { checkOnly: false, overwriteCorrections: false, submissions: false, passphrase: undefined, onProgress: undefined }
  const outcome = await importFiles(desk, await readImportFiles([folder]), options)
  if (outcome.state !== 'imported') throw new Error(JSON.stringify(outcome.problems))
}
