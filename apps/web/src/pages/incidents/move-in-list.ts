// Moves the focus to the next or previous incident of the list.

/** Says whether there was a list to move in. */
export function moveInList(step: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>('[data-incident]')]
  if (links.length === 0) return false
  const at = links.findIndex((link) => link === document.activeElement)
  const open = links.findIndex((link) => link.getAttribute('aria-current') === 'page')
  const from = at >= 0 ? at : open
  const next = from < 0 ? (step === 1 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, from + step))
  links[next]!.focus()
  links[next]!.scrollIntoView({ block: 'nearest' })
  return true
}
