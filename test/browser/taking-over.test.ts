// Taking over a network that `lykta init` made, in a real browser against a real server.
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../journey/lykta.ts'
import { useMembersStage } from './members/members-stage.ts'
import { type Made, takingOver } from './members/taking-over.ts'

const made: Made = { name: 'Provstads nätverk', passphrase: '' }

const stage = useMembersStage(async (home) => {
  const { out } = await home.lykta('init', '--name', made.name, '--municipality', 'Provstad', '--since', '2017-11-01')
  made.passphrase = out.trim()
  const folder = join(home.folder, 'incidents')
  await cp(join(root, 'samples/exempelstad'), folder, { recursive: true })
  await home.lykta('import', folder)
})

takingOver(stage, made)
