// For every route a request that is answered with anything but "not there" when it is answered at all, and changes nothing that others need.
import { randomUUID } from 'node:crypto'
import type { World } from './world.ts'

export type Made = { readonly path: string; readonly body?: unknown }

const body = (path: string, sent: unknown = {}) => (): Made => ({ path, body: sent })
const get = (path: string) => (): Made => ({ path })
/** Refused by its shape, after the route has been reached. */
const unshaped = (path: string) => body(path, {})
const wrong = 'not the right password'

export type MakeRequest = (world: World, ref: string) => Made | Promise<Made>

export const requests: Readonly<Record<string, MakeRequest>> = {
  'GET /health': get('/health'),
  'GET /assets/*': get('/assets/app-1a2b.js'),
  'GET /day/assets/*': get('/day/assets/none.js'),
  'GET /*': get('/network'),
  'ALL /api/*': get('/api/what-is-not-there'),

  'GET /guide': get('/guide'),
  'GET /guide/:language/*': get('/guide/sv/'),

  'GET /api/session': get('/api/session'),
  'POST /api/sample': unshaped('/api/sample'),
  'DELETE /api/sample': body('/api/sample'),
  'POST /api/auth/sign-in/email': body('/api/auth/sign-in/email', { email: 'nobody@example.org', password: wrong }),
  'POST /api/auth/sign-in/again': body('/api/auth/sign-in/again', { password: wrong, code: '000000' }),
  'POST /api/auth/sign-out': body('/api/auth/sign-out'),
  'POST /api/auth/two-factor/verify-totp': unshaped('/api/auth/two-factor/verify-totp'),
  'POST /api/auth/two-factor/verify-backup-code': unshaped('/api/auth/two-factor/verify-backup-code'),
  'POST /api/auth/two-factor/enable': body('/api/auth/two-factor/enable', { password: wrong }),
  'POST /api/auth/two-factor/disable': body('/api/auth/two-factor/disable', { password: wrong }),
  'POST /api/auth/change-password': body('/api/auth/change-password', { currentPassword: wrong, newPassword: 'a new one of twelve' }),
  'GET /api/auth/passkey/generate-authenticate-options': get('/api/auth/passkey/generate-authenticate-options'),
  'POST /api/auth/passkey/verify-authentication': unshaped('/api/auth/passkey/verify-authentication'),
  'GET /api/auth/passkey/generate-register-options': get('/api/auth/passkey/generate-register-options'),
  'POST /api/auth/passkey/verify-registration': unshaped('/api/auth/passkey/verify-registration'),
  'GET /api/auth/passkey/list-user-passkeys': get('/api/auth/passkey/list-user-passkeys'),
  'POST /api/auth/passkey/delete-passkey': unshaped('/api/auth/passkey/delete-passkey'),
  // The provider of this world does not answer.
  'POST /api/auth/provider/start': body('/api/auth/provider/start'),
  'POST /api/auth/provider/link': unshaped('/api/auth/provider/link'),
  'POST /api/auth/provider/finish': unshaped('/api/auth/provider/finish'),
  'GET /api/auth/provider/account': get('/api/auth/provider/account'),
  'POST /api/auth/provider/unlink': body('/api/auth/provider/unlink'),
  'POST /api/auth/provider/out': body('/api/auth/provider/out'),
  'GET /api/auth/list-sessions': get('/api/auth/list-sessions'),
  'POST /api/auth/revoke-session': unshaped('/api/auth/revoke-session'),
  'POST /api/auth/revoke-other-sessions': body('/api/auth/revoke-other-sessions'),

  'GET /api/network': get('/api/network'),
  'GET /api/overview': get('/api/overview?year=2020'),
  'GET /api/statistics': get('/api/statistics?from=2020&to=2020'),
  'GET /api/crossing': get('/api/crossing?unit=incident&rows=sector&columns=indicator&from=2020&to=2020'),
  'GET /api/dark-figure': get('/api/dark-figure?from=2020&to=2020'),
  'GET /api/completion': get('/api/completion'),
  'GET /api/official': get('/api/official'),
  'POST /api/official': unshaped('/api/official'),
  'DELETE /api/official/:id': body(`/api/official/${randomUUID()}`),
  'GET /api/explorer': get('/api/explorer'),
  'GET /api/explorer/:edition/:table': get('/api/explorer/2020/incidents'),
  'GET /api/explorer/:edition/:table/:file': get('/api/explorer/2020/incidents/sv.csv'),
  'POST /api/incidents/search': body('/api/incidents/search'),
  'GET /api/same': get('/api/same'),
  'POST /api/same/links': unshaped('/api/same/links'),
  'POST /api/same/removals': unshaped('/api/same/removals'),
  'POST /api/same/refusals': unshaped('/api/same/refusals'),
  'GET /api/incidents/:ref/same': (_, ref) => ({ path: `/api/incidents/${ref}/same` }),
  'GET /api/views': get('/api/views'),
  'POST /api/views': unshaped('/api/views'),
  'DELETE /api/views/:id': body(`/api/views/${randomUUID()}`),
  'GET /api/incidents/:ref': (_, ref) => ({ path: `/api/incidents/${ref}` }),
  'GET /api/incidents/:ref/form': (_, ref) => ({ path: `/api/incidents/${ref}/form` }),
  'GET /api/incidents/:ref/text': (_, ref) => ({ path: `/api/incidents/${ref}/text` }),
  'GET /api/incidents/:ref/messages': (_, ref) => ({ path: `/api/incidents/${ref}/messages` }),
  // There is no such revision, which is told to those alone who may know that there is such an incident.
  'POST /api/incidents/:ref/revisions': (_, ref) => ({
    path: `/api/incidents/${ref}/revisions`, body: { base: 99, reason: 'addition', formVersion: 'lykta-1', answers: {}, sealed: 'kept', createdAt: new Date().toISOString() },
  }),
  'POST /api/incidents/:ref/withdrawal': (_, ref) => ({ path: `/api/incidents/${ref}/withdrawal`, body: { base: 99, reason: 'duplicate' } }),
  // Nor such a question.
  'POST /api/incidents/:ref/messages': (_, ref) => ({ path: `/api/incidents/${ref}/messages`, body: { id: randomUUID(), kind: 'answer', code: 'added', to: randomUUID() } }),
  'GET /api/cases': get('/api/cases'),
  'POST /api/cases': unshaped('/api/cases'),
  'GET /api/cases/:ref': ({ cases }, ref) => ({ path: `/api/cases/${cases.get(ref)?.ref ?? ref}` }),
  // There is nothing to take back, which is told to those alone who see the case.
  'POST /api/cases/:ref/events': ({ cases }, ref) => ({
    path: `/api/cases/${cases.get(ref)?.ref ?? ref}/events`, body: { id: randomUUID(), act: { kind: 'void', event: randomUUID() }, createdAt: new Date().toISOString(), sealed: null },
  }),
  'GET /api/cases/:ref/notes/:id': ({ cases }, ref) => ({ path: `/api/cases/${cases.get(ref)?.ref ?? ref}/notes/${cases.get(ref)?.note ?? randomUUID()}` }),
  'GET /api/chain': get('/api/chain'),
  'GET /api/incidents/:ref/shares': (_, ref) => ({ path: `/api/incidents/${ref}/shares` }),
  // There is no such organisation, which is told to those alone who may open it.
  'POST /api/incidents/:ref/shares': (_, ref) => ({ path: `/api/incidents/${ref}/shares`, body: { id: randomUUID(), organisation: randomUUID(), way: 'opened', what: 'reasons', ground: 'consent' } }),
  'GET /api/shares': get('/api/shares'),
  'POST /api/shares/:id/steps': unshaped(`/api/shares/${randomUUID()}/steps`),
  'GET /api/reads': get('/api/reads'),
  'GET /api/reading-sessions': get('/api/reading-sessions'),
  'POST /api/reading-sessions': unshaped('/api/reading-sessions'),
  'POST /api/reading-sessions/:id/steps': unshaped(`/api/reading-sessions/${randomUUID()}/steps`),
  'GET /api/reading-sessions/:id/texts': get(`/api/reading-sessions/${randomUUID()}/texts`),
  'PUT /api/second-persons': unshaped('/api/second-persons'),
  'GET /api/form': get('/api/form'),
  'POST /api/incidents': unshaped('/api/incidents'),
  'GET /api/outbox': get('/api/outbox'),
  'POST /api/outbox': unshaped('/api/outbox'),
  'GET /api/own-incidents': get('/api/own-incidents'),
  'POST /api/quiet-months': unshaped('/api/quiet-months'),

  'POST /api/founding': unshaped('/api/founding'),
  'GET /api/settings': get('/api/settings'),
  'PUT /api/settings': unshaped('/api/settings'),
  'POST /api/settings/recovery-test': body('/api/settings/recovery-test'),
  'PUT /api/organisations/:id': unshaped(`/api/organisations/${randomUUID()}`),
  'GET /api/log': get('/api/log?after=0'),
  'POST /api/log': unshaped('/api/log'),
  'GET /api/keys': get('/api/keys'),
  'PUT /api/keys': unshaped('/api/keys'),
  'PUT /api/keys/bundles': unshaped('/api/keys/bundles'),
  'GET /api/keys/server-made': get('/api/keys/server-made'),
  'GET /api/keys/recovery': get('/api/keys/recovery'),
  'POST /api/keys/recovery': body('/api/keys/recovery'),
  'DELETE /api/keys/recovery': body('/api/keys/recovery'),
  'POST /api/recovery/look': unshaped('/api/recovery/look'),
  'POST /api/recovery/announcement': unshaped('/api/recovery/announcement'),
  'POST /api/recovery/completion': unshaped('/api/recovery/completion'),
  'GET /api/sealed-keys': get('/api/sealed-keys'),
  'POST /api/sealed-keys': unshaped('/api/sealed-keys'),
  'GET /api/members': get('/api/members'),
  'POST /api/members/:id/removal': unshaped(`/api/members/${randomUUID()}/removal`),
  'POST /api/members/:id/role': unshaped(`/api/members/${randomUUID()}/role`),
  'POST /api/invitations': unshaped('/api/invitations'),
  'DELETE /api/invitations/:id': async ({ invite }) => ({ path: `/api/invitations/${await invite()}`, body: {} }),
  'POST /api/invitations/open': unshaped('/api/invitations/open'),
  'POST /api/invitations/accept': unshaped('/api/invitations/accept'),
  'POST /api/devices': unshaped('/api/devices'),
  'POST /api/devices/:id/removal': unshaped(`/api/devices/${randomUUID()}/removal`),

  'GET /api/meetings': get('/api/meetings'),
  'GET /api/meetings.ics': get('/api/meetings.ics'),
  'POST /api/meetings': unshaped('/api/meetings'),
  'GET /api/meetings/:id': (_, id) => ({ path: `/api/meetings/${id}` }),
  // What is told to those alone who may know that there is such a meeting: another revision stands.
  'PUT /api/meetings/:id': (_, id) => ({ path: `/api/meetings/${id}`, body: { revision: 99, date: '2026-03-12', begins: '13:00', ends: '15:00', agenda: [], state: 'planned', attendance: null } }),
  'GET /api/meetings/:id/texts': (_, id) => ({ path: `/api/meetings/${id}/texts` }),
  'POST /api/meetings/:id/situations': (world, id) => ({
    path: `/api/meetings/${id}/situations`, body: { id: randomUUID(), revision: 99, organisation: world.organisations.A, state: 'nothing', sealed: null, createdAt: new Date().toISOString() },
  }),
  'POST /api/meetings/:id/decisions': (_, id) => ({
    path: `/api/meetings/${id}/decisions`, body: { id: randomUUID(), revision: 99, line: null, withdrawn: false, sealed: 'kept', createdAt: new Date().toISOString() },
  }),
  // An action of A, open.
  'POST /api/meetings/:id/actions': (world, id) => ({
    path: `/api/meetings/${id}/actions`, body: { id: world.meetings.find((one) => one.id === id)?.action ?? randomUUID(), revision: 99, line: null, organisation: world.organisations.A, due: null, state: 'done', sealed: 'kept', createdAt: new Date().toISOString() },
  }),
  'GET /api/yearly-answers': get('/api/yearly-answers'),
  'POST /api/yearly-answers': unshaped('/api/yearly-answers'),
  'GET /api/efforts': get('/api/efforts'),
  'PUT /api/efforts/:id': unshaped(`/api/efforts/${randomUUID()}`),

  'GET /api/published': get('/api/published'),
  'GET /api/published/:id': ({ published }) => ({ path: `/api/published/${published}` }),
  'GET /published/:id/*': ({ published }) => ({ path: `/published/${published}/sv/tables/years.csv` }),
  'GET /api/drafts': get('/api/drafts'),
  'POST /api/drafts': unshaped('/api/drafts'),
  'GET /api/drafts/:id': ({ draft }) => ({ path: `/api/drafts/${draft}` }),
  'POST /api/drafts/:id/steps': ({ draft }) => ({ path: `/api/drafts/${draft}/steps`, body: {} }),
  'GET /draft-files/:id/*': ({ draft }) => ({ path: `/draft-files/${draft}/sv/tables/years.csv` }),
  'GET /api/editions': get('/api/editions'),
  'GET /api/editions/:year': get('/api/editions/2020'),
  'GET /api/editions/:year/figures': get('/api/editions/2020/figures'),
  'GET /api/prose': get('/api/prose'),
  'GET /api/prose/:language/revisions': get('/api/prose/sv/revisions'),
  'GET /api/prose/:language/revisions/:revision': get('/api/prose/sv/revisions/0'),
  'PUT /api/prose/:language': unshaped('/api/prose/sv'),
  'GET /api/examples': get('/api/examples'),
  'POST /api/examples': unshaped('/api/examples'),
  'POST /api/examples/:id/approval': ({ example }) => ({ path: `/api/examples/${example}/approval`, body: {} }),
  'POST /api/examples/:id/withdrawal': ({ example }) => ({ path: `/api/examples/${example}/withdrawal`, body: {} }),
  'POST /api/editions/:year': body('/api/editions/2020'),
  'GET /api/jobs/:id': ({ job }) => ({ path: `/api/jobs/${job}` }),
  'DELETE /api/jobs/:id': ({ job }) => ({ path: `/api/jobs/${job}`, body: {} }),
  'GET /editions/:year/manifest.json': get('/editions/2020/manifest.json'),
  'GET /editions/:year/:language/*': get('/editions/2020/sv/'),
}

/** Other ways to ask a route about one incident for the same, which are held to the same rule; each of them has one revision, with a text. */
export const variants: Readonly<Record<string, readonly MakeRequest[]>> = {
  'GET /api/incidents/:ref/text': [(_, ref) => ({ path: `/api/incidents/${ref}/text?revision=1` })],
}
