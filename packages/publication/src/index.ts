// The publication room: protected tables and prose become a page, a tagged PDF and open data. It accepts no other counts.
export type { EditionContext, PublishedNetwork } from './binding/edition-context.ts'
export type { CodeLabel } from './binding/known-tables.ts'
export type { Block, PublicationDocument } from './document/document.ts'
export type { WebFont } from './html/web-font.ts'
export { checkEdition, editionDocument, type EditionFiles, type EditionInput, type EditionTools, makeEdition } from './make-edition.ts'
export { makeManifest, type Manifest, type ManifestInput } from './open-data/manifest.ts'
export type { CompilePdf, Digest } from './ports.ts'
