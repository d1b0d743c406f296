// A browser's long name for itself, short enough to know one's own computer by.

const browsers = [['Edg', 'Edge'], ['OPR', 'Opera'], ['Firefox', 'Firefox'], ['Chrome', 'Chrome'], ['Safari', 'Safari']] as const
const systems = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Macintosh', 'Mac'], ['CrOS', 'Chromebook'], ['Linux', 'Linux']] as const

/** "Firefox, Windows"; undefined for one that names neither. */
export function nameOfMachine(userAgent: string): string | undefined {
  const [browser, system] = [browsers, systems].map((known) => known.find(([mark]) => userAgent.includes(mark))?.[1])
  const parts = [browser, system].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(', ')
}
