// Swedish words for what can be wrong with an export, and with handing the network over.
type Values = Readonly<Record<string, string | number>>

export const exportsSv = {
  'export.exists': ({ file = '' }: Values) => `${file} finns redan och står kvar som den är. Ge exporten ett annat namn.`,
  'export.not-written': ({ file = '', code = '' }: Values) => `Exporten ${file} kunde inte skrivas (${code}). Inget finns kvar av den. Kontrollera mappen och utrymmet på disken.`,
  'export.needs-session': () => 'En export behöver en till person. Be om den under Läsning av många, och börja när någon har godkänt den, eller när ett dygn har gått.',
  'hand-over.stands': () => 'En överlämning pågår redan. Inget har ändrats. Avbryt den först, om den inte ska bli av.',
  'hand-over.unfit': () => 'Det passar inte: rollen lämnas från den egna organisationen till en annan som är med i nätverket, och det som undertecknas är just det som har påbörjats. Inget har ändrats. Läs sidan på nytt.',
  'hand-over.not-begun': () => 'Ingen sådan överlämning pågår, eller så har den avbrutits. Inget har ändrats. Läs sidan på nytt.',
  'hand-over.not-exported': () => 'Ingen export har gjorts sedan överlämningen påbörjades. Gör den först, så att ingen står utan det som har varit.',
  'hand-over.not-yours': () => 'Bara de två organisationer som överlämningen gäller kan avbryta den. Inget har ändrats.',
  'export.repacked': ({ file = '' }: Values) => `${file} har packats om av ett annat program. Packa upp den, och återställ mappen i stället.`,
}
