// Joins neighbouring steps until each class of incidents is large enough by itself: what a funnel with fewer steps is made of.

/** From the first step on; what is left at the end goes to the class before it. One class says nothing of any step. */
export function neighbouringClasses(codes: readonly string[], mayStand: (members: readonly string[]) => boolean): readonly (readonly string[])[] {
  const classes: (readonly string[])[] = []
  let open: readonly string[] = []
  for (const code of codes) {
    open = [...open, code]
    if (!mayStand(open)) continue
    classes.push(open)
    open = []
  }
  if (open.length === 0) return classes
  // The rest may make a class too large to stand, when all that is left beside it is too little.
  for (let rest = [...(classes.pop() ?? []), ...open]; ; rest = [...classes.pop()!, ...rest]) {
    if (classes.length === 0 || mayStand(rest)) return [...classes, rest]
  }
}
