// The colours and sizes of charts. The page's style sheet maps each colour to its own for light and dark; paper takes them as they are.

export const ink = {
  /** Bars and figures. */
  strong: '#12282c',
  /** The edition's own year. */
  accent: '#0b5d63',
  /** Axis words and remarks. */
  soft: '#4a5d5f',
  /** Baselines and gaps. */
  line: '#7b8784',
} as const

/** Two drawings of each chart: for a page and for a phone, in units of the drawing. */
export const sizes = { wide: { width: 640, font: 13.5 }, narrow: { width: 340, font: 13 } } as const

export type Size = keyof typeof sizes
