// A list as it is written in a field: one thing on each line, empty ones left out.
export function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => line.trim().slice(0, 120)).filter((line) => line !== '')
}
