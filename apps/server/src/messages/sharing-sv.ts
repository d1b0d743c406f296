// Swedish words for what stops an opening to another organisation, and the reading of many texts.
type Values = Readonly<Record<string, string | number>>

export const sharingSv = {
  'share.unfit': () => 'Det går inte att öppna för den organisationen: den har själv rapporterat incidenten, hör inte längre till nätverket, eller så passar sättet eller grunden inte. Inget har öppnats. Välj på nytt.',
  'share.nobody-reads': () => 'I den organisationen finns ingen i kärngruppen som kan läsa. Inget har öppnats. Bjud in någon som kärnmedlem först, eller lämna uppgiften på annat sätt och anteckna det här.',
  'share.stands': () => 'Det är redan öppnat för den organisationen, eller väntar på dess svar. Inget har ändrats.',
  'share.not-now': () => 'Det går inte nu: någon har hunnit svara eller avsluta, eller så är det inte du som ska svara. Inget har ändrats. Läs sidan på nytt.',
  'reading.limit': ({ most = '', minutes = '' }: Values) => `Du har öppnat ${most} förseglade texter på ${minutes} minuter, och fler lämnas inte ut utan en till person. Vänta en stund, eller be om det under Läsning av många: en annan samordnare eller utsedd kärnmedlem godkänner, annars dröjer det ett dygn. Är någon i fara: läs i nöd på samma sida, så öppnas det genast.`,
  'glass.not-now': () => 'Det går inte nu: det är redan öppnat, någon har hunnit avsluta eller granska, det du själv öppnade granskas av en annan, eller så har någon nyss sagt nej till att du läser. Inget har ändrats. Läs sidan på nytt. Är någon i fara, ring 112.',
  'session.stands': () => 'Du har redan bett om det, eller läser redan. Inget nytt har skickats.',
  'session.not-now': () => 'Det går inte nu: någon har hunnit svara, dygnet är inte slut, tiden har gått ut, eller så är det inte du som ska svara. Inget har ändrats. Läs sidan på nytt.',
  'session.no-core-member': () => 'Någon av dem är inte kärnmedlem i nätverket. Inget har ändrats. Läs sidan på nytt och välj igen.',
}
