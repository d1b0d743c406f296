// Whether a reader has just come from another page: the heading then takes the focus, once.

let arriving = false

export const arrival = {
  /** Told by the router; the first page leaves focus where the browser put it. */
  note: (): void => {
    arriving = true
  },
  take: (): boolean => {
    const came = arriving
    arriving = false
    return came
  },
}
