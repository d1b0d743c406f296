// How wide an element is, so that a chart is drawn in real pixels and its text keeps its size.
import { type RefObject, useEffect, useRef, useState } from 'react'

export function useWidth<Element extends HTMLElement>(fallback: number): readonly [RefObject<Element | null>, number] {
  const element = useRef<Element>(null)
  const [width, setWidth] = useState(fallback)
  useEffect(() => {
    const target = element.current
    if (!target) return undefined
    const watcher = new ResizeObserver(([entry]) => entry && setWidth(Math.max(200, Math.floor(entry.contentRect.width))))
    watcher.observe(target)
    return () => watcher.disconnect()
  }, [])
  return [element, width]
}
