// The steps of founding, in their order, with the minutes that each usually takes; twenty in all at the most.

export const foundingSteps = [
  { id: 'network', minutes: 1 },
  { id: 'organisations', minutes: 2 },
  { id: 'rules', minutes: 1 },
  { id: 'you', minutes: 1 },
  { id: 'passphrase', minutes: 2 },
  { id: 'ask-back', minutes: 1 },
  { id: 'sheets', minutes: 4 },
  { id: 'test', minutes: 4 },
  { id: 'store', minutes: 1 },
  { id: 'sign-in', minutes: 3 },
] as const

export type FoundingStep = (typeof foundingSteps)[number]['id'] | 'old-keys' | 'done'

/** Of those after which nothing of the network is stored yet. */
export const storedFrom: FoundingStep = 'sign-in'

/** Minutes left from that step on, itself included. */
export function minutesLeft(step: FoundingStep): number {
  const index = foundingSteps.findIndex(({ id }) => id === step)
  return index < 0 ? 0 : foundingSteps.slice(index).reduce((sum, { minutes }) => sum + minutes, 0)
}
