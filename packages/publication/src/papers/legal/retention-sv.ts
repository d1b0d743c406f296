// The classes of retention in Swedish running text.
import type { Retention, RetentionClass } from '@lykta/incident'

type RetentionText = { readonly what: string; readonly until: (retention: Retention) => string }

const months = (count: number | null, from: string, then: string): string => (count === null ? `bevaras ${then}`.trim() : `${count} månader från ${from}, sedan ${then}`)

export const retentionSv: Readonly<Record<RetentionClass, RetentionText>> = {
  narrative: { what: 'Anledningen till misstanken (fritext)', until: (one) => months(one.months, 'att ärendet avslutades, annars från rapporten', 'raderas den') },
  note: { what: 'Anteckningar i ärenden', until: (one) => months(one.months, 'att ärendet avslutades', 'raderas de') },
  situation: { what: 'Organisationernas lägesbeskrivningar', until: (one) => months(one.months, 'mötet', 'raderas de') },
  coded: { what: 'Kodade svar', until: (one) => months(one.months, 'händelsen', 'glesas de ut: månad i stället för dag, område tas bort') },
  member: { what: 'Uppgifter om en medlem', until: (one) => months(one.months, 'att medlemmen lämnade nätverket', 'raderas de') },
  audit: { what: 'Loggen över läsning och skrivning', until: (one) => months(one.months, 'att den skrevs', 'raderas den, utom kedjans kontrollsummor') },
  publication: { what: 'Publicerade rapporter och tabeller', until: (one) => months(one.months, 'publiceringen', 'i avidentifierad form') },
}
