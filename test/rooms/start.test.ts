// What is loaded before a command does anything: no library that most commands do not need, for each takes as long as all of their own work.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const seldom = ['@better-auth/core', '@better-auth/passkey', '@myriaddreamin/typst-ts-node-compiler', '@observablehq/plot', '@resvg/resvg-wasm', 'better-auth', 'docx', 'highs', 'hucre', 'linkedom', 'nodemailer']

/** By package, with the file that imports it first; what `import()` brings is loaded when it is reached. */
function loadedBy(start: string): ReadonlyMap<string, string> {
  const seen = new Set<string>()
  const packages = new Map<string, string>()
  const follow = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const from of importsOf(readFileSync(file, 'utf8'))) {
      if (from.startsWith('.')) follow(join(dirname(file), from))
      else if (from.startsWith('@lykta/')) follow(entryOf(from))
      else if (!from.startsWith('node:')) {
        const name = from.split('/').slice(0, from.startsWith('@') ? 2 : 1).join('/')
        if (!packages.has(name)) packages.set(name, file.slice(root.length + 1))
      }
    }
  }
  follow(join(root, start))
  return packages
}

/** Without those of types alone, which are not there when it runs. */
function importsOf(text: string): readonly string[] {
  return [...text.matchAll(/^(?:import|export)\s+(?!type\s)(?:([^'"`;]*?)\sfrom\s*)?'([^']+)'/gm)].flatMap(([, names = '', from = '']) => {
    const onlyTypes = /^\{[^}]*\}$/.test(names.trim()) && names.replaceAll(/[{}]/g, '').split(',').every((one) => one.trim() === '' || one.trim().startsWith('type '))
    return onlyTypes ? [] : [from]
  })
}

function entryOf(name: string): string {
  const [, room = '', ...rest] = name.split('/')
  const folder = ['apps', 'packages'].map((one) => join(root, one, room)).find(existsSync)!
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly exports: Readonly<Record<string, string>> | string }
  return join(folder, typeof exports === 'string' ? exports : exports[['.', ...rest].join('/')]!)
}

describe.each([['a command', 'apps/cli/src/main.ts', 'kysely'], ['the server', 'apps/server/src/http/serving.ts', 'hono']] as const)('%s', (_, start, needed) => {
  const loaded = loadedBy(start)
  test('loads what it needs, and nothing that it may never need', () => {
    expect(loaded.has(needed)).toBe(true)
    expect(seldom.filter((name) => loaded.has(name)).map((name) => `${loaded.get(name)} imports ${name}`)).toEqual([])
  })
})

test('and it would be found in what has it', () => {
  expect([...loadedBy('apps/server/src/work/carry-out-edition.ts').keys()]).toEqual(expect.arrayContaining(['@observablehq/plot', 'docx', '@resvg/resvg-wasm']))
  expect(loadedBy('apps/server/src/auth/make-auth.ts').has('better-auth')).toBe(true)
})
