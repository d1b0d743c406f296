// Every route of the server and what it asks of its caller. A route that does not stand here is not answered.
import type { Right } from './rights.ts'

/**
 * A right; 'public': everybody, signed in or not; 'anyone-known': whoever is signed in, a device, or local; 'founding':
 * while a network can be founded here (the founding code is the route's own matter).
 */
export type Access = Right | 'public' | 'anyone-known' | 'founding'

/** By method and the pattern that Hono knows the route by. */
export const routeTable = {
  'GET /api/network': 'network.read',
  'GET /api/overview': 'statistics.read',
  'GET /api/statistics': 'statistics.read',
  'POST /api/incidents/search': 'incident.search',
  'GET /api/incidents/:ref': 'incident.read',
  'GET /api/incidents/:ref/form': 'incident.correct',
  'GET /api/form': 'incident.enter',
  'POST /api/incidents': 'incident.enter',
  'POST /api/incidents/:ref/revisions': 'incident.correct',
  'POST /api/incidents/:ref/withdrawal': 'incident.withdraw',
  'GET /api/editions': 'edition.read',
  'GET /api/editions/:year': 'edition.make',
  'POST /api/editions/:year': 'edition.make',
  'GET /api/jobs/:id': 'edition.make',
  'DELETE /api/jobs/:id': 'edition.make',
  // Drafts, all of them, until editions are approved: for whoever makes them.
  'GET /editions/:year/manifest.json': 'edition.make',
  'GET /editions/:year/:language/*': 'edition.make',

  // What has no other answer, and the app's own files and page, which are the same for everybody.
  'ALL /api/*': 'public',
  'GET /assets/*': 'public',
  'GET /day/assets/*': 'public',
  'GET /*': 'public',
} as const satisfies Readonly<Record<string, Access>>

export function findAccess(method: string, path: string): Access | undefined {
  const key = `${method} ${path}`
  return Object.hasOwn(routeTable, key) ? routeTable[key as keyof typeof routeTable] : undefined
}
