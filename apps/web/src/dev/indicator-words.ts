// Wordings of the sample's indicators for the stand-in server; the real ones come from the catalogue.
import type { NetworkAnswer } from '../../../server/src/api/types.ts'

const indicator = (id: string, sv: string, en: string): NetworkAnswer['indicators'][number] => ({ id, category: id.split('.')[0]!, text: { sv, en } })

export const indicatorWords: NetworkAnswer['indicators'] = [
  indicator('sexual.many-phones', 'Har många mobiltelefoner och verkar styrd av dem', 'Has many mobile phones and seems directed by them'),
  indicator('sexual.moves-often', 'Flyttar sig ofta eller kommer tillbaka regelbundet', 'Moves often or returns regularly'),
  indicator('sexual.unusual-hours', 'Vaken om natten och sover om dagen', 'Awake at night and asleep by day'),
  indicator('sexual.spoken-for', 'Någon annan talar för personen', 'Someone else speaks for the person'),
  indicator('sexual.prostitution-setting', 'Finns där prostitution misstänks', 'Is where prostitution is suspected'),
  indicator('sexual.little-own-clothing', 'Har få egna kläder och ägodelar', 'Has few clothes and belongings of their own'),
  indicator('sexual.advertised-online', 'Annonseras på nätet', 'Is advertised online'),
  indicator('sexual.many-visitors', 'Många korta besök', 'Many short visits'),
  indicator('general.unnaturally-cheerful', 'Verkar onaturligt glad för situationen', 'Seems unnaturally cheerful for the situation'),
  indicator('general.disoriented', 'Verkar desorienterad', 'Seems disoriented'),
  indicator('general.fear-or-stress', 'Visar rädsla eller stress', 'Shows fear or stress'),
  indicator('general.no-identity-documents', 'Har inga identitetshandlingar', 'Has no identity documents'),
  indicator('general.does-not-know-address', 'Vet inte sin adress', 'Does not know their address'),
  indicator('labour.paid-little-or-nothing', 'Får liten eller ingen lön', 'Is paid little or nothing'),
  indicator('labour.lives-at-workplace', 'Bor på arbetsplatsen', 'Lives at the workplace'),
  indicator('labour.documents-held-by-employer', 'Arbetsgivaren håller handlingarna', 'The employer holds the documents'),
  indicator('begging.moved-as-group', 'Flyttas i grupp', 'Is moved as a group'),
  indicator('begging.hands-over-money', 'Lämnar över pengarna', 'Hands over the money'),
]

export const categoryWords: NetworkAnswer['categories'] = [
  { id: 'general', text: { sv: 'Allmänna', en: 'General' } },
  { id: 'sexual', text: { sv: 'Sexuella ändamål', en: 'Sexual purposes' } },
  { id: 'labour', text: { sv: 'Tvångsarbete', en: 'Forced labour' } },
  { id: 'begging', text: { sv: 'Tiggeri', en: 'Begging' } },
]
