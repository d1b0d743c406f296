// Signs that concern persons under 18. Each also raises the question of a report of concern to social services.
import { indicatorsOf } from './indicator.ts'

export const children = indicatorsOf('children', [
  ['no-guardians', 'Har ingen kontakt med vårdnadshavare', 'Has no contact with parents or guardians', 'C01', 'police social-services health outreach hotel'],
  ['intimidated', 'Är skrämd och beter sig inte som andra i samma ålder', 'Is intimidated and does not behave like others of the age', 'C02'],
  ['no-friends', 'Har inga jämnåriga vänner', 'Has no friends of the same age', 'C03', 'social-services health outreach'],
  ['no-schooling', 'Går inte i skolan', 'Does not go to school', 'C04', 'social-services police health landlord'],
  ['no-play', 'Har ingen tid att leka eller vara ledig', 'Has no time to play or be free', 'C05', 'social-services health landlord'],
  ['lives-apart', 'Bor skilt från andra barn och dåligt', 'Lives apart from other children, and poorly', 'C06', 'social-services police landlord'],
  ['eats-apart', 'Äter skilt från familjen', 'Eats apart from the family', 'C07', 'social-services health'],
  ['leftovers', 'Får bara rester att äta', 'Is given only leftovers to eat', 'C08', 'social-services health'],
  ['unsuitable-work', 'Arbetar med sådant som inte är för barn', 'Does work that is not for children', 'C09 L21'],
  ['travels-alone', 'Reser utan vuxen', 'Travels without an adult', 'C10', 'hotel police social-services'],
  ['travels-with-strangers', 'Reser i grupp med personer som inte är släkt', 'Travels in a group with people who are not relatives', 'C11', 'hotel police social-services'],
  ['child-clothes-in-setting', 'Arbets- eller sexkläder i barnstorlek', 'Clothes for work or sex in a child’s size', 'C12', 'police hotel landlord'],
  ['child-things-in-odd-place', 'Leksaker, sängar eller barnkläder där barn inte ska vara', 'Toys, beds or children’s clothes where children should not be', 'C13', 'police hotel landlord'],
  ['found-by-adult', 'En vuxen säger sig ha ”hittat” ett ensamt barn', 'An adult says they “found” a child alone', 'C14 B05', 'police social-services'],
  ['taxi-numbers', 'Bär på telefonnummer för att ringa efter bil', 'Carries telephone numbers for calling a car', 'C15', 'police social-services'],
  ['phone-with-instructions', 'Har telefon eller nummer med besked om vem som ska ringas', 'Has a phone or number with instructions on whom to call', 'SE7 NO10', 'police social-services'],
  ['unclear-adoption', 'Uppgift om adoption som inte går att följa upp', 'An adoption that cannot be traced', 'C16', 'police social-services'],
  ['older-companion', 'Är med en betydligt äldre person på hotellrum eller i lägenhet', 'Is with a much older person in a hotel room or flat', 'HT10', 'hotel landlord police'],
])
