// After a check that found something: focus to the first field that is wrong, once it is marked; its error is read with it.
/** Returns what a check answers that sends nothing. */
export function focusWrong(form: HTMLElement | null): undefined {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  return undefined
}
