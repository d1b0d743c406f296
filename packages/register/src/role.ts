// The roles that row-level security goes by; what each may do with each table stands in docs/database.md.

export const roles = ['coordinator', 'core-member', 'reporter', 'reader', 'operator', 'device'] as const

export type Role = (typeof roles)[number]

/** A device is none: it is enrolled, and only writes. */
export type MemberRole = Exclude<Role, 'device'>
