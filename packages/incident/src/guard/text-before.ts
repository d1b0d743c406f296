// What stands before a place in the text, as far as words there may change what the place means.

/** At most `length` units of what stands before `index`. */
export const textBefore = (text: string, index: number, length = 48): string => text.slice(Math.max(0, index - length), index)

const references =
  /(?:^|[^\p{L}])(?:bokning|booking|order|ärende|dnr|diarie|diarienummer|reference|referens|ref|faktura|kvitto|invoice|case|file|receipt|biljett|ticket|flight|flyg|bankgiro|plusgiro|bg|pg|konto|account|org|organisation|kund|customer|artikel|serie|serial|paket|parcel|tracking|kolli|mål|anmälan|postnummer|postcode|ocr|iban|ean|portkod|kod|code|lösen|password|wifi|version|model|modell)\p{L}{0,16}(?:[ ]?(?:nr|nummer|numret|number|no|code|kod|id))?(?:[ ](?:är|var|is|was))?[ .:#-]{0,3}$/iu

/** Whether a booking, a case, an invoice or the like is announced just before: its number leads to no person by itself. */
export const announcesReference = (text: string, index: number): boolean => references.test(textBefore(text, index))
