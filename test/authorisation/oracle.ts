// Who is answered, in words, written from the design (§1, §7) and the plan of roles, not from the code: the test holds the server to it.

/** How somebody stands towards the network. Whoever was removed, comes from another network or shows a worn-out cookie is a stranger. */
export type Kind =
  | 'coordinator' | 'core member' | 'reporter' | 'reader' | 'operator' | 'device'
  /** Invited as coordinator or core member, and no coordinator has heard her eight words: she makes her keys, and waits. */
  | 'waiting'
  /** Invited to report, and nobody has heard her either: she reports, and changes nothing that her house has told. */
  | 'unheard reporter'
  /** Gave the right password and has no second factor yet. */
  | 'setting up'
  /** Gave the right password; her second factor is missing. */
  | 'half way'
  | 'stranger'
  /** Sits at the machine that the server runs on, and has put the invented network before her own: no sign-in, and nothing real. */
  | 'looking at the sample'

export type Whose =
  | 'any'
  /** Reported by her organisation, or entered by herself for another. */
  | 'her organisation’s or entered by her'
  | 'her organisation’s'
  | 'what it sent'

/** Of meetings: both circles', or the large network's alone; `ofA`: what is about organisation A, for those of A. */
export type Seen = 'both circles' | 'the large network' | 'both circles, of A' | 'the large network, of A'

export type Rule =
  | { readonly answers: readonly Kind[] }
  /** Routes about one incident. */
  | { readonly incidents: Partial<Record<Kind, Whose>> }
  /** Routes about one meeting. */
  | { readonly meetings: Partial<Record<Kind, Seen>> }
  | 'the same page for everybody'
  | 'nobody, once the network has a member'
  | 'what is not there'

const everybody: readonly Kind[] = ['coordinator', 'core member', 'reporter', 'reader', 'operator', 'device', 'waiting', 'unheard reporter', 'setting up', 'half way', 'stranger', 'looking at the sample']
const members: readonly Kind[] = ['coordinator', 'core member', 'reporter', 'reader', 'operator', 'waiting', 'unheard reporter']
const withKeys: readonly Kind[] = ['coordinator', 'core member', 'reporter']
const reporting: readonly Kind[] = [...withKeys, 'unheard reporter', 'device', 'looking at the sample']
/** Of people and keys the sample has none. */
const coordinator: Rule = { answers: ['coordinator'] }
const desk: Rule = { answers: ['coordinator', 'looking at the sample'] }
const countingAll: Rule = { answers: ['coordinator', 'core member', 'looking at the sample'] }

const exploring: Rule = { answers: ['coordinator', 'core member', 'reporter', 'unheard reporter', 'reader', 'looking at the sample'] }

const reading: readonly Kind[] = ['coordinator', 'core member', 'reporter', 'reader']
const readingEditions: readonly Kind[] = [...reading, 'unheard reporter']
const agreeing: readonly Kind[] = ['coordinator', 'core member']

const ownOr = 'her organisation’s or entered by her'

