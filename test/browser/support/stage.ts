// One real server on a data folder of its own with the sample, and one Chromium, for the tests of a file.
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { type Home, makeHome, type Ran, root } from '../../journey/lykta.ts'
import { type Browsing, type Opened, startBrowsing, type View } from './browsing.ts'
import { launch } from './launch.ts'

export type Stage = {
  /** http://localhost:PORT */
  readonly address: string
  /** Folder of the templates that the server makes its editions from. */
  readonly templates: string
  /** Internal reference of the sample's latest incident. */
  readonly incident: string
  /** What `lykta read` says of an incident's reason, with the passphrase typed. */
  readonly readReason: (ref: string, passphrase: string) => Promise<Ran>
  /** Opens an address in an empty window and waits until the page stands. */
  readonly open: (view: View) => Promise<Opened>
}

/** To be called at the top of a test file; the stage stands when its tests run. */
export function useStage(): Stage {
  let home: Home
  let browsing: Browsing
  let address = ''
  let templates = ''
  let incident = ''

  beforeAll(async () => {
    home = await makeHome({ begins: 'sample' })
    templates = join(home.folder, 'templates')
    await cp(join(root, 'packages/publication/templates/annual'), templates, { recursive: true })
    const [serving, launched] = await Promise.all([home.serve('start', '--template', templates), launch()])
    address = serving.address
    browsing = startBrowsing(launched, address)
    incident = await findLatestIncident(address)
  })
  afterEach(() => browsing.clear())
  afterAll(async () => {
    await browsing.close()
    await home.remove()
  })

  return {
    get address() {
      return address
    },
    get templates() {
      return templates
    },
    get incident() {
      return incident
    },
    readReason: (ref, passphrase) => home.typed(passphrase, 'read', ref),
    open: (view) => browsing.open(view),
  }
}

async function findLatestIncident(address: string): Promise<string> {
  const response = await fetch(`${address}/api/incidents/search`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  const { incidents } = (await response.json()) as { readonly incidents: readonly { readonly ref: string }[] }
  return incidents[0]!.ref
}
