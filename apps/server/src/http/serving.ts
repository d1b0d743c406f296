// What a program needs to serve; the commands that do not are spared loading it.
export { makeApp } from './app.ts'
export { findTemplates } from '../work/templates.ts'
export { hasMembers } from '../access/desks.ts'
export { nameOfMachine } from './name-of-machine.ts'
export { readReach } from './reach.ts'
export { forgetUnreadable } from '../auth/forget-unreadable.ts'
export { readSecret } from '../auth/secret.ts'
export { listen } from './serve.ts'
