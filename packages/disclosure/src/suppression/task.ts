// What is to be protected: cells, how they add up, which may be hidden, and what must stay possible for an attacker.

/**
 * `sensitive`: hidden from the beginning. `latent`: never printed, and nobody's concern. `shown`: may not be hidden.
 * `open`: printed unless another cell needs it hidden.
 */
export type Standing = 'sensitive' | 'latent' | 'shown' | 'open'

export type SuppressionCell = {
  readonly value: number
  readonly standing: Standing
  /** What it costs to hide it, as a whole number above zero; of open cells alone. */
  readonly weight: number
  /** What everybody knows of it anyway. */
  readonly lower: number
  readonly upper: number
}

/** Σ coefficient × cell = 0. */
export type Equation = readonly (readonly [cell: number, coefficient: number])[]

/** What one attacker knows of every cell, by its place. */
export type Bounds = { readonly lower: readonly number[]; readonly upper: readonly number[] }

/** The attacker must believe possible a value this much above the true one, and this much below. */
export type Need = {
  readonly cell: number
  readonly up: number
  readonly down: number
  /** Of an attacker who knows more than everybody: its bounds instead of the cells' own. */
  readonly known?: Bounds | undefined
}

export type SuppressionTask = {
  readonly cells: readonly SuppressionCell[]
  readonly equations: readonly Equation[]
  readonly needs: readonly Need[]
  /** Open cells of which one at least is hidden in every safe pattern: what is known of safety beyond the needs. */
  readonly oneOf?: readonly (readonly number[])[] | undefined
}
