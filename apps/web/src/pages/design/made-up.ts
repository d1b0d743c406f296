// Figures that belong to nothing, for showing parts with.
import type { Quantity } from '@lykta/incident'
import type { Period } from '@lykta/statistics'

export const exactly = (count: number): Quantity => ({ count, atLeast: false })
export const atLeast = (count: number): Quantity => ({ count, atLeast: true })

export const year = (id: string, months = 12): Period => ({ id, from: `${id}-01-01`, to: `${id}-12-31`, months })

export const asOf = { position: 7, at: '2020-03-02T08:15:00Z' }
