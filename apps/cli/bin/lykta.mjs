#!/usr/bin/env node
// The `lykta` command: starts the command line on the project's own Node, installing what is missing first.
import { join } from 'node:path'
import { run } from '../../../scripts/child.mjs'
import { ensureInstalled, root } from '../../../scripts/installed.mjs'

process.exit(await run(ensureInstalled(), [join(root, 'apps/cli/src/main.ts'), ...process.argv.slice(2)]))
