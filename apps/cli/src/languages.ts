// The command line's language: --lang, LYKTA_LANG, LANG, else Swedish.
import type { Language } from '@lykta/incident'

export function languageOf(line: readonly string[], variables: Readonly<Record<string, string | undefined>>): Language {
  const at = line.indexOf('--lang')
  const asked = (at >= 0 ? line[at + 1] : line.find((word) => word.startsWith('--lang='))?.slice('--lang='.length)) ?? variables['LYKTA_LANG']
  if (asked !== undefined) return asked.toLowerCase().startsWith('en') ? 'en' : 'sv'
  return variables['LANG']?.startsWith('en') ? 'en' : 'sv'
}
