// No town's name in code: a network's name is data, and the invented sample never passes for a real town.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const files = globSync(['packages/*/{src,templates}/**/*.*', 'apps/*/{src,bin,index.html}/**/*.*', 'scripts/**/*.*', 'samples/**/*.*'], { cwd: root })
  .filter((file) => /\.(?:ts|tsx|mjs|css|html|md|sql|csv|json)$/.test(file) && !file.includes('node_modules'))

/** Towns that have a network of this kind, or could be taken to. */
const towns = ['Helsingborg', 'Malmö', 'Göteborg', 'Kiruna', 'Uppsala', 'Landskrona']

test('the walk covers code, templates and samples', () => {
  expect(files.length).toBeGreaterThan(200)
  expect(files).toContain('samples/exempelstad/README.md')
})

test.each(towns)('%s stands nowhere', (town) => {
  // A place in a source's name ("Göteborgs universitet") would be found too, and should then be asked about.
  expect(files.filter((file) => readFileSync(join(root, file), 'utf8').toLowerCase().includes(town.toLowerCase()))).toEqual([])
})
