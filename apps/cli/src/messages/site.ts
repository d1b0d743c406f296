// What `lykta site` prints, in both languages.
import type { Language } from '@lykta/incident'

type Written = { readonly editions: number; readonly files: number; readonly addresses: readonly string[] }

export const siteWords: Readonly<Record<Language, (written: Written, folder: string) => string>> = {
  sv: ({ editions, files, addresses }, folder) => editions === 0
    ? `Webbplatsen är skriven: ${folder}. Ingen utgåva är publicerad ännu, och det säger den.`
    : `Webbplatsen är skriven: ${files} filer i ${folder}, ${editions === 1 ? '1 utgåva' : `${editions} utgåvor`} (${addresses.join(', ')}).`,
  en: ({ editions, files, addresses }, folder) => editions === 0
    ? `The site is written: ${folder}. No edition is published yet, and it says so.`
    : `The site is written: ${files} files in ${folder}, ${editions === 1 ? '1 edition' : `${editions} editions`} (${addresses.join(', ')}).`,
}
