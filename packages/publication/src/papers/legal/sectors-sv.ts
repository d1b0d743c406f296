// Sectors in Swedish running text.
import type { Sector } from '@lykta/incident'

export const sectorsSv: Readonly<Record<Sector, string>> = {
  police: 'polis', 'social-services': 'socialtjänst', 'civil-society': 'civilsamhälle', business: 'företag', municipality: 'kommun', region: 'region', other: 'annan',
}
