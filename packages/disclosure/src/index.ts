// The disclosure room: counts and a policy become tables that expose nobody, with proof.
export * from './linear.ts'
export * from './policy.ts'
export * from './protected-table.ts'
