// Asks a server that runs in a process of its own, as the programs of a test do.

/**
 * Once more when a connection that was kept for the next question has been closed by the server in that moment: it had lain still
 * while this process was busy, and nothing of the question has arrived.
 */
export function askServer(address: () => string): (path: string, init?: RequestInit) => Promise<Response> {
  return (path, init = {}) => {
    const send = (): Promise<Response> => fetch(`${address()}${path}`, init)
    return send().catch(send)
  }
}
