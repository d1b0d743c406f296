// What the sentences about prose fill in.

export type Values = Readonly<Record<string, string | number>>
