// Builds the web app when its sources have changed since the last build.
import { ensureWebApp } from '../apps/server/src/web-app.ts'

await ensureWebApp((line) => console.error(line))
