// What a publication needs from outside: this room has no files, no clock and no compiler of its own.

/** A Typst source and the files it reads, to a tagged PDF (PDF/UA-1); `createdAt` is in seconds since 1970. */
export type CompilePdf = (source: string, assets: ReadonlyMap<string, Uint8Array>, createdAt: number) => Promise<Uint8Array>

/** SHA-256 in lower-case hexadecimal. */
export type Digest = (bytes: Uint8Array) => Promise<string>
