// Every dependency has an exact version and its line in docs/dependencies.md, and no line has outlived its dependency.
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { proving, recordProof } from '../prove/record-proof.ts'

const root = join(import.meta.dirname, '..', '..')
const manifests = ['package.json', ...globSync('{packages,apps}/*/package.json', { cwd: root })]
const declared = new Map(
  manifests.flatMap((file) => {
    const manifest = JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, Record<string, string>>
    return ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) => Object.entries(manifest[kind] ?? {}))
  }),
)
const outside = [...declared].filter(([name]) => !name.startsWith('@lykta/'))
const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
const [table = ''] = page.split('\n## Data\n')
const lines = table.split('\n').filter((line) => line.startsWith('| `'))

test('versions are exact', () => {
  expect(outside.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

test('each dependency has its line, and each line its dependency', () => {
  const named = lines.flatMap((line) => [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!))
  expect(named.sort()).toEqual([...new Set(outside.map(([name]) => name))].sort())
})

/** Taken by better-auth, and named here only so that all of it takes one version (the overrides in package.json). */
const forOthers = ['@better-auth/utils', '@better-fetch/fetch', 'better-call']

test('each run-time dependency is taken by code that runs', () => {
  const code = globSync('{packages,apps,scripts}/**/*.{ts,tsx,mjs,css}', { cwd: root, exclude: (file) => /(?:^|\/)(?:node_modules|dist|test)$/.test(file) })
    .map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
  const running = manifests.flatMap((file) => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(root, file), 'utf8')) as { readonly dependencies?: Readonly<Record<string, string>> }
    return Object.keys(dependencies).filter((name) => !name.startsWith('@lykta/'))
  })
  expect(running.length).toBeGreaterThan(40)
  const isTaken = (name: string): boolean => [`'${name}'`, `'${name}/`, `"${name}"`, `"${name}/`].some((written) => code.includes(written))
  expect([...new Set(running)].filter((name) => !isTaken(name)).sort()).toEqual(forOthers)
})

test('the lock file records no download addresses', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "https?:/)
})

test('the library under age takes the curves and hashes that the seal room takes', () => {
  const { overrides } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { overrides: Record<string, Record<string, string>> }
  const { dependencies } = JSON.parse(readFileSync(join(root, 'packages/seal/package.json'), 'utf8')) as { dependencies: Record<string, string> }
  const { '@noble/curves': curves, '@noble/hashes': hashes } = dependencies
  expect(overrides['@noble/post-quantum']).toEqual({ '@noble/curves': curves, '@noble/hashes': hashes })
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8')
  expect(lock).not.toContain('node_modules/@noble/post-quantum/node_modules')
})

const day = 24 * 3_600_000
/** A quarter, and some days to spare. */
const longest = 100

test('the page says when everything was last looked through; the long proof wants it to be a quarter ago at most', () => {
  const said = /^Last looked through: (\d{4}-\d\d-\d\d)\./m.exec(page)?.[1] ?? ''
  const age = (Date.now() - Date.parse(said)) / day
  expect([said, age >= 0]).toEqual([expect.stringMatching(/^20/), true])
  if (proving) expect(age, said).toBeLessThan(longest)
})

test('the long proof asks whether anything serious is known of what runs', { timeout: 300_000 }, () => {
  if (!proving) return expect(page).toContain('`npm audit`')
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: root, encoding: 'utf8', timeout: 240_000 })
  const found = countVulnerabilities(stdout)
  recordProof('dependencies', found === undefined ? { audit: 'not answered' } : { audit: found })
  // A registry that answers no audit proves nothing either way, and the proof says so.
  if (found !== undefined) expect(found).toMatchObject({ high: 0, critical: 0 })
})

/** Undefined for what is no audit's answer. */
function countVulnerabilities(text: string): Readonly<Record<string, number>> | undefined {
  try {
    return (JSON.parse(text) as { readonly metadata?: { readonly vulnerabilities?: Readonly<Record<string, number>> } }).metadata?.vulnerabilities
  } catch {
    return undefined
  }
}

test('an answer is told from none', () => {
  const vulnerabilities = { info: 0, low: 0, moderate: 0, high: 1, critical: 0, total: 1 }
  expect(countVulnerabilities(JSON.stringify({ metadata: { vulnerabilities } }))).toEqual(vulnerabilities)
  for (const none of ['', 'npm error', '{"message":"405 Method Not Allowed"}']) expect(countVulnerabilities(none)).toBeUndefined()
})
