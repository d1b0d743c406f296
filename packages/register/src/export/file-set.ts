// What an export is written into: named files one after the other, into a folder or one ZIP file.

export type Chunks = AsyncIterable<Uint8Array | string>

export type WrittenFile = {
  /** With strokes between folders. */
  readonly path: string
  readonly bytes: number
  /** SHA-256, in hexadecimal. */
  readonly sha256: string
}

export type FileSet = {
  /** Whole when it returns. `packed`: is compressed already. */
  readonly add: (path: string, chunks: Chunks, packed?: boolean) => Promise<WrittenFile>
  /** All of it durable, under its own name. */
  readonly finish: () => Promise<void>
  /** Nothing of it is left. */
  readonly abandon: () => Promise<void>
}

export async function* oneChunk(text: string): AsyncGenerator<string> {
  yield text
}