export const oracle: Readonly<Record<string, Rule>> = {
  'GET /health': 'the same page for everybody',
  'GET /assets/*': 'the same page for everybody',
  'GET /day/assets/*': 'the same page for everybody',
  'GET /*': 'the same page for everybody',
  'ALL /api/*': 'what is not there',

  // The indicator guide is meant for everybody.
  'GET /guide': { answers: everybody },
  'GET /guide/:language/*': { answers: everybody },

  // Who am I, and coming in: open to whoever stands outside.
  'GET /api/session': { answers: everybody },
  'POST /api/sample': { answers: everybody },
  'POST /api/auth/sign-in/email': { answers: everybody },
  'POST /api/auth/sign-out': { answers: everybody },
  'POST /api/auth/two-factor/verify-totp': { answers: everybody },
  'POST /api/auth/two-factor/verify-backup-code': { answers: everybody },
  'GET /api/auth/passkey/generate-authenticate-options': { answers: everybody },
  'POST /api/auth/passkey/verify-authentication': { answers: everybody },
  'POST /api/auth/provider/start': { answers: everybody },
  'POST /api/auth/provider/finish': { answers: everybody },
  'POST /api/auth/provider/out': { answers: everybody },
  'POST /api/invitations/open': { answers: everybody },
  'POST /api/invitations/accept': { answers: everybody },
  'POST /api/devices': { answers: everybody },
  'POST /api/founding': 'nobody, once the network has a member',

  // Shows that it is still she: whoever is wholly signed in.
  'POST /api/auth/sign-in/again': { answers: members },

  // One's own sign-in: whoever is wholly signed in, whatever her role; the first second factor after the password alone.
  'POST /api/auth/two-factor/enable': { answers: [...members, 'setting up'] },
  'POST /api/auth/two-factor/disable': { answers: members },
  'POST /api/auth/change-password': { answers: members },
  'GET /api/auth/passkey/generate-register-options': { answers: members },
  'POST /api/auth/passkey/verify-registration': { answers: members },
  'GET /api/auth/passkey/list-user-passkeys': { answers: members },
  'POST /api/auth/passkey/delete-passkey': { answers: members },
  'POST /api/auth/provider/link': { answers: members },
  'GET /api/auth/provider/account': { answers: members },
  'POST /api/auth/provider/unlink': { answers: members },
  'GET /api/auth/list-sessions': { answers: members },
  'POST /api/auth/revoke-session': { answers: members },
  'POST /api/auth/revoke-other-sessions': { answers: members },

  // The network's own description: readers need it for their editions, the operator does not.
  'GET /api/network': { answers: [...withKeys, 'unheard reporter', 'reader', 'looking at the sample'] },

  // Coded answers of everybody: the core group and the coordinator.
  'GET /api/overview': countingAll,
  'GET /api/statistics': countingAll,
  // Any two answers crossed: the coordinator's.
  'GET /api/crossing': desk,
  'GET /api/dark-figure': desk,
  'GET /api/completion': desk,
  // Other publishers' series.
  'GET /api/official': countingAll,
  'POST /api/official': desk,
  'DELETE /api/official/:id': 'what is not there',
  // Tables of approved editions: for every member who reads; an edition that stands in no ledger is there for nobody.
  'GET /api/explorer': exploring,
  'GET /api/explorer/:edition/:table': 'what is not there',
  'GET /api/explorer/:edition/:table/:file': 'what is not there',
  'POST /api/incidents/search': countingAll,
  // What is the same, and what is not: the coordinator's. A member's views are her own.
  'GET /api/same': desk,
  'POST /api/same/links': desk,
  'POST /api/same/removals': desk,
  'POST /api/same/refusals': desk,
  'GET /api/incidents/:ref/same': { incidents: { coordinator: 'any' } },
  'GET /api/views': countingAll,
  'POST /api/views': countingAll,
  'DELETE /api/views/:id': 'what is not there',
  'GET /api/incidents/:ref': { incidents: { coordinator: 'any', 'core member': 'any', reporter: 'her organisation’s' } },

  // Reporting, and what comes after it. A device writes and reads no answers back.
  'GET /api/form': { answers: reporting },
  'POST /api/incidents': { answers: reporting },
  // Many incidents at once: the coordinator's, and of what she began nobody else's.
  'POST /api/imports': desk,
  'PUT /api/imports/:id/texts': desk,
  'POST /api/imports/:id': 'what is not there',
  'DELETE /api/imports/:id': 'what is not there',
  'GET /api/outbox': { answers: reporting },
  'POST /api/outbox': { answers: reporting },
  'GET /api/own-incidents': { answers: reporting },
  'POST /api/quiet-months': { answers: reporting },
  'GET /api/incidents/:ref/form': { incidents: { coordinator: 'any', 'core member': ownOr, reporter: 'her organisation’s' } },
  'POST /api/incidents/:ref/revisions': { incidents: { coordinator: 'any', 'core member': ownOr, reporter: 'her organisation’s' } },
  'POST /api/incidents/:ref/withdrawal': { incidents: { coordinator: 'any', 'core member': ownOr, reporter: 'her organisation’s', device: 'what it sent' } },
  'GET /api/incidents/:ref/messages': { incidents: { coordinator: 'any', 'core member': ownOr, reporter: 'her organisation’s', 'unheard reporter': 'her organisation’s', device: 'what it sent' } },
  'POST /api/incidents/:ref/messages': { incidents: { coordinator: 'any', 'core member': ownOr, reporter: 'her organisation’s', 'unheard reporter': 'her organisation’s', device: 'what it sent' } },

  // Meetings: each circle its own. What is said to one is the organisation's to say; what it decided, the coordinator's to note.
  'GET /api/meetings': { answers: [...reading, 'looking at the sample'] },
  'GET /api/meetings.ics': { answers: [...reading, 'looking at the sample'] },
  'POST /api/meetings': desk,
  'GET /api/meetings/:id': { meetings: { coordinator: 'both circles', 'core member': 'both circles', reporter: 'the large network', reader: 'the large network' } },
  'PUT /api/meetings/:id': { meetings: { coordinator: 'both circles' } },
  'GET /api/meetings/:id/texts': { meetings: { coordinator: 'both circles', 'core member': 'both circles' } },
  'POST /api/meetings/:id/situations': { meetings: { coordinator: 'both circles', 'core member': 'both circles, of A', reporter: 'the large network, of A' } },
  'POST /api/meetings/:id/decisions': { meetings: { coordinator: 'both circles' } },
  'POST /api/meetings/:id/actions': { meetings: { coordinator: 'both circles', 'core member': 'both circles, of A' } },
  'GET /api/yearly-answers': { answers: [...withKeys, 'looking at the sample'] },
  'POST /api/yearly-answers': { answers: [...withKeys, 'looking at the sample'] },
  'GET /api/efforts': countingAll,
  'PUT /api/efforts/:id': countingAll,

  // The reason: the coordinator, and the core members of the organisation whose incident it is.
  'GET /api/incidents/:ref/text': { incidents: { coordinator: 'any', 'core member': 'her organisation’s' } },

  // Cases: the coordinator's, and the core members' whose organisation's incident belongs to one; opening one, and the figures of all, the coordinator's.
  'GET /api/cases': { answers: ['coordinator', 'core member', 'looking at the sample'] },
  'POST /api/cases': desk,
  'GET /api/cases/:ref': { incidents: { coordinator: 'any', 'core member': 'her organisation’s' } },
  'POST /api/cases/:ref/events': { incidents: { coordinator: 'any', 'core member': 'her organisation’s' } },
  'GET /api/cases/:ref/notes/:id': { incidents: { coordinator: 'any', 'core member': 'her organisation’s' } },
  'GET /api/chain': desk,
  // Opening an incident to another organisation: the coordinator, and the core members whose organisation's it is. Any core member may in an
  // emergency open it to her own, so the route itself answers all of them; an answer is for those it was opened to.
  'GET /api/incidents/:ref/shares': { incidents: { coordinator: 'any', 'core member': 'any' } },
  'POST /api/incidents/:ref/shares': { incidents: { coordinator: 'any', 'core member': 'her organisation’s' } },
  'GET /api/shares': { answers: agreeing },
  'POST /api/shares/:id/steps': { answers: agreeing },
  // Who has read: every member, of her own organisation's.
  'GET /api/reads': { answers: withKeys },
  // How long what is kept, and weeding: the coordinator's. A hold is answered by a second person, who may be a core member that somebody has named; nobody has here.
  'GET /api/retention': desk,
  'PUT /api/retention/clocks/:class': desk,
  'POST /api/retention/weedings': desk,
  'GET /api/holds': desk,
  'POST /api/holds': desk,
  'POST /api/holds/:id/answers': countingAll,
  // Reading many: asked for and answered in the core group; what it opens, by whoever asked.
  'GET /api/reading-sessions': { answers: agreeing },
  'POST /api/reading-sessions': { answers: agreeing },
  'POST /api/reading-sessions/:id/steps': { answers: agreeing },
  'POST /api/break-glass': { answers: agreeing },
  'POST /api/break-glass/:id/steps': { answers: agreeing },
  'GET /api/reading-sessions/:id/texts': 'what is not there',
  'PUT /api/second-persons': coordinator,

  // The log is everybody's to verify; what is added to it, the coordinator's.
  'GET /api/log': { answers: [...members, 'device', 'looking at the sample'] },
  'POST /api/log': coordinator,
  'GET /api/keys': { answers: [...withKeys, 'waiting', 'unheard reporter'] },
  'PUT /api/keys': { answers: [...withKeys, 'waiting', 'unheard reporter'] },
  'PUT /api/keys/bundles': { answers: [...withKeys, 'waiting', 'unheard reporter'] },
  'GET /api/keys/server-made': desk,
  'GET /api/keys/recovery': coordinator,
  'POST /api/keys/recovery': coordinator,
  // Whoever hears that the sheets are to be used may stop it.
  'DELETE /api/keys/recovery': { answers: withKeys },
  // Whoever has put two sheets together may have lost every other way in: the route looks at what she signed with them, not at who she is.
  'POST /api/recovery/look': { answers: everybody },
  'POST /api/recovery/announcement': { answers: everybody },
  'POST /api/recovery/completion': { answers: everybody },
  'GET /api/sealed-keys': coordinator,
  'POST /api/sealed-keys': coordinator,

  // The network's people and settings.
  'GET /api/settings': desk,
  'PUT /api/settings': desk,
  'POST /api/settings/recovery-test': coordinator,
  // What the desk is reminded of, and breaches: the coordinator's. There is no such breach.
  'GET /api/duties': desk,
  'GET /api/breaches': desk,
  'PUT /api/breaches/:id': desk,
  'GET /api/breaches/:id/text': 'what is not there',
  // An authority's duties: the coordinator's, as settings are. Handing out an incident is hers alone too.
  'GET /api/authority': desk,
  'PUT /api/authority': desk,
  'PUT /api/weeding-decisions/:id': desk,
  'GET /api/incidents/:ref/extracts': { incidents: { coordinator: 'any' } },
  'POST /api/incidents/:ref/extracts': { incidents: { coordinator: 'any' } },
  'PUT /api/organisations/:id': desk,
  'GET /api/hand-over': coordinator,
  'POST /api/hand-over': coordinator,
  'POST /api/hand-over/offer': coordinator,
  'POST /api/hand-over/completion': coordinator,
  'DELETE /api/hand-over': coordinator,
  // Everything of the network: with members in a session that another has agreed to.
  'GET /api/exports': desk,
  'POST /api/exports': desk,
  'DELETE /api/exports': desk,
  'GET /api/exports/:part': 'what is not there',
  'GET /api/members': coordinator,
  'POST /api/members/:id/removal': coordinator,
  'POST /api/members/:id/role': coordinator,
  'POST /api/devices/:id/removal': coordinator,
  'POST /api/invitations': coordinator,
  'DELETE /api/invitations/:id': coordinator,
  'DELETE /api/sample': desk,

  // Editions: whoever reads sees which there are; drafts are the coordinator's.
  // Approved editions for everybody of the network; drafts for those who make them, and for those who are asked. The sample has neither.
  'GET /api/published': { answers: [...readingEditions, 'looking at the sample'] },
  'GET /api/published/:id': { answers: readingEditions },
  'GET /published/:id/*': { answers: readingEditions },
  // Situation reports: this version was let go to the network; that of the core group is tried in test/server/situations.test.ts.
  'GET /api/situations': { answers: [...readingEditions, 'looking at the sample'] },
  'POST /api/situations': desk,
  'POST /api/situations/:id/:audience/release': { answers: agreeing },
  'GET /situation-files/:id/:audience/*': { answers: readingEditions },
  'GET /api/drafts': { answers: [...agreeing, 'looking at the sample'] },
  'POST /api/drafts': desk,
  'GET /api/drafts/:id': { answers: agreeing },
  // Those in the world were asked about: the coordinator hears it, and the sample has none.
  'DELETE /api/drafts/:id': coordinator,
  'POST /api/drafts/:id/steps': { answers: agreeing },
  'GET /draft-files/:id/*': { answers: agreeing },
  'GET /api/editions': desk,
  'GET /api/editions/:year': desk,
  'POST /api/editions/:year': desk,
  // The reports' text is the coordinator's; examples of reasons are approved by the core group too, and those of one network by nobody of another.
  'GET /api/editions/:year/figures': desk,
  'GET /api/prose': desk,
  'GET /api/prose/:language/revisions': desk,
  'GET /api/prose/:language/revisions/:revision': desk,
  'PUT /api/prose/:language': desk,
  'GET /api/examples': { answers: ['coordinator', 'core member', 'looking at the sample'] },
  'POST /api/examples': desk,
  'POST /api/examples/:id/approval': { answers: ['coordinator', 'core member'] },
  'POST /api/examples/:id/withdrawal': coordinator,
  'GET /api/jobs/:id': coordinator,
  'DELETE /api/jobs/:id': coordinator,
  'GET /editions/:year/manifest.json': desk,
  'GET /editions/:year/:language/*': desk,
}
