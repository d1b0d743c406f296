// Looks for a text byte by byte in every file of a folder, in each form in which a program could have left it there.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** Every file under the folder with its bytes, packed ones unpacked too. */
export function* filesOf(folder: string): Generator<{ readonly name: string; readonly bytes: Buffer }> {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name)
    if (!statSync(file).isFile()) continue
    const bytes = readFileSync(file)
    yield { name: file, bytes }
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) yield { name: `${file} (unpacked)`, bytes: gunzipSync(bytes) }
  }
}

/** The forms in which a text could stand: as it is, as the hexadecimal of PostgreSQL's bytes, in UTF-16 as in V8's memory, in Base64. */
export function formsOf(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text)
  const base64 = [0, 1, 2].map((shift) => Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').slice(shift === 0 ? 0 : 4, -4))
  return [bytes, Buffer.from(bytes.toString('hex')), Buffer.from(text, 'utf16le'), ...base64.map((one) => Buffer.from(one))]
}

/** Names of the files under the folders that hold the text in any of its forms. */
export function holding(text: string, ...folders: readonly string[]): readonly string[] {
  const forms = formsOf(text)
  return folders.flatMap((folder) => [...filesOf(folder)]).filter(({ bytes }) => forms.some((form) => bytes.includes(form))).map(({ name }) => name)
}
