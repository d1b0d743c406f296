// Utkast på svenska, och den form som engelskan ska ha.
export const sv = {
  title: 'Utkast',
  off: 'Lås upp dina nycklar, så sparas det du skriver förseglat på den här enheten medan du skriver. Bara du kan öppna det, och efter tolv timmar är det borta.',
  sealed: (count: number) => (count === 1 ? 'Ett förseglat utkast av dig finns på den här enheten.' : `${count} förseglade utkast av dig finns på den här enheten.`),
  sealedHelp: 'Lås upp för att fortsätta på det eller slänga det. Det slängs av sig självt efter tolv timmar.',
  unlock: 'Lås upp och spara utkast',
  open: 'Lås upp',
  on: 'Det du skriver sparas förseglat på den här enheten i högst tolv timmar. Lämna, Skicka och Logga ut slänger det.',
  saved: (time: string) => `Utkastet sparat ${time}, förseglat.`,
  failed: 'Webbläsaren sparar inget, så det du skriver finns bara på den här sidan.',
  offered: (time: string) => `Du har ett utkast från ${time}.`,
  go: (time: string) => `Fortsätt på utkastet från ${time}`,
  throwAway: (time: string) => `Släng utkastet från ${time}`,
  elsewhere: (ref: string) => `Du har ett utkast som ändrar ${ref}.`,
  openFor: (ref: string) => `Öppna ${ref} och lås upp där`,
  thrown: 'Utkastet är slängt.',
  taken: 'Det utkastet är öppet i en annan flik. Fortsätt där, eller börja på ett nytt här.',
}

export type DraftWords = typeof sv
