// Many small files as one (POSIX.1-1988 ustar): a ZIP's list of a million names would fill the memory of whoever opens it.

export type TarEntry = {
  /** At most 100 characters of ASCII. */
  readonly name: string
  readonly bytes: Uint8Array
}

const block = 512

export async function* tarStream(entries: AsyncIterable<TarEntry>): AsyncGenerator<Uint8Array> {
  for await (const { name, bytes } of entries) {
    yield headerOf(name, bytes.length)
    yield bytes
    const rest = bytes.length % block
    if (rest > 0) yield Buffer.alloc(block - rest)
  }
  yield Buffer.alloc(2 * block)
}

function headerOf(name: string, size: number): Buffer {
  if (!/^[\x21-\x7e]{1,100}$/.test(name)) throw new Error('tarStream: a name of at most 100 plain characters')
  const header = Buffer.alloc(block)
  const octal = (value: number, at: number, length: number): void => void header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1')
  header.write(name, 0, 'latin1')
  octal(0o600, 100, 8)
  octal(0, 108, 8)
  octal(0, 116, 8)
  octal(size, 124, 12)
  octal(0, 136, 12)
  header.write('        0', 148, 'latin1')
  header.write('ustar\x0000', 257, 'latin1')
  octal(header.reduce((sum, byte) => sum + byte, 0), 148, 7)
  return header
}
