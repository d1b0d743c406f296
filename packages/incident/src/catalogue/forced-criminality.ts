// Signs that somebody is made to commit crimes.
import { indicatorsOf } from './indicator.ts'

export const forcedCriminality = indicatorsOf('forced-criminality', [
  ['carries-drugs', 'Barn eller unga bär eller säljer narkotika åt andra', 'Children or young people carry or sell drugs for others', 'B02'],
  ['in-criminal-group', 'Deltar i brott tillsammans med vuxna som styr', 'Takes part in crime together with adults who direct', 'B07 SE6', 'police outreach social-services'],
  ['lives-with-group', 'Bor med dem som begår brotten', 'Lives with those who commit the crimes', 'B10 B12', 'police outreach social-services landlord'],
  ['travelled-with-group', 'Kom hit tillsammans med dem som begår brotten', 'Came here together with those who commit the crimes', 'B11', 'police outreach social-services'],
  ['punished-for-stealing-too-little', 'Straffas när det stjäls för lite', 'Is punished when too little is stolen', 'B09', 'police outreach social-services'],
  ['new-kinds-of-theft', 'Nya slag av organiserade stölder på orten', 'New kinds of organised theft in the area', 'B14', 'police'],
  ['moved-for-crime', 'Körs mellan orter där brott begås', 'Is driven between places where crimes are committed', 'B13', 'police'],
  ['accounts-used', 'Bankkonto, bil eller id används av någon annan', 'Bank account, car or identity is used by someone else', 'LO4', 'police social-services outreach'],
])
