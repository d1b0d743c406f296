// The words that announce a person's name, and those that may stand between them and the name.

const alternatives = [
  // Swedish, slips of the finger included
  'he(?:ter|tter|tr|te|tte|ta|tat|etr)', 'hetar', 'hter', 'heer', String.raw`kalla(?:s|des|ts|t|d)(?: för)?`, String.raw`kallar?(?:de)? (?:sig|henne|honom|dem|mig|sej|dom)(?: själva?)?(?: för)?`, 'kalla(?:r|de)', String.raw`döpt till`,
  String.raw`(?:går|gick|gått|gå|annonserar|annonserade|jobbar|bokade|bokad|bokat|incheckad|checkade in) under (?:namnet|namn)`, String.raw`(?:vid|med|i|under|på) (?:för|efter|smek)?namn(?:et)?`, String.raw`(?:för|efter|smek|artist|full)?namn(?:et)?(?: (?:är|var|lyder|(?:ska|uppges|sägs|lär|tros|kan|måste) vara))?`,
  String.raw`presentera(?:r|de|t) (?:sig|sej|henne|honom) (?:som|för [\p{L}]{2,12} som)`, 'utger sig för att vara', 'säger sig vara', 'lystrar till', 'känd som', 'alias',
  // English
  String.raw`call(?:s|ed|ing)? (?:herself|himself|themselves|her|him|them|me)`, String.raw`known (?:to|among|by|in) (?:[\p{L}]{2,12} ){1,3}as`,
  String.raw`(?:is|was|are|were|be|been|being|'s|gets|got) (?:not |still |only |just |also |actually |really |apparently |usually )?(?:called|caled|calld|callled|named|namd|nmaed|nicknamed|known (?:only |just |simply )?as)`, String.raw`(?:called|caled|calld|named|namd|nicknamed|known (?:only |just |simply )?as)`,
  String.raw`(?:whom?|that|others|everyone|everybody|they|people|ppl|folk|girls|men|boys|workers|drivers|kids|all) (?:all |only |just |simply )?calls?(?: (?:him|her|them|me|herself|himself))?`,
  String.raw`(?:goes|went|go|going) by(?: the name)?(?: of)?`, String.raw`(?:by|under|in|with|has|had|have|gave|give|uses|used) (?:the|a|her|his)? ?(?:first |last |full )?name(?: of| as)?`, String.raw`(?:first|last|full|real|sur|nick)? ?names?(?: (?:is|was|are|were|of|as|(?:might|may|could|must|should) be)|'s)?`,
  String.raw`introduc(?:es|ed|ing) (?:her|him|them)sel(?:f|ves)(?: to [\p{L}]{2,12})? as`, String.raw`answers to`, String.raw`a\.?k\.?a\.?`,
].join('|')

const fillers =
  'inte|not|på riktigt|i verkligheten|i alla fall|iaf|iallafall|anyway|at least|nu|now|då|then|något|nåt|nånting|på|typ|nog|tydligen|egentligen|bara|antagligen|troligen|förmodligen|visst|kanske|möjligen|väl|också|även|tror jag|i förnamn|förnamn|i efternamn|sannolikt|enligt (?:den |det |hennes |hans |deras |sitt |sin )?\\p{L}{2,16}|according to (?:the |her |his )?\\p{L}{2,16}|visar det sig|hon|han|alltså|ju|nämligen|apparently|just|probably|possibly|maybe|perhaps|really|something like|like|also|actually|either|i think|supposedly|allegedly|simply|sometimes|ibland|oftast|usually'

/** What leads up to a name: the announcing words, then fillers; the name itself begins at the end of the match. */
export const namingWords = new RegExp(String.raw`(?<![\p{L}@.-])(?<words>${alternatives})(?<gap>[ ]{0,2}:[ ]{0,2}|[ ]{1,2}|,[ ]?)(?:\(?(?:${fillers})(?:[)]?[ ]{1,2}|,[ ]?)){0,3}["'(]{0,2}(?=\p{L})`, 'giu')
