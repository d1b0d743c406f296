// The same address under a name, for what browsers give to names only.

/** http://localhost:PORT/… of a page that was opened as http://127.0.0.1:PORT/…. */
export function addressByName(path = location.pathname): string {
  return `http://localhost${location.port === '' ? '' : `:${location.port}`}${path}`
}
