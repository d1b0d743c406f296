// What every member is told of an announced recovery, and the way to one from the pages where somebody is locked out.
import { ownWords } from '../messages/own-words.ts'

const sv = {
  title: 'Nätverket ska återställas med två blad.',
  text: (announced: string, from: string) => `Det sades till ${announced}. Från ${from} kan den som har bladen göra nya nycklar, bli samordnare och läsa alla texter.`,
  doubt: 'Vet du inte vem det är, eller varför: stoppa det, och prata med de andra.',
  stop: 'Stoppa återställningen',
  stopAsk: 'Stoppa återställningen?',
  stopText: 'Bladen kan då inte användas förrän alla har fått veta det på nytt, och sju nya dagar har gått. Alla medlemmar får veta att den är stoppad.',
  keep: 'Låt den gå vidare',
  stopped: 'Återställningen är stoppad.',
  way: 'Öppnar inget längre? Återställ med två av nätverkets blad',
}

const en: typeof sv = {
  title: 'The network is to be recovered with two sheets.',
  text: (announced, from) => `It was announced ${announced}. From ${from} whoever has the sheets can make new keys, become coordinator and read all texts.`,
  doubt: 'If you do not know who it is, or why: stop it, and talk to the others.',
  stop: 'Stop the recovery',
  stopAsk: 'Stop the recovery?',
  stopText: 'The sheets can then not be used before everybody has been told anew, and another seven days have passed. All members are told that it has been stopped.',
  keep: 'Let it go on',
  stopped: 'The recovery has been stopped.',
  way: 'Nothing opens any more? Recover with two of the network’s sheets',
}

export const useRecoveryNoteWords = ownWords({ sv, en })
