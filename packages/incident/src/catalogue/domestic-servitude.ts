// Signs of domestic servitude.
import { indicatorsOf } from './indicator.ts'

export const domesticServitude = indicatorsOf('domestic-servitude', [
  ['lives-with-family', 'Bor och arbetar hos en familj som inte är den egna', 'Lives and works with a family not their own', 'D01'],
  ['eats-apart', 'Äter inte med familjen', 'Does not eat with the family', 'D02'],
  ['no-private-space', 'Har inget eget utrymme', 'Has no space of their own', 'D03', 'landlord police social-services health'],
  ['sleeps-unsuitably', 'Sover på en olämplig plats', 'Sleeps in an unsuitable place', 'D04', 'landlord police social-services'],
  ['reported-missing-by-employer', 'Arbetsgivaren anmäler personen som försvunnen', 'The employer reports the person missing', 'D05', 'police'],
  ['rarely-out', 'Lämnar nästan aldrig hemmet', 'Hardly ever leaves the home', 'D06'],
  ['only-out-with-employer', 'Går bara ut tillsammans med arbetsgivaren', 'Goes out only with the employer', 'D07'],
  ['given-leftovers', 'Får bara rester att äta', 'Is given only leftovers to eat', 'D08'],
  ['abused-at-home', 'Förolämpas, hotas eller slås i hemmet', 'Is insulted, threatened or hit in the home', 'D09'],
])
