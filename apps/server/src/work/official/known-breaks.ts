// Breaks in series that the law made: told beside a series whether or not the file does.
import type { CivilDate } from '@lykta/incident'
import type { OfficialSeries, SeriesAnswer } from '../../api/official-types.ts'
import type { Texts } from '../../api/types.ts'

type Known = { readonly from: CivilDate; readonly words: RegExp; readonly text: Texts }

/** Brottsbalken 6:11 by prop. 2024/25:124, in force on 1 July 2025: renamed, and widened to acts at a distance. */
const breaks: readonly Known[] = [
  {
    from: '2025-07-01',
    words: /köp av sexuell (?:tjänst|handling)|purchase of (?:a )?sexual (?:service|act)/iu,
    text: {
      sv: 'Brottet köp av sexuell tjänst heter köp av sexuell handling sedan den 1 juli 2025 och omfattar fler handlingar, också sådana på distans. Tal före och efter kan inte jämföras rakt av.',
      en: 'The offence purchase of sexual service has been called purchase of sexual act since 1 July 2025 and covers more, acts at a distance too. Figures from before and after cannot simply be compared.',
    },
  },
]

/** Those that fall within what the series tells of. */
export function knownBreaksOf({ name, values }: Pick<OfficialSeries, 'name' | 'values'>): SeriesAnswer['knownBreaks'] {
  const labels = [name, ...values.flatMap(({ label }) => label ?? [])]
  return breaks.filter(({ words, from }) => labels.some((label) => words.test(label)) && values.some((value) => value.to >= from)).map(({ from, text }) => ({ from, text }))
}
