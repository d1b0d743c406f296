// Gallring på svenska: frister, vad som har fallit för sin frist, gallringsstopp och logg.
import type { ClockGround } from '@lykta/incident'
import type { HoldKind, HoldReason, HoldRequestEntry, WeedingClass } from '../../../../../server/src/api/retention-types.ts'

type Words = {
  readonly title: string; readonly lead: string; readonly back: string; readonly notNamed: string
  readonly what: Readonly<Record<WeedingClass | 'publication', string>>
  readonly from: Readonly<Record<'closed' | 'meeting' | 'occurred' | 'left' | 'recorded' | 'published', string>>
  readonly goes: Readonly<Record<WeedingClass | 'publication', string>>
  readonly now: string; readonly nowNone: string; readonly classColumn: string; readonly dueColumn: string; readonly heldColumn: string; readonly waitingColumn: string; readonly stateColumn: string
  readonly undecided: string; readonly noDecision: string; readonly ready: string; readonly choose: string; readonly decideFirst: string; readonly weed: string; readonly weedDeed: string; readonly weedTitle: string; readonly keep: string
  readonly willGo: string; readonly stays: string; readonly staysText: string; readonly onlyThis: string; readonly otherDatabase: string
  readonly uncleared: (what: string) => string; readonly clear: string
  readonly working: string; readonly started: string; readonly done: string; readonly list: (count: string) => string; readonly more: (count: string) => string
  readonly dueOn: (day: string) => string; readonly heldUntil: (day: string) => string; readonly waits: string; readonly member: string
  readonly coming: string; readonly comingLead: string; readonly comingNone: string; readonly month: string
  readonly clocks: string; readonly clocksLead: string; readonly months: (count: string) => string; readonly kept: string; readonly proposal: string; readonly proposed: (count: string) => string
  readonly decided: (day: string, ground: string, reference: string) => string; readonly writtenBy: (who: string) => string; readonly decide: (what: string) => string; readonly decideShort: string; readonly change: string; readonly takeBack: string; readonly takenBack: string; readonly takeBackTitle: string; readonly takeBackText: string
  readonly monthsField: string; readonly monthsHint: string; readonly groundField: string; readonly grounds: Readonly<Record<ClockGround, string>>; readonly referenceField: string; readonly referenceHint: string; readonly dayField: string
  readonly save: string; readonly saved: string; readonly cancel: string; readonly badMonths: string; readonly missing: string
  readonly holds: string; readonly holdsLead: string; readonly alone: string; readonly nobody: string; readonly holdsNone: string; readonly stands: string; readonly over: string; readonly until: (day: string) => string
  readonly kinds: Readonly<Record<HoldKind, string>>; readonly reasons: Readonly<Record<HoldReason, string>>
  readonly requests: string; readonly acts: Readonly<Record<HoldRequestEntry['act'], string>>; readonly askedBy: (who: string, moment: string) => string; readonly stopsUntil: (moment: string) => string
  readonly answers: Readonly<Record<'agree' | 'refuse' | 'withdraw', string>>; readonly answered: Readonly<Record<'agree' | 'refuse' | 'withdraw', (who: string) => string>>; readonly said: Readonly<Record<'agree' | 'refuse' | 'withdraw', string>>
  readonly place: string; readonly kindField: string; readonly refField: string; readonly meetingField: string; readonly chooseMeeting: string; readonly reasonField: string; readonly untilField: string; readonly both: string; readonly ask: string; readonly asked: string; readonly askedAlone: string
  readonly lift: string; readonly liftTitle: string; readonly liftText: string; readonly liftAsked: string; readonly needBoth: string
  readonly log: string; readonly logLead: string; readonly logNone: string; readonly logLine: (what: string, subjects: string, parts: string | null) => string; readonly by: (who: string, moment: string) => string; readonly decision: (text: string) => string
}

