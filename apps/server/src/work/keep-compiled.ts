// What one thread of an edition compiled of the solver and of what draws charts is kept for the next: each has a thread of its own.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** As `solve-extremes.ts` and `draw-png.ts` load them: the same bytes share their compiled code within a process, while anybody holds it. */
const programs = ['highs/runtime', '@resvg/resvg-wasm/index_bg.wasm']

let kept: Promise<readonly WebAssembly.Module[]> | undefined

/** Costs next to nothing itself, for a function is compiled when it is first called. Without it every edition compiles them anew: a fourth of its work. */
export function keepCompiled(): void {
  const { resolve } = createRequire(import.meta.url)
  kept ??= Promise.all(programs.map(async (program) => WebAssembly.compile(await readFile(resolve(program)))))
  // Who needs them says what is wrong with them.
  kept.catch(() => undefined)
}
