// A program that writes two incidents at a time, sealed text included, and says of each pair when it is acknowledged.
import { randomBytes, randomUUID } from 'node:crypto'
import { appendRevisions, inNetwork, newReferences, openRegister, readOrganisations, write } from '@lykta/register'
import { answersOf, createdAt } from '../../packages/register/test/support/network.ts'

const [dataFolder, network] = process.argv.slice(2) as [string, string]
const context = { network, member: 'import' }
const register = await openRegister({ dataFolder, programVersion: 'crash' })
const [organisation] = await inNetwork(register, context, (transaction) => readOrganisations(transaction, 2))

for (;;) {
  const [one, two] = [randomUUID(), randomUUID()]
  const references = await inNetwork(register, context, (transaction) => newReferences(transaction, 2, randomBytes))
  await write(register, context, { action: 'incident.add', object: `incident:${one}` }, (transaction) =>
    appendRevisions(transaction, [one, two].map((incident, index) => ({
      incident,
      number: 1,
      first: { ref: references[index]!, externalRef: null },
      formVersion: '2026-1',
      answers: answersOf(organisation!.organisation.id, { area: one }),
      withdrawn: false,
      sealed: { sealedId: randomUUID(), body: randomBytes(1000), key: randomBytes(1900), epoch: 1 },
      createdAt,
    }))))
  // A pipe takes it before this returns, so that what was acknowledged is known even when the next instruction never runs.
  process.stdout.write(`${one} ${two}\n`)
}
