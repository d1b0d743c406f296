// What `lykta retention` says, in both languages.
import type { Language } from '@lykta/incident'
import type { DueText } from '@lykta/server'

type RetentionWords = {
  readonly line: (due: DueText) => string
  readonly nothing: string
  readonly howToErase: string
  readonly erased: (texts: number) => string
  readonly notCleared: string
  readonly badMonths: (option: string) => string
  readonly noMonths: string
}

const kinds: Readonly<Record<Language, Readonly<Record<DueText['class'], string>>>> = {
  sv: { narrative: 'anledning', note: 'anteckningar', situation: 'möte' },
  en: { narrative: 'reason', note: 'notes', situation: 'meeting' },
}

export const retentionWords: Readonly<Record<Language, RetentionWords>> = {
  sv: {
    line: ({ on, class: of, name, heldUntil }) => `${on}  ${kinds.sv[of]} ${name}${heldUntil === null ? '' : `  (gallringsstopp till och med ${heldUntil})`}`,
    nothing: 'Ingen text har fallit för sin frist.',
    howToErase: 'Inget har raderats. Med --yes och nätverkets beslutade frister raderas texterna; det går inte att ångra.',
    erased: (texts) => `Raderade texter: ${texts}. Nycklar i tidigare säkerhetskopior ska slängas inom 35 dagar.`,
    notCleared: 'Något annat läste ur databasen hela tiden. Rester av det raderade kan ligga kvar i dess filer tills nästa gallring.',
    badMonths: (option) => `${option} ska vara ett antal hela månader, 1–1200.`,
    noMonths: 'Säg vilka frister nätverket har beslutat: --reasons, --notes, --meetings. Bara det som har en frist här raderas.',
  },
  en: {
    line: ({ on, class: of, name, heldUntil }) => `${on}  ${kinds.en[of]} ${name}${heldUntil === null ? '' : `  (legal hold until and including ${heldUntil})`}`,
    nothing: 'No text has fallen due.',
    howToErase: 'Nothing has been erased. With --yes and the months that the network has decided on, the texts are erased; that cannot be undone.',
    erased: (texts) => `Texts erased: ${texts}. Keys in earlier backups are to be thrown away within 35 days.`,
    notCleared: 'Something else read from the database all the time. Remains of what was erased may lie in its files until the next weeding.',
    badMonths: (option) => `${option} should be a number of whole months, 1–1200.`,
    noMonths: 'Say which periods the network has decided on: --reasons, --notes, --meetings. Only what has a period here is erased.',
  },
}
