// The words that an edition is written with: the network's own from the register, or the program's; and the examples that may be printed.
import { type Language, problem, ProblemError } from '@lykta/incident'
import { appendProse, findProse, inNetwork, listProse, readPrintedExamples, readProse, type ReadTransaction, type StoredProse, write } from '@lykta/register'
import type { ExampleTexts, ProseAnswer, ProseFigures, ProseSaved, ProseHistoryAnswer, ProseText, SaveProse } from '../api/prose-types.ts'
import type { Desk } from './desk.ts'
import { readTemplate } from './templates.ts'

/** `revision`: 0 for the program's own, null for a file of the operator's. */
export type WrittenProse = { readonly file: string; readonly text: string; readonly revision: number | null }

export type EditionProse = Readonly<Record<Language, WrittenProse>> & { readonly examples: readonly ExampleTexts[] }

export type ProseChoice = {
  /** Folder with sv.md and en.md, which then holds whatever the register has. */
  readonly templates?: string | undefined
  /** Which revisions, 0 for the program's own; else those that stand. */
  readonly revisions?: Readonly<Record<Language, number>> | undefined
  /** The examples as they stood there; else as they stand. */
  readonly position?: number | undefined
}

const languages: readonly Language[] = ['sv', 'en']

export async function proseFor(transaction: ReadTransaction, { templates, revisions, position }: ProseChoice = {}): Promise<EditionProse> {
  const standing = await readProse(transaction)
  const of = async (language: Language): Promise<WrittenProse> => {
    if (templates !== undefined) return { ...(await readTemplate(language, templates)), revision: null }
    const wanted = revisions?.[language]
    const found = wanted === undefined ? standing.find((one) => one.language === language) : wanted === 0 ? undefined : await findProse(transaction, language, wanted)
    if (!found && wanted !== undefined && wanted !== 0) throw new ProblemError([problem('prose.revision-gone', { language, revision: wanted })])
    return found ? { file: `${language}.md`, text: found.text, revision: found.revision } : { ...(await readTemplate(language)), file: `${language}.md`, revision: 0 }
  }
  return { sv: await of('sv'), en: await of('en'), examples: (await readPrintedExamples(transaction, position)).map(({ sv, en }) => ({ sv, en })) }
}

export async function readNetworkProse(desk: Desk, templates: string | undefined): Promise<ProseAnswer> {
  const standing = await inNetwork(desk.register, desk.context, readProse)
  const [sv, en] = await Promise.all(languages.map(async (language) => textOf(language, templates === undefined ? standing.find((one) => one.language === language) : undefined, templates)))
  return { texts: { sv: sv!, en: en! }, fixed: templates !== undefined }
}

/** Undefined for one that is not there; 0 is the program's own. */
export async function findNetworkProse(desk: Desk, language: Language, revision: number): Promise<ProseText | undefined> {
  if (revision === 0) return textOf(language, undefined, undefined)
  const found = await inNetwork(desk.register, desk.context, (transaction) => findProse(transaction, language, revision))
  return found && textOf(language, found, undefined)
}

export async function readProseHistory(desk: Desk, language: Language): Promise<ProseHistoryAnswer> {
  const revisions = await inNetwork(desk.register, desk.context, (transaction) => listProse(transaction, language, 200))
  return { revisions: revisions.map(({ revision, author, createdAt }) => ({ revision, savedAt: createdAt, savedBy: author })) }
}

/** Refuses with `prose.changed-meanwhile` what was not written from the revision that stands. */
export async function storeProse(desk: Desk, language: Language, { base, text, figures }: SaveProse): Promise<ProseSaved['saved']> {
  const changed = problem('prose.changed-meanwhile', { language })
  try {
    await write(desk.register, desk.context, { action: 'prose.save', object: `prose:${language}:${base + 1}` }, async (transaction) => {
      const standing = (await readProse(transaction)).find((one) => one.language === language)
      if ((standing?.revision ?? 0) !== base) throw new ProblemError([changed])
      await appendProse(transaction, base, { language, text, figures })
    })
  } catch (error) {
    if (error instanceof ProblemError && error.problems.some(({ code }) => code === 'register.changed-meanwhile')) throw new ProblemError([changed], { cause: error })
    throw error
  }
  const { revision, savedAt, savedBy } = (await findNetworkProse(desk, language, base + 1))!
  return { language, revision, savedAt, savedBy }
}

async function textOf(language: Language, stored: StoredProse | undefined, templates: string | undefined): Promise<ProseText> {
  if (stored) {
    return { language, revision: stored.revision, text: stored.text, figures: stored.figures as ProseFigures, savedAt: stored.createdAt, savedBy: stored.author }
  }
  return { language, revision: 0, text: (await readTemplate(language, templates)).text, figures: {}, savedAt: null, savedBy: null }
}
