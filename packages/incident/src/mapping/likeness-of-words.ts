// How alike two wordings are: the share of their words that begin alike, so that "many phones" finds "Has many mobile phones".

const small: ReadonlySet<string> = new Set('och eller i på av för med som att den det en ett har är till från the and or of to a an in on for with has is are by their they'.split(' '))

function stems(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).filter((word) => !small.has(word)).map((word) => word.slice(0, 5))
}

/** 0 to 1: 1 when every word of the shorter is in the longer; a single short word is like nothing. */
export function likenessOfWords(one: string, other: string): number {
  const left = new Set(stems(one))
  const right = new Set(stems(other))
  const [fewer, more] = left.size <= right.size ? [left, right] : [right, left]
  const common = [...fewer].filter((stem) => more.has(stem)).length
  if (fewer.size === 0 || (common === 1 && [...fewer].every((stem) => stem.length < 5))) return 0
  // A little less for what the longer has besides, so that of two that hold all words the nearer one is found.
  return common / fewer.size - 0.01 * (more.size - common)
}
