// Words for reading aloud or for writing down: numbered, large, one after the other.
import type { ReactNode } from 'react'
import './spoken-words.css'

/** The words are of one list in English, whatever the page's language. */
export function SpokenWords({ words, label }: { readonly words: readonly string[]; readonly label: string }): ReactNode {
  return (
    <ol className="spoken-words" aria-label={label} lang="en">
      {words.map((word, index) => <li key={`${index}${word}`}>{word}</li>)}
    </ol>
  )
}
