// The field in which a chapter is written. Under it lies the same text, with what was found in marks: a browser draws none inside a field.
import { type KeyboardEvent, type ReactNode, type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react'
import { type Segment, segmentsOf, type Span } from './segments.ts'

export type WritingAreaHandle = { readonly select: (from: number, to: number) => void }

export type WritingAreaProps = {
  readonly ref?: Ref<WritingAreaHandle>
  readonly label: string
  readonly language: string
  readonly text: string
  readonly spans: readonly Span[]
  readonly describedBy: string
  readonly isReadOnly: boolean
  /** The caret that belongs to the text after an act or a step back; null while somebody types. */
  readonly selection: { readonly from: number; readonly to: number } | null
  readonly onChange: (text: string, from: number, to: number) => void
  readonly onSelect: (from: number, to: number) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

export function WritingArea({ ref, label, language, text, spans, describedBy, isReadOnly, selection, onChange, onSelect, onKeyDown }: WritingAreaProps): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null)
  const select = (from: number, to: number): void => {
    field.current?.focus({ preventScroll: true })
    field.current?.setSelectionRange(from, to)
    scrollToMark(field.current, from)
  }
  useImperativeHandle(ref, () => ({ select }))
  useLayoutEffect(() => {
    if (selection && document.activeElement === field.current) field.current?.setSelectionRange(selection.from, selection.to)
  }, [selection])
  return (
    <div className="writing">
      <div className="writing-under" aria-hidden="true" lang={language}>
        {segmentsOf(text, spans).map((segment, index) => <Marked key={index} segment={segment} />)}
        {'\n'}
      </div>
      <textarea
        ref={field} className="writing-field" aria-label={label} aria-describedby={describedBy} lang={language} value={text} readOnly={isReadOnly} spellCheck maxLength={200_000} autoComplete="off"
        onChange={({ currentTarget: { value, selectionStart, selectionEnd } }) => onChange(value, selectionStart, selectionEnd)}
        onSelect={({ currentTarget: { selectionStart, selectionEnd } }) => onSelect(selectionStart, selectionEnd)}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}

function Marked({ segment: { text, kind } }: { readonly segment: Segment }): ReactNode {
  return kind === null ? text : <span className={`writing-mark writing-${kind}`}>{text}</span>
}

/** The field is as high as its text: the page is what moves. The layer under it knows where the letter stands. */
function scrollToMark(field: HTMLTextAreaElement | null, at: number): void {
  const under = field?.previousElementSibling
  if (!field || !under) return
  const walker = document.createTreeWalker(under, NodeFilter.SHOW_TEXT)
  let left = at
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent ?? ''
    if (left <= length) {
      const range = document.createRange()
      range.setStart(node, Math.min(left, length))
      const { top } = range.getBoundingClientRect()
      if (top < 120 || top > innerHeight - 120) scrollBy({ top: top - innerHeight / 3 })
      return
    }
    left -= length
  }
}
