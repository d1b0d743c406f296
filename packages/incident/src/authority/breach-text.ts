// What is told of a breach in words, in parts, as the one text that is sealed: each under a heading that any program that opens it can read.

export const breachParts = ['happened', 'consequences', 'measures', 'delay'] as const
export type BreachPart = (typeof breachParts)[number]
export type BreachTextParts = Readonly<Record<BreachPart, string>>

/** Empty when nothing is told. A line that looks like a heading is set in, so that it begins no part. */
export function joinBreachText(parts: BreachTextParts): string {
  return breachParts.filter((part) => parts[part].trim() !== '')
    .map((part) => `## ${part}\n${parts[part].trim().replaceAll(/^(?= *## )/gm, ' ')}`).join('\n\n')
}

/** The other way; what stands before any heading was told of what happened. */
export function splitBreachText(text: string): BreachTextParts {
  const found: Record<BreachPart, string> = { happened: '', consequences: '', measures: '', delay: '' }
  let part: BreachPart = 'happened'
  for (const line of text.split('\n')) {
    const heading = breachParts.find((one) => line === `## ${one}`)
    if (heading) part = heading
    else found[part] += `${line.replace(/^ (?= *## )/, '')}\n`
  }
  return { happened: found.happened.trim(), consequences: found.consequences.trim(), measures: found.measures.trim(), delay: found.delay.trim() }
}
