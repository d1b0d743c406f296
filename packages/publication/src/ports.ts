// What a publication needs from outside: this room has no files, no clock and no compiler of its own.

/** PDF/UA-1 to be read, PDF/A-2a to be kept; the compiler takes one of them at a time. */
export type PdfStandard = 'ua-1' | 'a-2a'

/** A Typst source and the files it reads, to a tagged PDF; `createdAt` is in seconds since 1970. */
export type CompilePdf = (source: string, assets: ReadonlyMap<string, Uint8Array>, createdAt: number, standard: PdfStandard) => Promise<Uint8Array>

/** SHA-256 in lower-case hexadecimal. */
export type Digest = (bytes: Uint8Array) => Promise<string>

/** A picture of an SVG, with its size in units of the drawing. The same SVG gives the same bytes on every machine. */
export type DrawPng = (svg: string) => Promise<{ readonly bytes: Uint8Array; readonly width: number; readonly height: number }>
