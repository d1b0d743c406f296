// What may be told of a defect: its kind and where in the program, never a value that somebody wrote.

/** Causes of causes of causes say no more, and may go round in a ring. */
const DEEPEST = 5

/**
 * Name, code and frames of an error and of what caused it, without their messages: a message may quote what somebody
 * wrote, and PostgreSQL's do.
 */
export function describeDefect(error: unknown): string {
  return describe(error, 0).join('\n')
}

function describe(error: unknown, depth: number): readonly string[] {
  if (!(error instanceof Error)) return ['unknown']
  const code = wordOf((error as { readonly code?: unknown }).code)
  const own = [`${wordOf(error.name) ?? 'Error'}${code === undefined ? '' : ` ${code}`}`, ...framesOf(error)]
  if (depth === DEEPEST) return own
  const causes = [...(error.cause === undefined ? [] : [error.cause]), ...(error instanceof AggregateError ? error.errors.slice(0, DEEPEST) : [])]
  return [...own, ...causes.flatMap((cause) => ['caused by', ...describe(cause, depth + 1)])]
}

/** Names and codes are single words; whatever is longer or has spaces is somebody's text. */
function wordOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z0-9_.]{0,49}$|^[A-Z0-9]{5}$/.test(value) ? value : undefined
}

/** The lines after the message, which may itself have lines that look like frames; a message that was changed since hides them all. */
function framesOf({ message, stack = '' }: Error): readonly string[] {
  const at = stack.indexOf(message)
  const lines = at < 0 ? [] : stack.slice(at + message.length).split('\n')
  return lines.filter((line) => line.startsWith('    at '))
}
