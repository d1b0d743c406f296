// Swedish words for what can be wrong with an export, and with handing the network over.
type Values = Readonly<Record<string, string | number>>

export const exportsSv = {
  'export.exists': ({ file = '' }: Values) => `${file} finns redan och står kvar som den är. Ge exporten ett annat namn.`,
  'export.not-written': ({ file = '', code = '' }: Values) => `Exporten ${file} kunde inte skrivas (${code}). Inget finns kvar av den. Kontrollera mappen och utrymmet på disken.`,
  'export.repacked': ({ file = '' }: Values) => `${file} har packats om av ett annat program. Packa upp den, och återställ mappen i stället.`,
}
