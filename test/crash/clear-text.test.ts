// A reason's clear text is looked for byte by byte, wherever a program that was given it could have left it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { openRegister } from '@lykta/register'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Home, makeHome, root } from '../journey/lykta.ts'
import { filesOf, formsOf, holding } from './find-text.ts'
import { writeSpreadsheet } from './spreadsheet.ts'

const marker = 'Ljusmarkör-4711-Ω'
let home: Home
let temporary: string
beforeAll(async () => {
  home = await makeHome()
  temporary = join(home.folder, 'tmp')
  mkdirSync(temporary, { mode: 0o700 })
})
afterAll(() => home.remove())

/** As somebody with the most careless mask, with temporary files where they can be found. Gives what was said. */
async function lykta(line: readonly string[], typed = ''): Promise<string> {
  const program = ['-c', 'umask 000; exec "$@"', 'sh', process.execPath, join(root, 'apps/cli/src/main.ts'), ...line, '--data', home.data]
  const child = spawn('/bin/sh', program, { env: { ...process.env, LYKTA_LANG: 'en', LYKTA_DEBUG: '1', DATABASE_URL: '', TMPDIR: temporary }, stdio: ['pipe', 'pipe', 'pipe'] })
  const parts: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => parts.push(bytes))
  child.stdin.end(`${typed}\n`)
  await once(child, 'close')
  return Buffer.concat(parts).toString()
}

test('neither database, write-ahead log, logs, temporary files nor backups hold a reason or the passphrase in clear', async () => {
  const passphrase = /^[a-z-]+(?: [a-z-]+){5}$/m.exec(await lykta(['init', '--name', 'Provstad', '--since', '2017-11-01']))![0]
  const said: string[] = []
  // Kept running, so that the database is not started anew for each command.
  const server = await openRegister({ dataFolder: home.data, programVersion: 'test', runtimeFolder: temporary })
  const sheets = writeSpreadsheet(join(home.folder, 'sheets'), 1)
  const file = join(sheets, 'incidenter.csv')
  const [header, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const reason = header!.split(';').indexOf('anledning')
  const write = (extra: string): void => writeFileSync(file, [header, ...rows.map((row) => row.split(';').map((cell, index) => (index === reason ? `${marker} ${extra}` : cell)).join(';')), ''].join('\n'))
  write('först')
  expect(holding(marker, sheets)).toEqual([file])
  said.push(await lykta(['import', sheets]))
  // Compared with what is sealed, which opens it; refused for another row's sake; and read, with the wrong words and the right ones.
  write('sedan')
  said.push(await lykta(['import', '--unlock', sheets], passphrase))
  writeFileSync(file, `${readFileSync(file, 'utf8')}${rows[0]!.split(';').map((cell, index) => (index === reason ? marker : index === 0 ? 'x' : index === 1 ? '2019-02-31' : cell)).join(';')}\n`)
  said.push(await lykta(['import', '--unlock', sheets], passphrase))
  const ref = rows[0]!.split(';')[0]!
  for (const which of [[], ['--revision', '1'], ['--revision', 'all']]) said.push(await lykta(['read', ref, ...which], `${passphrase} wrong`))
  said.push(await lykta(['backup', join(home.folder, 'backup.lykta')]))
  expect(said.map((text) => /Imported: 63 new|Imported: 0 new incidents, 63 changed|2019-02-31|passphrase is wrong|backup is written/.exec(text)?.[0])).toEqual(
    ['Imported: 63 new', 'Imported: 0 new incidents, 63 changed', '2019-02-31', 'passphrase is wrong', 'passphrase is wrong', 'passphrase is wrong', 'backup is written'])
  expect(said.filter((text) => text.includes(marker) || text.includes(passphrase))).toEqual([])
  expect(await lykta(['read', ref], passphrase)).toContain(`${marker} sedan`)
  // What stood earlier is nobody's less for it.
  const [first, all] = [await lykta(['read', ref, '--revision', '1'], passphrase), await lykta(['read', ref, '--revision', 'all'], passphrase)]
  expect([first.includes(`${marker} först`), first.includes('sedan')]).toEqual([true, false])
  expect(all).toMatch(new RegExp(`Version 2, .*${marker} sedan.*Version 1, .*${marker} först`, 's'))
  expect(await lykta(['read', ref, '--revision', '3'], passphrase)).toContain('The incident has no such version.')
  await server.close()
  const places = [home.data, temporary]
  expect([...filesOf(home.data)].length).toBeGreaterThan(500)
  for (const secret of [marker, passphrase]) {
    expect(holding(secret, ...places)).toEqual([])
    expect(['backup.lykta', 'backup.lykta.keys'].filter((name) => formsOf(secret).some((form) => gunzipSync(readFileSync(join(home.folder, name))).includes(form)))).toEqual([])
  }
  // What is stored in clear is found, so the search would find a reason too.
  expect(holding('Omgång 1', home.data)).not.toEqual([])
})

test('everything that was made is its owner\'s alone, whatever the mask', () => {
  const made = [home.data, ...readdirSync(home.data, { recursive: true, encoding: 'utf8' }).map((name) => join(home.data, name)), join(home.folder, 'backup.lykta'), join(home.folder, 'backup.lykta.keys')]
  expect(made.filter((name) => (statSync(name).mode & 0o077) !== 0)).toEqual([])
})
