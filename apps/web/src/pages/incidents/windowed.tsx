// Rows of a long list in pieces: what is far from sight is a space of its height, so that ten thousand scroll like ten.
import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Rows in a piece. */
export const pieceSize = 50
/** What is this near to being seen is there already, so that the keys find the next row. */
const margin = '1200px 0px'

export type PieceProps = {
  readonly as: 'tbody' | 'ul'
  /** How high it is before it was ever measured, in pixels. */
  readonly guess: number
  readonly className?: string
  readonly label?: string
  /** The first is there from the beginning. */
  readonly isFirst: boolean
  readonly children: ReactNode
}

export function Piece({ as: Tag, guess, className, label, isFirst, children }: PieceProps): ReactNode {
  const piece = useRef<HTMLElement>(null)
  // Null while it is near, and its rows are there; else its height.
  const [height, setHeight] = useState<number | null>(isFirst ? null : guess)
  useEffect(() => {
    const element = piece.current
    if (!element) return undefined
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry) return
      if (!entry.isIntersecting && element.contains(document.activeElement)) return
      const measured = entry.boundingClientRect.height
      setHeight(entry.isIntersecting || measured === 0 ? null : measured)
    }, { rootMargin: margin })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const space = { height: `${height ?? 0}px` }
  return (
    <Tag ref={piece as never} className={className} aria-label={label}>
      {height === null ? children : Tag === 'tbody' ? <tr className="windowed-space" aria-hidden="true"><td colSpan={99} style={space}>{' '}</td></tr> : <li className="windowed-space" aria-hidden="true" style={space} />}
    </Tag>
  )
}

/** Fetches the next page when its beginning comes near, once (give it a key); as high as all that is still to come. */
export function Rest({ height, onNear }: { readonly height: number; readonly onNear: () => void }): ReactNode {
  const rest = useRef<HTMLDivElement>(null)
  const act = useRef(onNear)
  useEffect(() => {
    act.current = onNear
  })
  useEffect(() => {
    const element = rest.current
    if (!element) return undefined
    const observer = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) act.current()
    }, { rootMargin: margin })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return <div ref={rest} style={{ height: `${height}px` }} aria-hidden="true" />
}

/** In pieces, each with the number of its first. */
export function inPieces<T>(list: readonly T[]): readonly { readonly first: number; readonly rows: readonly T[] }[] {
  return Array.from({ length: Math.ceil(list.length / pieceSize) }, (_, piece) => ({ first: piece * pieceSize, rows: list.slice(piece * pieceSize, (piece + 1) * pieceSize) }))
}
