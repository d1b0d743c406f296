// The classes of retention in Swedish running text.
import type { Clock, ClockGround, Retention, RetentionClass } from '@lykta/incident'

type RetentionText = { readonly what: string; readonly until: (retention: Pick<Retention, 'months'>) => string }

const months = (count: number | null, from: string, then: string): string => (count === null ? `bevaras ${then}`.trim() : `${count} månader från ${from}, sedan ${then}`)

export const retentionSv: Readonly<Record<RetentionClass, RetentionText>> = {
  narrative: { what: 'Anledningen till misstanken (fritext)', until: (one) => months(one.months, 'att ärendet avslutades, annars från rapporten', 'raderas den') },
  note: { what: 'Anteckningar i ärenden', until: (one) => months(one.months, 'att ärendet avslutades', 'raderas de') },
  situation: { what: 'Organisationernas lägesbeskrivningar', until: (one) => months(one.months, 'mötet', 'raderas de') },
  person: { what: 'Kontakter med möjligt utsatta personer', until: (one) => months(one.months, 'händelsen', 'tas det bort vilken organisation som hade kontakt, vilken dag, och vilken dag en orosanmälan gjordes') },
  coded: { what: 'Kodade svar', until: (one) => months(one.months, 'händelsen', 'glesas de ut: månad i stället för dag, område och svar på egna frågor tas bort') },
  member: { what: 'Uppgifter om en medlem', until: (one) => months(one.months, 'att medlemmen lämnade nätverket', 'raderas de') },
  reading: { what: 'Loggen över läsning', until: (one) => months(one.months, 'läsningen', 'töms raderna, utom dag och kontrollsummor') },
  audit: { what: 'Loggen över skrivning', until: (one) => months(one.months, 'att den skrevs', 'töms raderna, utom dag och kontrollsummor') },
  publication: { what: 'Publicerade rapporter och tabeller', until: (one) => months(one.months, 'publiceringen', 'i avidentifierad form') },
}

const grounds: Readonly<Record<ClockGround, string>> = {
  'arrangement': 'parternas överenskommelse', 'weeding-plan': 'en parts dokumenthanteringsplan', 'archive-decision': 'gallringsbeslut',
}

/** The period, and whether anybody has decided on it. */
export function untilSv(clock: Clock): string {
  const text = retentionSv[clock.id].until(clock)
  if (clock.months === null) return text
  if (!clock.decided) return `${text}. Programmets förslag; nätverket har inte beslutat.`
  const { decidedOn, ground, reference } = clock.decided
  return `${text}. Beslutat ${decidedOn} (${grounds[ground]}: ${reference}).`
}
