// `lykta site`: the network's public site, all released editions at fixed addresses, for any web server.
import { resolve } from 'node:path'
import { loadSite } from '@lykta/server'
import { type Command, UsageError } from '../command.ts'
import { messages } from '../messages/messages.ts'
import { siteWords } from '../messages/site.ts'
import { withDesk } from '../with-desk.ts'

export const site: Command = {
  name: 'site',
  takes: '--out DIR',
  count: [0, 0],
  summary: { sv: 'skriv nätverkets webbplats med alla publicerade utgåvor', en: 'write the network’s site with all published editions' },
  details: {
    sv: 'Bara godkända utgåvor vars publiceringstid har kommit är med. DIR blir en länk till en ny mapp bredvid, så att webbservern ser den gamla webbplatsen eller den nya och aldrig en halv. Kör igen efter varje publicering, till exempel varje morgon.',
    en: 'Only approved editions whose time of release has come are in it. DIR becomes a link to a new folder beside it, so that the web server sees the old site or the new one and never half of it. Run it again after each release, for instance every morning.',
  },
  options: {
    out: { type: 'string', value: 'DIR', help: { sv: 'där webbservern läser; ska vara tom eller inte finnas', en: 'where the web server reads; should be empty or not exist' } },
    licence: { type: 'string', value: 'ID', help: { sv: 'cc-by-4.0 (det vanliga) eller cc0-1.0', en: 'cc-by-4.0 (the default) or cc0-1.0' } },
    address: { type: 'string', value: 'URL', help: { sv: 'webbplatsens adress; då skrivs också catalogue.rdf för dataportaler', en: 'the site’s address; then catalogue.rdf for data portals is written too' } },
    template: { type: 'string', value: 'DIR', help: { sv: 'egna mallar, för utgåvor som godkändes innan filerna sparades', en: 'templates of your own, for editions approved before files were kept' } },
  },
  run: async (context) => {
    const { given, language, say } = context
    const out = given.text('out')
    if (out === undefined) throw new UsageError(messages[language].missing('--out'))
    return withDesk(context, async (desk) => {
      const { publishSite } = await loadSite()
      const written = await publishSite(desk, { out: resolve(out), licence: given.text('licence'), address: given.text('address'), templates: given.text('template') })
      say(siteWords[language](written, resolve(out)))
      return 0
    })
  },
}
