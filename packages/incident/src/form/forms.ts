// Every form that was ever in use, and its words: a revision names its version, and is readable for ever.
import type { CivilDate } from '../civil-date.ts'
import type { Language } from '../codes.ts'
import type { FormVersion } from './form-version.ts'
import type { FormWords } from './form-words.ts'
import { lykta1En } from './lykta-1/en.ts'
import { lykta1 } from './lykta-1/form.ts'
import { lykta1Sv } from './lykta-1/sv.ts'

/** Written in revisions that came from a spreadsheet: no form was filled in here. */
export const importFormVersion = 'import-1'

type Form = { readonly version: FormVersion; readonly words: Readonly<Record<Language, FormWords>> }

/** Oldest first. Versions are added, never changed or taken away. */
const forms: readonly Form[] = [{ version: lykta1, words: { sv: lykta1Sv, en: lykta1En } }]

export const formVersions: readonly FormVersion[] = forms.map(({ version }) => version)

/** Undefined for an import's, and for a version that only a later program knows. */
export function findFormVersion(id: string): FormVersion | undefined {
  return formVersions.find((version) => version.id === id)
}

/** The latest that is valid on the day; the first one before any was. */
export function formVersionOn(day: CivilDate): FormVersion {
  return formVersions.findLast(({ validFrom }) => validFrom <= day) ?? formVersions[0]!
}

/** The words of a version that this program knows. */
export function formWords({ id }: FormVersion, language: Language): FormWords {
  const form = forms.find(({ version }) => version.id === id)
  if (!form) throw new Error('formWords: no such form version')
  return form.words[language]
}
