// Specifications beyond the annual report's, so that every branch of both executors is compared.
import { acceptance, type TableSpec } from '@lykta/statistics'

const merged = [{ code: 'eu-other', members: ['RO', 'SE'] }]

export const specialTables: readonly TableSpec[] = [
  { id: 'nationalityIncidents.merged', unit: 'incident', by: ['nationality'], groups: merged, base: 'answered' },
  { id: 'nationalityPersons.merged', unit: 'person', by: ['nationality'], groups: merged, base: 'answered' },
  { id: 'nationalityOccurrences', unit: 'person-occurrence', by: ['nationality'], base: 'answered' },
  { id: 'sex', unit: 'person', by: ['sex'], base: 'all' },
  { id: 'age', unit: 'person', by: ['age-group'], base: 'all' },
  { id: 'contact', unit: 'person', by: ['support-contact'], base: 'all' },
  { id: 'acceptance.answered', unit: 'person-occurrence', by: ['accepted-support'], base: 'answered' },
  acceptance,
  { id: 'offeredWithoutContact', unit: 'person-occurrence', by: ['accepted-support'], where: { 'support-contact': ['no'] }, base: 'all' },
  { id: 'girls', unit: 'person', by: [], where: { 'age-group': ['minor'] }, base: 'all' },
  { id: 'formBySector', unit: 'incident', by: ['exploitation', 'sector'], base: 'all' },
  { id: 'sectorByPlace', unit: 'incident', by: ['sector', 'place-type'], where: { 'police-contacted': ['yes', 'unknown'] }, base: 'all' },
  { id: 'form.merged', unit: 'incident', by: ['exploitation'], groups: [{ code: 'not-sexual', members: ['begging', 'labour', 'other'] }], base: 'answered' },
  { id: 'sector.merged', unit: 'incident', by: ['sector'], groups: [{ code: 'authorities', members: ['police', 'social-services'] }], base: 'all' },
  { id: 'indicators.merged', unit: 'incident', by: ['indicator'], groups: [{ code: 'general-other', members: ['general.fear-or-stress', 'general.disoriented'] }], base: 'answered' },
  { id: 'indicators.all', unit: 'incident', by: ['indicator'], where: { sector: ['police', 'business'], exploitation: ['sexual'] }, base: 'all' },
  { id: 'ticked', unit: 'incident', by: [], where: { indicator: ['sexual.many-phones'] }, base: 'all' },
  { id: 'perpetratorsByRole', unit: 'perpetrator', by: ['role'], base: 'all' },
  { id: 'membersBySector', unit: 'organisation', by: ['sector'], where: { membership: ['member'] }, base: 'all' },
]
