// The guard's code, fetched after the page stands: a writer has not come to free text by then.
import { type SensitiveFinding, findSensitive, strikeSensitive } from '@lykta/incident'

export type { SensitiveFinding }
export const guard = { find: findSensitive, strike: strikeSensitive }
