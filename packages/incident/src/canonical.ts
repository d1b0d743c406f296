// Canonical bytes of coded answers: RFC 8785 JSON of NFC text and whole numbers, so that equal answers hash equally.
import canonicalize from 'canonicalize'

/** RFC 8785 text of plain data; every string is put in NFC first, and a number that is not whole is refused. */
export function canonicalText(value: unknown): string {
  // Nearly all of it is as it should be, and copying ten thousand incidents takes longer than looking them through.
  const text = canonicalize(isNormalised(value) ? value : normalised(value))
  if (text === undefined) throw new Error('canonicalText: not representable as JSON')
  return text
}

/** True when `normalised` would give an equal value. */
function isNormalised(value: unknown): boolean {
  if (typeof value === 'string') return value === value.normalize('NFC')
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (Array.isArray(value)) return value.every(isNormalised)
  if (value !== null && typeof value === 'object') {
    return !('toJSON' in value) && Object.entries(value).every(([key, inner]) => isNormalised(key) && isNormalised(inner))
  }
  return true
}

function normalised(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Error('canonicalText: only whole numbers are stored')
    return value
  }
  if (Array.isArray(value)) return value.map(normalised)
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.normalize('NFC'), normalised(inner)]))
  }
  return value
}
