// Two texts line by line: which lines differ, and both changes of a third one in one text where they do not meet.

export type LineChange = {
  /** Lines of the old text, from 0; none when it is an insertion before `from`. */
  readonly from: number
  readonly to: number
  readonly lines: readonly string[]
}

/** What makes the old lines the new ones, in order; by longest common subsequence. */
export function lineChanges(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const [old, fresh] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  const longest = table(old, fresh)
  const changes: LineChange[] = []
  let [i, j] = [0, 0]
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      i += 1
      j += 1
      continue
    }
    const [from, start] = [i, j]
    while ((i < old.length || j < fresh.length) && !(i < old.length && j < fresh.length && old[i] === fresh[j])) {
      if (j < fresh.length && (i >= old.length || longest[i]![j + 1]! >= longest[i + 1]![j]!)) j += 1
      else i += 1
    }
    changes.push({ from: head + from, to: head + i, lines: fresh.slice(start, j) })
  }
  return changes
}

/** Length of the longest common subsequence of what is left from each place on. */
function table(old: readonly string[], fresh: readonly string[]): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: old.length + 1 }, () => Array.from({ length: fresh.length + 1 }, () => 0))
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = fresh.length - 1; j >= 0; j -= 1) rows[i]![j] = old[i] === fresh[j] ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!)
  }
  return rows
}

/** Undefined where both have changed the same lines, or lines beside each other: then somebody has to look. */
export function mergedText(base: string, mine: string, theirs: string): string | undefined {
  const lines = base.split('\n')
  const [own, other] = [lineChanges(lines, mine.split('\n')), lineChanges(lines, theirs.split('\n'))]
  const same = (a: LineChange, b: LineChange): boolean => a.from === b.from && a.to === b.to && a.lines.join('\n') === b.lines.join('\n')
  if (own.some((a) => other.some((b) => a.from <= b.to && b.from <= a.to && !same(a, b)))) return undefined
  const all = [...own, ...other.filter((b) => !own.some((a) => same(a, b)))].toSorted((a, b) => b.from - a.from)
  const merged = [...lines]
  for (const { from, to, lines: fresh } of all) merged.splice(from, to - from, ...fresh)
  return merged.join('\n')
}
