// Every route of the server and what it asks of its caller. A route that does not stand here is not answered.
import type { Counted } from '../http/limits.ts'
import type { Right } from './rights.ts'

/**
 * A right; 'public': everybody, signed in or not; 'anyone-known': whoever is signed in, a device, or local; 'signed-in':
 * members alone, whatever their role; 'setting-up': they, and whoever knows her password and has no second factor yet;
 * 'founding': while a network can be founded here (the founding code is the route's own matter); 'page': the app's own files,
 * for which nobody is asked who she is.
 */
export type Access = Right | 'public' | 'anyone-known' | 'signed-in' | 'setting-up' | 'founding' | 'page'

/** What is counted, so that nobody tries without end (http/limits.ts). */
type Line = Access | readonly [Access, limit: Counted]

/** By method and the pattern that Hono knows the route by. */
export const routeTable = {
  'GET /health': 'page',
  // Meant to be put up where anybody reads it.
  'GET /guide': 'public',
  'GET /guide/:language/*': 'public',

  'GET /api/session': 'public',
  'POST /api/sample': 'public',
  'DELETE /api/sample': 'sample.manage',

  'POST /api/auth/sign-in/email': 'public',
  'POST /api/auth/sign-in/again': 'signed-in',
  'POST /api/auth/sign-out': 'public',
  'POST /api/auth/two-factor/verify-totp': 'public',
  'POST /api/auth/two-factor/verify-backup-code': 'public',
  'POST /api/auth/two-factor/enable': 'setting-up',
  'POST /api/auth/two-factor/disable': 'signed-in',
  'POST /api/auth/change-password': 'signed-in',
  'GET /api/auth/passkey/generate-authenticate-options': 'public',
  'POST /api/auth/passkey/verify-authentication': 'public',
  'GET /api/auth/passkey/generate-register-options': 'signed-in',
  'POST /api/auth/passkey/verify-registration': 'signed-in',
  'GET /api/auth/passkey/list-user-passkeys': 'signed-in',
  'POST /api/auth/passkey/delete-passkey': 'signed-in',
  'POST /api/auth/provider/start': 'public',
  'POST /api/auth/provider/link': 'signed-in',
  // Signs in, or gives an account to whoever asked for it: what was begun in this browser says which.
  'POST /api/auth/provider/finish': 'public',
  'GET /api/auth/provider/account': 'signed-in',
  'POST /api/auth/provider/unlink': 'signed-in',
  'POST /api/auth/provider/out': 'public',
  'GET /api/auth/list-sessions': 'signed-in',
  'POST /api/auth/revoke-session': 'signed-in',
  'POST /api/auth/revoke-other-sessions': 'signed-in',

  'GET /api/network': 'network.read',
  'GET /api/overview': 'statistics.read',
  'GET /api/statistics': 'statistics.read',
  'GET /api/crossing': 'statistics.cross',
  'GET /api/dark-figure': 'statistics.cross',
  'GET /api/completion': 'statistics.cross',
  'GET /api/official': 'statistics.read',
  'POST /api/official': ['series.manage', 'sender'],
  'DELETE /api/official/:id': 'series.manage',
  'GET /api/explorer': 'tables.explore',
  'GET /api/explorer/:edition/:table': 'tables.explore',
  'GET /api/explorer/:edition/:table/:file': 'tables.explore',
  'POST /api/incidents/search': 'incident.search',
  'GET /api/incidents/:ref': 'incident.read',
  'GET /api/incidents/:ref/form': 'incident.correct',
  'GET /api/same': 'incident.link',
  'POST /api/same/links': ['incident.link', 'sender'],
  'POST /api/same/removals': ['incident.link', 'sender'],
  'POST /api/same/refusals': ['incident.link', 'sender'],
  'GET /api/incidents/:ref/same': 'incident.link',
  'GET /api/views': 'incident.search',
  'POST /api/views': ['incident.search', 'sender'],
  'DELETE /api/views/:id': 'incident.search',
  'GET /api/form': 'incident.enter',
  'POST /api/incidents': ['incident.enter', 'sender'],
  'GET /api/outbox': 'incident.enter',
  'POST /api/outbox': ['incident.enter', 'sender'],
  'POST /api/incidents/:ref/revisions': ['incident.correct', 'sender'],
  'POST /api/incidents/:ref/withdrawal': ['incident.withdraw', 'sender'],
  'GET /api/incidents/:ref/text': 'text.read',
  'GET /api/incidents/:ref/messages': 'incident.own',
  'POST /api/incidents/:ref/messages': ['message.write', 'sender'],
  'GET /api/cases': 'case.follow',
  'POST /api/cases': ['case.manage', 'sender'],
  'GET /api/cases/:ref': 'case.follow',
  'POST /api/cases/:ref/events': ['case.follow', 'sender'],
  'GET /api/cases/:ref/notes/:id': 'case.follow',
  'GET /api/chain': 'case.manage',
  'GET /api/incidents/:ref/shares': 'incident.share',
  'POST /api/incidents/:ref/shares': ['incident.share', 'sender'],
  'GET /api/shares': 'incident.share',
  'POST /api/shares/:id/steps': ['incident.share', 'sender'],
  'GET /api/reads': 'reading.see',
  'GET /api/reading-sessions': 'reading.many',
  'POST /api/reading-sessions': ['reading.many', 'sender'],
  'POST /api/reading-sessions/:id/steps': ['reading.many', 'sender'],
  'GET /api/reading-sessions/:id/texts': 'reading.many',
  'PUT /api/second-persons': 'members.manage',
  'GET /api/own-incidents': 'incident.own',
  'POST /api/quiet-months': ['quiet-month.tell', 'sender'],

  'GET /api/meetings': 'meeting.read',
  'GET /api/meetings.ics': 'meeting.read',
  'POST /api/meetings': ['meeting.manage', 'sender'],
  'GET /api/meetings/:id': 'meeting.read',
  'PUT /api/meetings/:id': ['meeting.manage', 'sender'],
  'GET /api/meetings/:id/texts': 'meeting.follow',
  'POST /api/meetings/:id/situations': ['situation.give', 'sender'],
  'POST /api/meetings/:id/decisions': ['meeting.manage', 'sender'],
  'POST /api/meetings/:id/actions': ['meeting.follow', 'sender'],
  'GET /api/yearly-answers': 'situation.give',
  'POST /api/yearly-answers': ['situation.give', 'sender'],
  'GET /api/efforts': 'statistics.read',
  'PUT /api/efforts/:id': ['effort.enter', 'sender'],

  'POST /api/founding': ['founding', 'founding'],
  'GET /api/settings': 'settings.manage',
  'PUT /api/settings': 'settings.manage',
  'POST /api/settings/recovery-test': 'settings.manage',
  'GET /api/duties': 'breach.manage',
  'GET /api/authority': 'authority.manage',
  'PUT /api/authority': ['authority.manage', 'sender'],
  'PUT /api/weeding-decisions/:id': ['authority.manage', 'sender'],
  'GET /api/incidents/:ref/extracts': 'authority.manage',
  'POST /api/incidents/:ref/extracts': ['authority.manage', 'sender'],
  'GET /api/breaches': 'breach.manage',
  'PUT /api/breaches/:id': ['breach.manage', 'sender'],
  'GET /api/breaches/:id/text': 'breach.manage',
  'PUT /api/organisations/:id': ['organisations.manage', 'sender'],
  'GET /api/log': 'anyone-known',
  'POST /api/log': 'log.append',
  'GET /api/keys': 'keys.own',
  // A line of the audit each, and after it everything that incidents are taken in by is read anew.
  'PUT /api/keys': ['keys.own', 'sender'],
  'PUT /api/keys/bundles': ['keys.own', 'sender'],
  'GET /api/keys/server-made': 'keys.take-over',
  'GET /api/keys/recovery': 'keys.recover',
  'POST /api/keys/recovery': 'keys.recover',
  // Any member may say that the sheets are not to be used.
  'DELETE /api/keys/recovery': 'recovery.stop',
  // Signed in or not: the proof of two sheets is what is asked for, and the routes' own matter.
  'POST /api/recovery/look': ['public', 'sheets'],
  'POST /api/recovery/announcement': ['public', 'sheets'],
  'POST /api/recovery/completion': ['public', 'sheets'],
  'GET /api/sealed-keys': 'keys.renew',
  'POST /api/sealed-keys': 'keys.renew',
  'GET /api/members': 'members.manage',
  'POST /api/members/:id/removal': 'members.manage',
  'POST /api/members/:id/role': 'members.manage',
  'POST /api/invitations': 'members.manage',
  'DELETE /api/invitations/:id': 'members.manage',
  'POST /api/invitations/open': ['public', 'invitation'],
  'POST /api/invitations/accept': ['public', 'invitation'],
  'POST /api/devices': ['public', 'invitation'],
  'POST /api/devices/:id/removal': 'members.manage',

  'GET /api/editions': 'edition.make',
  'GET /api/editions/:year': 'edition.make',
  'POST /api/editions/:year': 'edition.make',
  'GET /api/editions/:year/figures': 'prose.write',
  'GET /api/published': 'edition.read',
  'GET /api/published/:id': 'edition.read',
  'GET /published/:id/*': 'edition.read',
  'GET /api/situations': 'edition.read',
  'POST /api/situations': ['edition.make', 'sender'],
  'POST /api/situations/:id/:audience/release': 'edition.approve',
  'GET /situation-files/:id/:audience/*': 'edition.read',
  'GET /api/drafts': 'edition.approve',
  'POST /api/drafts': ['edition.make', 'sender'],
  'GET /api/drafts/:id': 'edition.approve',
  'DELETE /api/drafts/:id': 'edition.make',
  'POST /api/drafts/:id/steps': 'edition.approve',
  'GET /draft-files/:id/*': 'edition.approve',
  'GET /api/prose': 'prose.write',
  'GET /api/prose/:language/revisions': 'prose.write',
  'GET /api/prose/:language/revisions/:revision': 'prose.write',
  'PUT /api/prose/:language': 'prose.write',
  'GET /api/examples': 'example.approve',
  'POST /api/examples': 'prose.write',
  'POST /api/examples/:id/approval': 'example.approve',
  'POST /api/examples/:id/withdrawal': 'prose.write',
  'GET /api/jobs/:id': 'edition.make',
  'DELETE /api/jobs/:id': 'edition.make',
  // Drafts, all of them, until editions are approved: for whoever makes them.
  'GET /editions/:year/manifest.json': 'edition.make',
  'GET /editions/:year/:language/*': 'edition.make',

  // What has no other answer.
  'ALL /api/*': 'public',
  'GET /assets/*': 'page',
  'GET /day/assets/*': 'page',
  'GET /*': 'page',
} as const satisfies Readonly<Record<string, Line>>

export type Route = { readonly access: Access; readonly limit: Counted | undefined }

export function findRoute(method: string, path: string): Route | undefined {
  const key = `${method} ${path}`
  if (!Object.hasOwn(routeTable, key)) return undefined
  const line: Line = routeTable[key as keyof typeof routeTable]
  return typeof line === 'string' ? { access: line, limit: undefined } : { access: line[0], limit: line[1] }
}
