// Migrations are what databases in use have been through: a file that is on main stays as it is, to the byte.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '../src/migrations/index.ts'

/** SHA-256 of every file on main. Lines are added below; one that stands never changes. */
const frozen: Readonly<Record<string, string>> = {
  '001-register.sql': 'a57c8fc6fc8fa392e23d0d8684a68e678eace02abd23598de8bd8d49258307af',
  '002-members.sql': '5b3fef52deb9717f317fae9dcb72c3efc893b480a5293022d7ecfa3b90519e65',
  '003-own-rows.sql': 'ebc46418ba6a5c9aa7b0df74ca5f576e542f7f78d0c22c57f74bef44af0866c9',
  '004-facts.sql': 'e1e74c5657e1d9a5bd87b7e590be5ba16371c5eabb7400f64a88c8d40982ddcc',
  '005-ledger.sql': '8671ca30b4fb36b2e4a3781c90c804cd6218bc1b8ef7bcfe3cfc63c01be14b64',
  '006-receiving.sql': 'd4de12d34ddb3d8bd81deafc33180a230a3542a849c789750fb6ca4c3eff511a',
  '007-letters.sql': '340d60f0b8b7141267aa595cca35baf9de607c5806112fc76496ebfbde48fac8',
  '008-editions.sql': 'b0d0cd6443cf4b36e29dc7d5d063d9c9418a7debf914e38b9ae57f5be4c5ee01',
  '009-prose.sql': 'ee50e3787055029410bc87243a3ae9ddbc267f8dc9b029a7f22a1b3bc1c73bd2',
  '010-official-series.sql': 'b1b557c4e8405c87c9152fc2ef50f92794702c5f9736f12709482ccbac2abf79',
  '011-meetings.sql': '9244298e18461acf163beabecc119c3c046a66210da239cd582a02e7efaedba0',
  '012-sharing.sql': '20cf197983dabc10abc45790476216f7ce5aa7d8d90e28cb846c560613658692',
  '013-cases.sql': '0c6b9a6923e4a9374d3508a1ab4314204ad94589c223716da99c9b150181d388',
  '014-same.sql': '23e2115682d06ec23b3505655f70744ae72fb66a2c2482df4d6801d2d332d07c',
  '015-situations.sql': 'cf58ca5c21a7021faea4896b4d3d135fc46cd36ba64bb77463498a6c857322d6',
  '016-erasing.sql': '7763a34374135c07778ce26845029984d45ad7f91f34b13c820442c72ec521bb',
  '017-weeding.sql': '54f5b2baf799f0f9c35cb94f01b0c464ff02864b5b590811f34247e528e2d5ea',
  '018-discarding.sql': '2ed37634ff83569c7388873cfb4cf93f80437678a70b7c181957eb7a89aac840',
  '019-authority.sql': '18089e08bb55b4633901c40d969efe6850daaf4283667433a6aa50133ed5577b',
  '020-holds.sql': '922edc6a200f179fcdea827654ccaa0bef045a3426627a8aab52b5dac48b402c',
  '021-break-glass.sql': '9a8acdb732c367a6aeb7d05c67548ba1416b97dad52e30397ae1f96242ce8b26',
  '022-held-lines.sql': 'ca0f45829644627334abbf1ddf5c29732d71053ea9eed23b65d4f1358c165d6b',
  '023-days-of-events.sql': '08b0f6de17799e322966fe2ef5ead11cee23e4599714fa48df596c0e25ac4325',
}

const folder = path.join(import.meta.dirname, '../src/migrations')
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const found = Object.fromEntries(readdirSync(folder).filter((name) => name.endsWith('.sql')).sort()
  .map((name) => [name, sha256(readFileSync(path.join(folder, name)))]))

/** What to do about each file that is not as the list says. */
function complaints(files: Readonly<Record<string, string>>): readonly string[] {
  const free = String(Math.max(...Object.keys(frozen).map((name) => Number(name.slice(0, 3)))) + 1).padStart(3, '0')
  const changed = Object.entries(frozen).filter(([name, checksum]) => files[name] !== checksum).map(([name]) =>
    `${name} is not what it was. Migrations are immutable once on main, since databases have been through them: put the file back, `
    + `and write what is new as a migration with a new number, ${free}.`)
  const unlisted = Object.keys(files).filter((name) => !(name in frozen)).map((name) =>
    `${name} is new. Add its checksum, ${files[name]}, to the list in this test with the commit that brings it to main; from then on it is immutable.`)
  return [...changed, ...unlisted]
}

test('every migration is the file that went to main', () => {
  expect(complaints(found)).toEqual([])
})

test('the program knows all of them, numbered from 1 without gaps', () => {
  expect(migrations.map(({ name, checksum }) => [`${name}.sql`, checksum])).toEqual(Object.entries(frozen))
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1))
})

test('one that is changed, removed or added is told, with what to do', () => {
  const needsNumber = /^001-register\.sql is not what it was\. Migrations are immutable once on main.* a new number, \d{3}\.$/
  const other = sha256(Buffer.concat([readFileSync(path.join(folder, '001-register.sql')), Buffer.from('\n')]))
  expect(complaints({ ...found, '001-register.sql': other })).toEqual([expect.stringMatching(needsNumber)])
  const { '001-register.sql': _, ...rest } = found
  expect(complaints(rest)).toEqual([expect.stringMatching(needsNumber)])
  expect(complaints({ ...found, '999-more.sql': 'f'.repeat(64) })).toEqual([expect.stringMatching(/^999-more\.sql is new\..* f{64}, to the list/)])
})
