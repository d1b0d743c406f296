// What `lykta export` prints, in both languages.
import type { Language } from '@lykta/incident'

type ExportWords = { readonly progress: (percent: number) => string; readonly written: (file: string, keysFile: string, digest: string) => string }

export const exportWords: Readonly<Record<Language, ExportWords>> = {
  sv: {
    progress: (percent) => `${percent} %`,
    written: (file, keysFile, digest) => `Exporten är skriven: ${file}, och nycklarna i ${keysFile}. Förvara dem åtskilda, nycklarna högst 35 dagar. manifest.json har SHA-256 ${digest}; det står också i loggen.`,
  },
  en: {
    progress: (percent) => `${percent}%`,
    written: (file, keysFile, digest) => `The export is written: ${file}, and the keys in ${keysFile}. Keep them apart, the keys for 35 days at most. manifest.json has SHA-256 ${digest}; the log says so too.`,
  },
}
