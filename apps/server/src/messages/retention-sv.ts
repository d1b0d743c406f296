// Swedish words for what stops a weeding, a decision on how long something is kept, and a legal hold.
type Values = Readonly<Record<string, string | number>>

const classes: Readonly<Record<string, string>> = {
  narrative: 'anledningar', note: 'anteckningar i ärenden', situation: 'det som sagts till möten', person: 'kontakter med personer', coded: 'kodade svar', member: 'uppgifter om medlemmar', reading: 'loggen över läsning', audit: 'loggen över skrivning',
}

export const retentionSv = {
  'retention.undecided': ({ class: of = '' }: Values) => `Nätverket har inte beslutat hur länge ${classes[of] ?? of} ska sparas. Inget har gallrats. Skriv in beslutet under Gallring först, eller välj bort det.`,
  'retention.no-decision': ({ class: of = '' }: Values) => `Det finns inget gallringsbeslut som gäller ${classes[of] ?? of}. Inget har gallrats. Anteckna beslutet först.`,
  'retention.day-to-come': () => 'Beslutets dag har inte varit ännu. Inget har sparats. Ange den dag då beslutet togs.',
  'retention.not-cleared': () => 'Allt är gallrat och går inte att läsa, men något annat läste ur databasen hela tiden. Rester kan ligga kvar i dess filer tills nästa gallring. Gallra igen vid ett lugnare tillfälle.',
  'retention.clearing-failed': () => 'Allt är gallrat och går inte att läsa, men databasens filer gick inte att skriva om, kanske för att disken är full. Rester kan ligga kvar i dem tills nästa gallring. Frigör utrymme och gallra igen.',
  'register.text-stands': () => 'Svaren kan inte glesas ut medan en förseglad anledning finns kvar: den är bunden till dem. Gallra anledningen först.',
  'hold.no-subject': () => 'Det finns ingen sådan incident, inget sådant ärende eller möte här. Inget har sparats. Kontrollera referensen.',
  'hold.none': () => 'Det finns inget gallringsstopp där att häva. Läs sidan på nytt.',
  'hold.over': () => 'Stoppets sista dag har redan varit. Inget har sparats. Ange en senare dag.',
  'hold.two': () => 'Ett gallringsstopp beslutas av två personer. Inget har sparats. Bekräfta att två har beslutat.',
  'hold.not-now': () => 'Det går inte nu: någon har hunnit svara, eller så är det inte du som ska svara. Inget har ändrats. Läs sidan på nytt.',
}
