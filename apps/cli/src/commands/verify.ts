// `lykta verify`: recomputes the audit chain and every projection, and says what does not agree.
import { problem } from '@lykta/incident'
import { containsLine, verifyRegister } from '@lykta/register'
import { renderProblem } from '@lykta/server'
import { type Command, UsageError } from '../command.ts'
import { parseHead, renderHeads } from '../heads.ts'
import { messages } from '../messages/messages.ts'
import { withRegister } from '../with-desk.ts'

export const verify: Command = {
  name: 'verify',
  takes: '',
  count: [0, 0],
  summary: { sv: 'räkna om loggkedjan och allt härlett, och säg vad som inte stämmer', en: 'recompute the audit chain and all that is derived, and say what does not agree' },
  details: {
    sv: 'Raderna i slutet av kedjan kan skäras av utan att det syns i den. Ge därför --head en rad som ni har antecknat (från `lykta backup`, `lykta verify` eller en utgåvas manifest.json): finns den inte kvar sägs det.',
    en: 'Lines at the end of the chain can be cut off without a trace in it. So give --head a line that you noted (from `lykta backup`, `lykta verify` or an edition’s manifest.json): if it is no longer there, you are told.',
  },
  options: {
    head: { type: 'string', value: 'HASH[@POSITION]', help: { sv: 'en antecknad rad som ska finnas kvar', en: 'a line once noted that should still be there' } },
  },
  run: async (context) => {
    const words = messages[context.language]
    const asked = context.given.text('head')
    const head = asked === undefined ? undefined : parseHead(asked)
    if (asked !== undefined && !head) throw new UsageError(words.badHead)
    return withRegister(context, {}, async (register) => {
      const networks = await verifyRegister(register)
      const findings = networks.flatMap((network) => network.findings)
      if (head && !(await containsLine(register, head))) findings.push(problem('verify.head-gone', { hash: `${head.hash.slice(0, 12)}…`, position: head.position ?? '' }))
      for (const finding of findings) context.say(renderProblem(finding, context.language))
      // An erased text is told, but nothing is wrong.
      const faults = findings.filter(({ severity }) => severity === 'error').length
      const heads = networks.map(({ network, position, head: hash }) => ({ network, position, hash }))
      if (faults === 0) for (const line of await renderHeads(register, heads)) context.print(line)
      if (faults === 0 && head) context.say(words.headFound)
      context.say(faults === 0 ? words.verified : words.notVerified(faults))
      return faults === 0 ? 0 : 1
    })
  },
}
