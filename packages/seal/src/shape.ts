// Checks of what was opened or received, field by field; what passes has exactly these fields and no second spelling.
export type Check = (value: unknown) => boolean

export const isHash: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
export const isText: Check = (value) => typeof value === 'string' && value.isWellFormed()
export const isName: Check = (value) => isText(value) && value !== ''
export const isPositive: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 1
export const isTime: Check = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value)
export const isSignature: Check = (value) => typeof value === 'string' && /^[0-9a-f]{128}$/.test(value)
/** A random UUID in its one spelling. */
export const isId: Check = (value) => typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value)
export const isRecipient: Check = (value) => typeof value === 'string' && /^age1pq1[a-z0-9]{1952}$/.test(value)

export const orNull = (check: Check): Check => (value) => value === null || check(value)

/** True when the value is an object with exactly the named fields, each as it should be. */
export function hasShape(value: unknown, checks: Readonly<Record<string, Check>>): boolean {
  const fields = record(value)
  return (
    Object.keys(fields).length === Object.keys(checks).length &&
    Object.entries(checks).every(([field, check]) => Object.hasOwn(fields, field) && check(fields[field]))
  )
}

/** Its fields; none for anything that is no object. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** JSON in UTF-8; undefined for anything else. */
export function findJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
}
