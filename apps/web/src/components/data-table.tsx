// A table of numbers that scrolls sideways by itself, keeps its first column, and can be walked with the arrow keys.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useMessages } from '../messages/messages.ts'
import './data-table.css'

export type DataTableProps = {
  readonly caption: string
  /** Shown under the caption: unit and base. */
  readonly about?: ReactNode
  readonly children: ReactNode
  readonly className?: string
}

export function DataTable({ caption, about, children, className }: DataTableProps): ReactNode {
  const { statistics } = useMessages()
  const scroller = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const watcher = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth + 1))
    watcher.observe(element)
    element.addEventListener('keydown', moveBetweenNumbers)
    return () => {
      watcher.disconnect()
      element.removeEventListener('keydown', moveBetweenNumbers)
    }
  }, [])
  return (
    <div
      ref={scroller}
      className={`table-scroll${className === undefined ? '' : ` ${className}`}`}
      // A region that scrolls must be reachable by keyboard; one that does not is no stop.
      {...(scrolls ? { tabIndex: 0, role: 'region', 'aria-label': statistics.scroll(caption) } : {})}
    >
      <table className="table">
        <caption>
          <span className="table-caption">{caption}</span>
          {about !== undefined && <span className="table-about">{about}</span>}
        </caption>
        {children}
      </table>
    </div>
  )
}

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
}

/** Arrow keys go from number to number, so that a table of sixty numbers need not be sixty tab stops to cross. */
function moveBetweenNumbers(event: KeyboardEvent): void {
  const step = steps[event.key]
  const from = event.target instanceof HTMLElement ? event.target.closest('td') : null
  if (!step || !from || !(event.target instanceof HTMLButtonElement)) return
  const row = from.parentElement as HTMLTableRowElement
  const rows = [...(row.closest('table')?.rows ?? [])]
  for (let [r, c] = [rows.indexOf(row) + step[0], from.cellIndex + step[1]]; ; r += step[0], c += step[1]) {
    const next = rows[r]
    if (!next || c < 0 || c >= row.cells.length) return
    // A row that only names a group has one cell: it is stepped over.
    const button = next.cells[c]?.querySelector<HTMLElement>('button.number')
    if (!button) continue
    event.preventDefault()
    button.focus()
    return
  }
}
