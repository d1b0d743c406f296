// The smallest number that the public is shown, as it is typed: one range where a network is founded and where it is changed, that of the server.

export const leastThreshold = 5
const mostThreshold = 100

export function isPublicThreshold(text: string): boolean {
  const number = Number(text)
  return /^\d{1,3}$/.test(text.trim()) && number >= leastThreshold && number <= mostThreshold
}
