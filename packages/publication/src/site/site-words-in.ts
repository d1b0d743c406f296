// The site's words by language.
import type { Language } from '@lykta/incident'
import { siteEn } from './site-en.ts'
import { siteSv } from './site-sv.ts'
import type { SiteWords } from './site-words.ts'

export const siteWordsIn: Readonly<Record<Language, SiteWords>> = { sv: siteSv, en: siteEn }
