// Started by a test to be killed: writes one small site after another to the same place, and says when the first stands.
import { writeSite } from '../../../apps/server/src/work/write-site.ts'

const [out] = process.argv.slice(2)
for (let number = 1; ; number += 1) {
  const files = new Map(Array.from({ length: 40 }, (_, index): [string, Uint8Array] => [`${index % 4}/page-${index}.html`, new TextEncoder().encode(String(number).repeat(20_000))]))
  await writeSite(out!, files.set('SHA256SUMS', new TextEncoder().encode(String(number))))
  if (number === 1) process.stdout.write('stands\n')
}
