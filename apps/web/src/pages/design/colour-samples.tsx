// The colours by their names in tokens.css, each with the ink that is read on it.
import type { ReactNode } from 'react'

const pairs = [
  ['paper', 'ink'], ['paper-raised', 'ink'], ['paper-sunken', 'ink-soft'], ['accent', 'on-accent'], ['accent-strong', 'on-accent'], ['accent-wash', 'accent-strong'],
  ['lamp-wash', 'lamp-ink'], ['danger', 'on-danger'], ['danger-wash', 'danger'], ['ink', 'paper'],
] as const

export function ColourSamples(): ReactNode {
  return (
    <ul className="swatches">
      {pairs.map(([ground, ink]) => (
        <li key={`${ground} ${ink}`} style={{ background: `var(--${ground})`, color: `var(--${ink})` }}>
          <code>{ground}</code>
          <code>{ink}</code>
        </li>
      ))}
    </ul>
  )
}
