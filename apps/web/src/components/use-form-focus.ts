// Focus follows a form that stands in place of the button which opens it: to its first field, and back to that button when it closes.
import { type RefObject, useEffect, useRef } from 'react'

export type FormFocus<Which extends string> = {
  /** For the element around the fields. */
  readonly form: RefObject<HTMLDivElement | null>
  /** For the button that opens this form. */
  readonly opener: (which: Which) => (button: HTMLButtonElement | null) => void
}

/** `open`: which form is open; undefined when none is. */
export function useFormFocus<Which extends string>(open: Which | undefined): FormFocus<Which> {
  const form = useRef<HTMLDivElement>(null)
  const openers = useRef(new Map<Which, HTMLButtonElement>())
  const before = useRef(open)
  useEffect(() => {
    const last = before.current
    if (last === open) return
    before.current = open
    if (open !== undefined) focusFirst(form.current)
    else if (last !== undefined) openers.current.get(last)?.focus()
  }, [open])
  const opener = (which: Which) => (button: HTMLButtonElement | null): void => {
    if (button) openers.current.set(which, button)
    else openers.current.delete(which)
  }
  return { form, opener }
}

/** Of radio buttons the one that Tab would stop at. */
function focusFirst(form: HTMLElement | null): void {
  const fields = [...(form?.querySelectorAll<HTMLElement>('input, select, textarea') ?? [])]
  fields.find((field) => field.tabIndex >= 0)?.focus()
}
