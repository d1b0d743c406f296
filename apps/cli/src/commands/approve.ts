// `lykta approve`: the draft in a folder becomes an approved edition, and later ones are tried together with it.
import { resolve } from 'node:path'
import { approveEdition } from '@lykta/server'
import type { Command } from '../command.ts'
import { ledgerWords } from '../messages/ledger.ts'
import { withDesk } from '../with-desk.ts'

export const approve: Command = {
  name: 'approve',
  takes: 'DIR',
  count: [1, 1],
  summary: { sv: 'godkänn årsrapporten i DIR, så att den kan lämnas ut', en: 'approve the annual report in DIR, so that it can be handed out' },
  details: {
    sv: 'DIR är mappen som `lykta publish` skrev. Rapporten görs en gång till som den var, förs in i liggaren och skrivs utan utkastets märke. Det går inte att ångra: åren i den räknas hädanefter som de stod då. I ett nätverk med medlemmar godkänner två av dem i webbläsaren, under Utgåvor.',
    en: 'DIR is the folder that `lykta publish` wrote. The report is made once more as it was, entered in the ledger, and written without the mark of a draft. This cannot be undone: from now on its years are counted as they stood then. In a network with members two of them approve in the browser, under Editions.',
  },
  options: {
    template: { type: 'string', value: 'DIR', help: { sv: 'mapp med egna mallar (sv.md, en.md)', en: 'folder with templates of your own (sv.md, en.md)' } },
  },
  run: async (context) => {
    const { given, language, say } = context
    const folder = resolve(given.positionals[0]!)
    return withDesk(context, async (desk) => {
      const { year, files, before } = await approveEdition(desk, folder, { templates: given.text('template') })
      const words = ledgerWords[language]
      say(before ? words.approvedBefore(year, before, files) : words.approved(year, files, folder))
      return 0
    })
  },
}
