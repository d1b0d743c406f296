// All commands, in the order in which somebody new would meet them.
import type { Command } from '../command.ts'
import { audit } from './audit.ts'
import { backup } from './backup.ts'
import { count } from './count.ts'
import { form } from './form.ts'
import { importFiles } from './import.ts'
import { init } from './init.ts'
import { protect } from './protect.ts'
import { publish } from './publish.ts'
import { read } from './read.ts'
import { restore } from './restore.ts'
import { serve } from './serve.ts'
import { start } from './start.ts'
import { template } from './template.ts'
import { verify } from './verify.ts'

export const commands: readonly Command[] = [start, init, template, form, importFiles, count, publish, serve, read, backup, restore, verify, protect, audit]
