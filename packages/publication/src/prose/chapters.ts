// The chapters of a report's prose, as they stand in its file: joined in their order they are the file again.

export type Chapter = {
  /** The heading's name, `{#summary}`; "top" before the first heading of a chapter; its line where a name is missing. */
  readonly id: string
  /** As it is written, without its name. */
  readonly title: string
  /** From 1. */
  readonly line: number
  /** In UTF-16 units of the file; `to` is the first one after. */
  readonly from: number
  readonly to: number
}

const heading = /^##[ \t]+(?<title>.*?)[ \t]*(?:\{#(?<id>[a-z][a-z-]*)\})?[ \t]*$/

/** Parted at headings of the second level; a smaller heading belongs to its chapter. */
export function chaptersOf(text: string): readonly Chapter[] {
  const chapters: Chapter[] = []
  let at = 0
  let open: Omit<Chapter, 'to'> = { id: 'top', title: titleOf(text), line: 1, from: 0 }
  for (const [index, line] of text.split('\n').entries()) {
    const found = heading.exec(line)
    if (found) {
      if (at > 0) chapters.push({ ...open, to: at })
      open = { id: found.groups?.['id'] ?? `line-${index + 1}`, title: found.groups?.['title'] ?? '', line: index + 1, from: at }
    }
    at += line.length + 1
  }
  chapters.push({ ...open, to: text.length })
  return chapters
}

/** The chapter in which a place of the file lies. */
export function chapterAt(chapters: readonly Chapter[], at: number): Chapter {
  return chapters.findLast(({ from }) => from <= at) ?? chapters[0]!
}

function titleOf(text: string): string {
  return /^#[ \t]+(?<title>.*)$/m.exec(text)?.groups?.['title']?.trim() ?? ''
}
