// Asks for the passphrase: on a terminal without showing it, else one line of standard input, or LYKTA_PASSPHRASE.
import { createInterface } from 'node:readline/promises'
import type { Context } from './command.ts'
import { messages } from './messages/messages.ts'

export async function askPassphrase({ environment, language, say }: Context): Promise<string> {
  const given = environment.variables['LYKTA_PASSPHRASE']
  if (given !== undefined) return given
  if (environment.interactive) {
    process.stderr.write(`${messages[language].passphrase} `)
    const typed = await hiddenLine()
    say('')
    return typed
  }
  const lines = createInterface({ input: process.stdin })
  for await (const line of lines) return line
  return ''
}

function hiddenLine(): Promise<string> {
  const { stdin } = process
  return new Promise((resolve) => {
    let typed = ''
    stdin.setRawMode(true).setEncoding('utf8').resume()
    const end = (done: () => void): void => {
      stdin.setRawMode(false).pause().off('data', hear)
      done()
    }
    const hear = (text: string): void => {
      for (const character of text) {
        if (character === '\r' || character === '\n') return end(() => resolve(typed))
        // The terminal no longer makes Ctrl+C a signal: it is sent on, to whoever hears signals while the database is open.
        if (character === '\u0003') return end(() => process.kill(process.pid, 'SIGINT'))
        typed = character === '\u007F' || character === '\b' ? typed.slice(0, -1) : typed + character
      }
    }
    stdin.on('data', hear)
  })
}
