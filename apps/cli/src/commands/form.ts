// `lykta form --xlsform --out FILE.xlsx`: the incident form for ODK and Kobo.
import { readFile, stat } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { problem, ProblemError } from '@lykta/incident'
import { makeFormFile } from '@lykta/server'
import { type Command, UsageError } from '../command.ts'
import { messages } from '../messages/messages.ts'
import { withDesk } from '../with-desk.ts'
import { writeNewFile } from '../write-new-file.ts'

const mostKeyBytes = 20_000

export const form: Command = {
  name: 'form',
  takes: '--xlsform --out FILE.xlsx',
  count: [0, 0],
  summary: { sv: 'skriv formuläret som XLSForm, för ODK och Kobo', en: 'write the form as XLSForm, for ODK and Kobo' },
  details: {
    sv: 'Samma frågor, svar och villkor som på rapportsidan, på svenska och engelska, med nätverkets organisationer och egna tecken. Anledningen till misstanken utelämnas, eftersom den skulle ligga läsbar på en annan server. Med --public-key krypterar ODK hela svaret på enheten; bara då får anledningen vara med (--with-reason). Svaren läses in med `lykta import --submissions`.',
    en: 'The same questions, answers and conditions as on the reporting page, in Swedish and English, with the network’s organisations and signs of its own. The reason for the suspicion is left out, since it would lie readable on another server. With --public-key ODK encrypts the whole submission on the device; only then may the reason be part of it (--with-reason). Submissions are read with `lykta import --submissions`.',
  },
  options: {
    xlsform: { type: 'boolean', help: { sv: 'som XLSForm (det enda slaget)', en: 'as XLSForm (the only kind)' } },
    out: { type: 'string', value: 'FILE.xlsx', help: { sv: 'fil att skriva', en: 'file to write' } },
    'public-key': { type: 'string', value: 'FILE.pem', help: { sv: 'öppen RSA-nyckel (PEM): svaren krypteras på enheten', en: 'RSA public key (PEM): submissions are encrypted on the device' } },
    'with-reason': { type: 'boolean', help: { sv: 'fråga även efter anledningen; kräver --public-key', en: 'ask for the reason too; needs --public-key' } },
  },
  run: async (context) => {
    const { given, language, say } = context
    const words = messages[language]
    if (!given.is('xlsform')) throw new UsageError(words.missing('--xlsform'))
    const out = given.text('out')
    if (out === undefined) throw new UsageError(words.missing('--out'))
    if (extname(out).toLowerCase() !== '.xlsx') throw new UsageError(words.formKind)
    const file = resolve(out)
    const keyFile = given.text('public-key')
    const publicKey = keyFile === undefined ? undefined : await readKey(resolve(keyFile))
    return withDesk(context, async (desk) => {
      const made = await makeFormFile(desk, { language, publicKey, withReason: given.is('with-reason') })
      await writeNewFile(file, made.bytes)
      say(words.formWritten(file, made))
      if (!given.is('with-reason')) say(words.formWithoutReason)
      return 0
    })
  },
}

async function readKey(file: string): Promise<string> {
  try {
    if ((await stat(file)).size > mostKeyBytes) throw new Error('too large for a key')
    return await readFile(file, 'utf8')
  } catch {
    throw new ProblemError([problem('work.file-not-read', { file })])
  }
}
