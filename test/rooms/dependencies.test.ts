// Every dependency has an exact version and its line in docs/dependencies.md, and no line has outlived its dependency.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const manifests = ['package.json', ...globSync('{packages,apps}/*/package.json', { cwd: root })]
const declared = new Map(
  manifests.flatMap((file) => {
    const manifest = JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, Record<string, string>>
    return ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) => Object.entries(manifest[kind] ?? {}))
  }),
)
const outside = [...declared].filter(([name]) => !name.startsWith('@lykta/'))
const lines = readFileSync(join(root, 'docs/dependencies.md'), 'utf8').split('\n').filter((line) => line.startsWith('| `'))

test('versions are exact', () => {
  expect(outside.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

test('each dependency has its line, and each line its dependency', () => {
  const named = lines.flatMap((line) => [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!))
  expect(named.sort()).toEqual([...new Set(outside.map(([name]) => name))].sort())
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
