// What protecting needs besides plan and counts, as the situation report hands it on.
import type { ProtectRequest } from '@lykta/disclosure'

export type Protecting = Pick<ProtectRequest, 'count' | 'solve' | 'load' | 'left' | 'digest' | 'asOf' | 'hierarchies'>
