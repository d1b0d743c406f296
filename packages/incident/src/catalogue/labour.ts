// Signs of exploitation of labour.
import { indicatorsOf } from './indicator.ts'

export const labour = indicatorsOf('labour', [
  ['paid-little-or-nothing', 'Får lite eller ingen lön', 'Is paid little or nothing', 'L05 G22'],
  ['lives-at-workplace', 'Bor på arbetsplatsen och lämnar den sällan', 'Lives at the workplace and seldom leaves it', 'L01'],
  ['documents-held-by-employer', 'Arbetsgivaren har pass eller id', 'The employer holds passport or identity card', 'G12'],
  ['unsuitable-housing', 'Bor i lokaler som inte är bostäder', 'Lives in premises not meant for living', 'L02', 'landlord outreach police workplace'],
  ['not-dressed-for-work', 'Saknar kläder eller skydd för arbetet', 'Lacks clothing or protection for the work', 'L03'],
  ['eats-leftovers', 'Får bara rester att äta', 'Is given only leftovers to eat', 'L04'],
  ['no-contract', 'Har inget avtal, eller ett som inte går att förstå', 'Has no contract, or one they cannot understand', 'L06', 'outreach police social-services workplace'],
  ['excessive-hours', 'Arbetar orimligt långa dagar', 'Works excessively long days', 'L07 G24'],
  ['tied-to-employer', 'Arbete, bostad och resor ligger i samma hand', 'Work, housing and transport are in one hand', 'L08'],
  ['no-choice-of-housing', 'Får inte välja var hon eller han bor', 'May not choose where they live', 'L09', 'outreach police social-services landlord'],
  ['never-alone-outside', 'Går aldrig ut utan arbetsgivaren', 'Never goes out without the employer', 'L10'],
  ['cannot-move-freely', 'Kan inte röra sig fritt', 'Cannot move freely', 'L11'],
  ['kept-in', 'Lås, vakter eller kameror håller människor kvar', 'Locks, guards or cameras keep people in', 'L12'],
  ['fined', 'Straffas med böter eller avdrag', 'Is punished with fines or deductions', 'L13 L23', 'outreach police workplace'],
  ['insulted-or-threatened', 'Förolämpas, hotas eller slås', 'Is insulted, threatened or hit', 'L14'],
  ['untrained', 'Saknar utbildning eller licens för arbetet', 'Lacks training or licence for the work', 'L15', 'workplace police'],
  ['no-safety-information', 'Ingen skyddsinformation som går att förstå', 'No safety information that can be understood', 'L16 L17', 'workplace police'],
  ['no-work-permits', 'Arbetsgivaren kan inte visa tillstånd', 'The employer cannot show permits', 'L18', 'police workplace'],
  ['no-wage-records', 'Arbetsgivaren kan inte visa löneuppgifter', 'The employer cannot show records of wages', 'L19', 'police workplace'],
  ['poor-safety-equipment', 'Skyddsutrustning saknas eller är trasig', 'Safety equipment is missing or broken', 'L20', 'workplace police'],
  ['labour-law-broken', 'Tecken på brott mot arbetsmiljö- eller arbetstidsregler', 'Signs that rules on working time or safety are broken', 'L22', 'workplace police'],
])
