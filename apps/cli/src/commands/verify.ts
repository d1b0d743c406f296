// `lykta verify`: recomputes the audit chain and every projection, and says what does not agree.
import { verifyRegister } from '@lykta/register'
import { renderProblem } from '@lykta/server'
import type { Command } from '../command.ts'
import { messages } from '../messages/messages.ts'
import { withRegister } from '../with-desk.ts'

export const verify: Command = {
  name: 'verify',
  takes: '',
  count: [0, 0],
  summary: { sv: 'räkna om loggkedjan och allt härlett, och säg vad som inte stämmer', en: 'recompute the audit chain and all that is derived, and say what does not agree' },
  options: {},
  run: async (context) => {
    return withRegister(context, {}, async (register) => {
      const findings = (await verifyRegister(register)).flatMap((network) => network.findings)
      for (const finding of findings) context.say(renderProblem(finding, context.language))
      const words = messages[context.language]
      // An erased text is told, but nothing is wrong.
      const faults = findings.filter(({ severity }) => severity === 'error').length
      context.say(faults === 0 ? words.verified : words.notVerified(faults))
      return faults === 0 ? 0 : 1
    })
  },
}
