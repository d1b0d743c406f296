// When an incident is closed, focus goes back to where it was opened: its place in the list.
import { useEffect, useRef } from 'react'
import { arrival } from '../../components/arrival.ts'

export function useReturnToList(open: string | undefined): void {
  const last = useRef(open)
  useEffect(() => {
    const left = last.current
    last.current = open
    if (left === undefined || open !== undefined) return
    arrival.take()
    const links = [...document.querySelectorAll<HTMLElement>('[data-incident]')]
    // Opened by its address, an incident may stand further down than the list has come.
    const place = links.find((link) => link.dataset['incident'] === left) ?? document.querySelector<HTMLElement>('.incidents-list h1')
    place?.focus()
  }, [open])
}
