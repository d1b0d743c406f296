// A text in pieces, each with the mark that matters most there: what lies under the field and shows what was found.

export type SpanKind = 'error' | 'changed' | 'asked' | 'bound'
export type Span = { readonly from: number; readonly to: number; readonly kind: SpanKind }
export type Segment = { readonly text: string; readonly kind: SpanKind | null }

const order: readonly SpanKind[] = ['error', 'changed', 'asked', 'bound']

/** Joined, the pieces are the text. */
export function segmentsOf(text: string, spans: readonly Span[]): readonly Segment[] {
  const edges = [...new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])])].filter((at) => at >= 0 && at <= text.length).toSorted((a, b) => a - b)
  const segments: Segment[] = []
  for (const [index, from] of edges.slice(0, -1).entries()) {
    const to = edges[index + 1]!
    const kind = order.find((one) => spans.some((span) => span.kind === one && span.from <= from && span.to >= to)) ?? null
    const last = segments.at(-1)
    if (last && last.kind === kind) segments[segments.length - 1] = { text: last.text + text.slice(from, to), kind }
    else segments.push({ text: text.slice(from, to), kind })
  }
  return segments
}
