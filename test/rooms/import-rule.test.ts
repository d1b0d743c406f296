// The rooms' import rule: who may import whom, and what the pure rooms may never touch.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** Room → the rooms it may import. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  incident: [],
  seal: ['incident'],
  statistics: ['incident'],
  disclosure: ['incident', 'statistics'],
  publication: ['incident', 'statistics', 'disclosure'],
  register: ['incident', 'seal'],
  server: ['incident', 'seal', 'statistics', 'disclosure', 'publication', 'register'],
  web: ['incident', 'seal', 'statistics', 'disclosure', 'publication'],
  cli: ['incident', 'seal', 'statistics', 'disclosure', 'publication', 'register', 'server'],
}
const pure = ['incident', 'seal', 'statistics', 'disclosure', 'publication']
/** Libraries that only one room may import. */
const reserved: Readonly<Record<string, string>> = {
  'age-encryption': 'seal',
  hpke: 'seal',
  '@noble/ciphers': 'seal',
  '@noble/hashes': 'seal',
  '@noble/curves': 'seal',
  '@scure/base': 'seal',
  'shamir-secret-sharing': 'seal',
  pg: 'register',
  kysely: 'register',
  highs: 'server',
  '@myriaddreamin/typst-ts-node-compiler': 'server',
}

type Import = { readonly file: string; readonly room: string; readonly from: string; readonly typeOnly: boolean }

const imports: readonly Import[] = globSync(['packages/*/src/**/*.{ts,tsx}', 'apps/*/src/**/*.{ts,tsx}'], { cwd: root }).flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8')
  const pattern = /^\s*(?:import|export)\s+(?<type>type\s)?(?:[^'"`;]*?\sfrom\s*)?['"](?<from>[^'"]+)['"]|import\(\s*['"](?<dynamic>[^'"]+)['"]\s*\)/gm
  return [...text.matchAll(pattern)].map(({ groups }) => ({
    file,
    room: file.split('/')[1]!,
    from: groups!['from'] ?? groups!['dynamic']!,
    typeOnly: groups!['type'] !== undefined,
  }))
})

test('there is something to check in every room', () => {
  for (const room of Object.keys(mayImport)) expect(imports.some((one) => one.room === room), room).toBe(true)
})

test('a room imports only the rooms before it', () => {
  const wrong = imports.filter(({ room, from }) => from.startsWith('@lykta/') && !mayImport[room]!.includes(from.split('/')[1]!))
  expect(wrong).toEqual([])
})

test('what a room imports, its package.json declares', () => {
  const wrong = imports.filter(({ file, from, typeOnly }) => {
    if (from.startsWith('.') || from.startsWith('node:') || from.startsWith('virtual:')) return false
    const manifest = JSON.parse(readFileSync(join(root, file.split('/').slice(0, 2).join('/'), 'package.json'), 'utf8')) as Record<string, Record<string, string>>
    const name = from.split('/').slice(0, from.startsWith('@') ? 2 : 1).join('/')
    const declared = { ...manifest['dependencies'], ...manifest['devDependencies'], ...manifest['optionalDependencies'] }
    // Some libraries are nothing but types, and carry them under that name alone.
    return !declared[name] && !(typeOnly && declared[`@types/${name}`])
  })
  expect(wrong).toEqual([])
})

test('no relative import leaves its room, but for the types of the server\'s answers', () => {
  const wrong = imports.filter(({ file, from, typeOnly }) => {
    if (!from.startsWith('.')) return false
    const target = join(file, '..', from)
    const room = file.split('/').slice(0, 2).join('/')
    return !target.startsWith(`${room}/`) && !(typeOnly && room === 'apps/web' && /^apps\/server\/src\/api\/(?:\w+-)*types\.ts$/.test(target))
  })
  expect(wrong).toEqual([])
})

describe('the pure rooms', () => {
  test('import nothing of Node', () => {
    expect(imports.filter(({ room, from }) => pure.includes(room) && from.startsWith('node:'))).toEqual([])
  })

  test('read no clock, no environment, and make no randomness', () => {
    const forbidden = /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bTemporal\.Now\b|\bcrypto\.getRandomValues\b|\bperformance\.now\b|\bfetch\(/
    const wrong = globSync('packages/{incident,seal,statistics,disclosure,publication}/src/**/*.ts', { cwd: root }).filter((file) => {
      const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      return forbidden.test(code)
    })
    expect(wrong).toEqual([])
  })
})

test('a reserved library stays in its room', () => {
  const wrong = imports.filter(({ room, from }) => {
    const owner = Object.entries(reserved).find(([name]) => from === name || from.startsWith(`${name}/`))?.[1]
    return owner !== undefined && owner !== room
  })
  expect(wrong).toEqual([])
})

test('no room is called common, core, lib, shared or utils', () => {
  expect(globSync('{packages,apps}/{common,core,lib,shared,utils}', { cwd: root })).toEqual([])
})

test('the platform’s cryptography is loaded by workers that seal, and by no page', () => {
  expect(imports.filter(({ from }) => from === '@lykta/seal/platform').map(({ file }) => file)).toEqual(['apps/server/src/work/seal-worker.ts'])
  expect(imports.filter(({ room, from }) => room === 'seal' && from.endsWith('platform-keys.ts'))).toEqual([])
})

/** What every Debian has, and Node; `apt-get` fetches Chromium for root, `dd` serves the bench, `unshare` a test that leaves out what it cannot try. */
const onEveryMachine = ['/bin/sh', 'apt-get', 'dd', 'node', 'npm', 'readlink', 'sh', 'true', 'unshare']

test('no program is started that somebody would have to install by hand', () => {
  const started = globSync('{test,scripts,packages,apps}/**/*.{ts,tsx,mjs}', { cwd: root, exclude: (file) => /(?:^|\/)(?:node_modules|dist)$/.test(file) }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\b(?:execFileSync|execFile|execSync|spawnSync|spawn)\(\s*(['"])(?<program>[^'"]+)\1/g)].map(({ groups }) => ({ file, program: groups!['program']! })))
  expect(started.length).toBeGreaterThan(5)
  expect(started.filter(({ program }) => !onEveryMachine.includes(program))).toEqual([])
})
