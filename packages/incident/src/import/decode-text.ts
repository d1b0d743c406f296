// The bytes of a text file as text: UTF-8, or Windows-1252 when they cannot be UTF-8.
import { knownProblem } from '../messages/known-problem.ts'
import { ProblemError } from '../problem.ts'

export type DecodedText = {
  readonly text: string
  readonly encoding: 'utf-8' | 'windows-1252'
}

/**
 * Decodes without a byte order mark. Throws ProblemError for what is no text (UTF-16 included: its NUL bytes show), and for
 * text that is partly UTF-8: read as Windows-1252 its good letters would silently turn into pairs of wrong ones.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const decoded = decode(bytes)
  // oxlint-disable-next-line no-control-regex -- control characters are what tells a binary file
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(decoded.text.slice(0, 100_000))) {
    throw new ProblemError([knownProblem('import.file-kind', {})])
  }
  return decoded
}

function decode(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    const lenient = new TextDecoder('utf-8').decode(bytes)
    if (/[\u0080-\ufffc]/.test(lenient)) throw new ProblemError([knownProblem('import.encoding-mixed', {})])
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
}
