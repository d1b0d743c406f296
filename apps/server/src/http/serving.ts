// What a program needs to serve; the commands that do not are spared loading it.
export { makeApp } from './app.ts'
export { findTemplates } from '../work/templates.ts'
export { findLoopback, listen } from './serve.ts'