export const sv: Words = {
  title: 'Gallring', lead: 'Det som inte längre behövs tas bort, så att ingen kan läsa det igen. Statistiken för varje år är densamma efteråt.', back: 'Ärenden',
  notNamed: 'Gallringsstopp besvaras av samordnare och av de kärnmedlemmar som en samordnare har utsett. Du är inte utsedd.',
  what: {
    narrative: 'Anledningar till misstanke', note: 'Anteckningar i ärenden', situation: 'Det som sagts till möten', person: 'Kontakter med personer', coded: 'Kodade svar', member: 'Uppgifter om medlemmar', reading: 'Loggen över läsning',
    audit: 'Loggen över skrivning', publication: 'Publicerade tabeller',
  },
  from: { closed: 'från att ärendet avslutades, annars från rapporten', meeting: 'från mötet', occurred: 'från händelsen', left: 'från att medlemmen lämnade', recorded: 'från att raden skrevs', published: '' },
  goes: {
    narrative: 'Texterna och deras nycklar tas bort. Ingen kan läsa dem igen.', note: 'Texterna och deras nycklar tas bort. Åtgärder och datum i ärendet är kvar.', situation: 'Texterna och deras nycklar tas bort. Mötet, närvaro och uppgifter är kvar.',
    person: 'Vilken organisation som hade kontakt, vilken dag, och vilken dag en orosanmälan gjordes tas bort.', coded: 'Dag blir månad, utom för det som flera har rapporterat: där avgör dagarna hur händelsen räknas. Område och svar på egna frågor tas bort.', member: 'Namn, e-postadress och inloggning tas bort.',
    reading: 'Vem som läste vad tas bort. Dagen är kvar.', audit: 'Vem som gjorde vad tas bort. Dagen är kvar.', publication: 'Bevaras.',
  },
  now: 'Att gallra nu', nowNone: 'Inget har fallit för sin frist.', classColumn: 'Slag', dueColumn: 'Att gallra', heldColumn: 'Stoppat', waitingColumn: 'Väntar på anledningen', stateColumn: 'Läge',
  undecided: 'Inte beslutat', noDecision: 'Gallringsbeslut saknas', ready: 'Kan gallras', choose: 'Välj vad som ska gallras', decideFirst: 'Skriv in nätverkets beslut under Hur länge. Det som är beslutat går sedan att välja här.', weed: 'Gallra …', weedDeed: 'Gallra', weedTitle: 'Gallra för gott?', keep: 'Behåll',
  willGo: 'Det här går inte att ångra:', stays: 'Kvar är:', staysText: 'att rapporten fanns, allt som tabellerna räknar, publicerade rapporter, kedjans kontrollsummor, och en rad i gallringsloggen. Säkerhetskopior från tidigare ska slängas inom 35 dagar.',
  onlyThis: 'Det som har ett gallringsstopp lämnas.', otherDatabase: 'Databasen är inte programmets egen. Dess transaktionslogg har kvar det gallrade tills den skrivs över; den som driver servern ser till det.',
  uncleared: (what) => `Gallrat och borta för läsare, men rester kan ligga kvar i databasens filer: ${what}. De rensas när servern startas nästa gång, vid nästa gallring, eller nu.`, clear: 'Rensa nu',
  working: 'Gallrar', started: 'Gallringen har börjat. Den går vidare om du lämnar sidan.', done: 'Gallringen är klar.', list: (count) => `Visa vad (${count})`, more: (count) => `och ${count} till`,
  dueOn: (day) => `föll för sin frist ${day}`, heldUntil: (day) => `gallringsstopp till och med ${day}`, waits: 'anledningen gallras först', member: 'en medlem som har lämnat',
  coming: 'De närmaste tolv månaderna', comingLead: 'Vad som faller för sin frist, förslag medräknade', comingNone: 'Inget faller för sin frist de närmaste tolv månaderna.', month: 'Månad',
  clocks: 'Hur länge', clocksLead: 'Nätverket beslutar. Det som ingen har beslutat om är programmets förslag, och gallras inte.', months: (count) => `${count} månader`, kept: 'Bevaras', proposal: 'Förslag', proposed: (count) => `Förslaget var ${count} månader.`,
  decided: (day, ground, reference) => `Beslutat ${day}, ${ground}: ${reference}.`, writtenBy: (who) => `Inskrivet av ${who}.`, decide: (what) => `Skriv in beslut: ${what}`, decideShort: 'Skriv in beslut', change: 'Ändra', takeBack: 'Ta tillbaka beslutet', takenBack: 'Beslutet är borttaget. Det gallras inte.', takeBackTitle: 'Ta tillbaka beslutet?', takeBackText: 'Månader, grund och hänvisning försvinner härifrån, och det gallras inte. Ska det gälla igen får det skrivas in på nytt.',
  monthsField: 'Antal månader', monthsHint: 'Ett helt tal, 1–1200.', groundField: 'Vad beslutet vilar på', grounds: { 'arrangement': 'parternas överenskommelse', 'weeding-plan': 'en parts dokumenthanteringsplan', 'archive-decision': 'gallringsbeslut' },
  referenceField: 'Var det står', referenceHint: 'Till exempel protokollets nummer och paragraf. Inga namn.', dayField: 'Beslutets dag',
  save: 'Spara beslutet', saved: 'Beslutet är sparat.', cancel: 'Avbryt', badMonths: 'Skriv ett helt antal månader, 1–1200.', missing: 'Fyll i det här.',
  holds: 'Gallringsstopp', holdsLead: 'Inget gallras i en incident, ett ärende eller ett möte som har ett stopp. Två personer beslutar, både när det sätts och när det hävs. Medan den andra tillfrågas gallras det inte, i högst två veckor.',
  alone: 'Nätverket har inga medlemmar än. Den som sitter här intygar att två personer har beslutat.', nobody: 'Just nu finns ingen annan som kan godkänna. En samordnare kan utse kärnmedlemmar under Läsning av många, som kan godkänna ett dygn senare.', holdsNone: 'Inga gallringsstopp.', stands: 'Gäller', over: 'Har gått ut', until: (day) => `till och med ${day}`,
  kinds: { incident: 'Incident', case: 'Ärende', meeting: 'Möte' }, reasons: { investigation: 'pågående förundersökning', supervision: 'tillsyn', dispute: 'tvist' },
  requests: 'Väntar på svar', acts: { place: 'Sätta stopp', lift: 'Häva stopp' }, askedBy: (who, moment) => `Begärt av ${who} ${moment}.`, stopsUntil: (moment) => `Gallras inte före ${moment}.`,
  answers: { agree: 'Godkänn', refuse: 'Avslå', withdraw: 'Dra tillbaka' }, answered: { agree: (who) => `Godkänt av ${who}.`, refuse: (who) => `Avslaget av ${who}.`, withdraw: (who) => `Tillbakadraget av ${who}.` }, said: { agree: 'Godkänt.', refuse: 'Avslaget.', withdraw: 'Tillbakadraget.' },
  place: 'Begär ett gallringsstopp', kindField: 'Vad ska stoppas?', refField: 'Referens', meetingField: 'Möte', chooseMeeting: 'Välj möte', reasonField: 'Orsak', untilField: 'Sista dag', both: 'Två personer har beslutat om det.', ask: 'Begär stopp', asked: 'Begäran är skickad. Gallringen är stoppad medan den väntar.', askedAlone: 'Stoppet gäller.',
  lift: 'Häv …', liftTitle: 'Begära att stoppet hävs?', liftText: 'Stoppet gäller tills en andra person har godkänt. Sedan gallras det som har fallit för sin frist.', liftAsked: 'Begäran är skickad. Stoppet gäller tills den har godkänts.', needBoth: 'Bekräfta att två personer har beslutat.',
  log: 'Gallringslogg', logLead: 'Vad som har gjorts, utan innehåll.', logNone: 'Inget har gallrats.', logLine: (what, subjects, parts) => `${what}: ${subjects}${parts === null ? '' : ` (${parts} texter eller versioner)`}`, by: (who, moment) => `${who}, ${moment}`, decision: (text) => `Beslut ${text}.`,
}
export type { Words }
