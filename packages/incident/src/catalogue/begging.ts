// Signs of forced begging.
import { indicatorsOf } from './indicator.ts'

export const begging = indicatorsOf('begging', [
  ['hands-over-money', 'Lämnar över pengarna till någon annan', 'Hands the money over to someone else', 'B09'],
  ['moved-as-group', 'Flyttas i grupp mellan platser', 'Is moved in a group between places', 'B06 B13'],
  ['child-begging', 'Barn tigger på allmän plats', 'A child begs in a public place', 'B01'],
  ['vulnerable-begging', 'Äldre eller personer med funktionsnedsättning sätts att tigga', 'Elderly or disabled persons are made to beg', 'B01'],
  ['injury-for-begging', 'Har skador som kan ha vållats för tiggeriets skull', 'Has injuries that may have been caused for begging', 'B03', 'health outreach police social-services'],
  ['many-children-one-guardian', 'Många barn har samma vårdnadshavare', 'Many children have the same guardian', 'B08', 'police social-services'],
  ['punished-for-too-little', 'Straffas när det blir för lite pengar', 'Is punished when there is too little money', 'B09'],
  ['same-group-several-places', 'Samma grupp har funnits på flera orter eller i flera länder', 'The same group has been in several towns or countries', 'B15 B16', 'police outreach social-services'],
  ['watched-while-begging', 'Någon håller uppsikt medan personen tigger', 'Someone keeps watch while the person begs', 'LO3'],
])
