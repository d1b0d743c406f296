// What `lykta drafts` says, in both languages.
import type { Language } from '@lykta/incident'
import type { FrozenDraft } from '@lykta/server'

type DraftWords = {
  readonly line: (draft: FrozenDraft) => string
  readonly empty: string
  readonly unknown: (id: string) => string
  readonly howTo: string
  readonly discarded: (year: number) => string
  readonly badAction: string
  readonly missingId: string
}

const audiences = {
  sv: { core: 'för kärngruppen', network: 'för nätverket', public: 'för alla' },
  en: { core: 'for the core group', network: 'for the network', public: 'for everybody' },
} as const

export const draftWords: Readonly<Record<Language, DraftWords>> = {
  sv: {
    line: ({ id, year, audience, madeOn }) => `${id}  årsrapport ${year}, ${audiences.sv[audience]}, fryst ${madeOn}`,
    empty: 'Inget fryst utkast väntar på att någon tillfrågas.',
    unknown: (id) => `Inget utkast ${id} kan slängas: det finns inte, eller någon är redan tillfrågad om det. Inget har ändrats. lykta drafts visar vilka som kan.`,
    howTo: 'Inget har slängts. Med --yes töms utkastet; det går inte att ångra.',
    discarded: (year) => `Utkastet till årsrapport ${year} är slängt. Att det fanns står kvar i loggen.`,
    badAction: 'Det som kan göras med utkast här är: discard.',
    missingId: 'Ange vilket utkast: lykta drafts discard ID. lykta drafts visar vilka som finns.',
  },
  en: {
    line: ({ id, year, audience, madeOn }) => `${id}  annual report ${year}, ${audiences.en[audience]}, frozen ${madeOn}`,
    empty: 'No frozen draft waits for somebody to be asked.',
    unknown: (id) => `No draft ${id} can be thrown away: it is not there, or somebody has been asked about it. Nothing has been changed. lykta drafts shows which can be.`,
    howTo: 'Nothing has been thrown away. With --yes the draft is emptied; that cannot be undone.',
    discarded: (year) => `The draft of the annual report ${year} is thrown away. That there was one stays in the log.`,
    badAction: 'What can be done with drafts here is: discard.',
    missingId: 'Say which draft: lykta drafts discard ID. lykta drafts shows which there are.',
  },
}
