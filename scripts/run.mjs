// What `npm start`, `npm test`, `npm run prove` and `npm run bench` do, on a machine with nothing but Node 20 and npm.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from './chromium.mjs'
import { run } from './child.mjs'
import { ensureInstalled, fail, root } from './installed.mjs'

const [task, ...rest] = process.argv.slice(2)
if (Number(process.versions.node.split('.')[0]) < 20) fail('Lykta needs Node 20 or later to start.')
const node = ensureInstalled()
const bin = (name) => join(root, 'node_modules', name)

if (task === 'start') process.exit(await run(node, [join(root, 'apps/cli/src/main.ts'), 'start', ...rest]))
else if (task === 'bench') process.exit(await run(node, [join(root, 'test/bench/main.ts'), ...rest]))
else if (task === 'test') process.exit(await test([]))
else if (task === 'prove') process.exit(await test(['--config', join(root, 'test/prove/vitest.config.ts')], { LYKTA_PROVE: '1' }))
else fail(`unknown task: ${task}`)

/** Runs the tests and ends with the line "N passed, N failed". */
async function test(args, env = {}) {
  const chromium = ensureChromium()
  if ((await run(node, [join(root, 'scripts/build-web.ts')])) !== 0) return 1
  const folder = mkdtempSync(join(tmpdir(), 'lykta-test-'))
  const results = env.LYKTA_PROVE ? join(root, 'prove-results', 'tests.json') : join(folder, 'results.json')
  try {
    const status = await run(
      node,
      [bin('vitest/vitest.mjs'), 'run', '--root', root, '--reporter=default', '--reporter=json', `--outputFile.json=${results}`, ...args, ...rest],
      { ...env, CHROMIUM_PATH: chromium },
    )
    const { passed, failed } = summary(results)
    console.log(`${passed} passed, ${failed} failed`)
    return status !== 0 || failed > 0 ? status || 1 : 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file that could not even be loaded has no tests to count: it counts as one failure. */
function summary(results) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'))
    const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed'))
    return { passed: numPassedTests, failed: numFailedTests + broken.length }
  } catch {
    return { passed: 0, failed: 1 }
  }
}
