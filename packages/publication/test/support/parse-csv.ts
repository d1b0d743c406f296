// RFC 4180 read back, for tests: as a statistician's program would, knowing nothing of how it was written.

export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let field = ''
  let quoted = false
  const source = text.replace(/^\ufeff/, '')
  for (let index = 0; index < source.length; index++) {
    const character = source[index]!
    if (quoted && character === '"' && source[index + 1] === '"') {
      field += '"'
      index++
    } else if (character === '"') {
      quoted = !quoted
    } else if (!quoted && (character === ',' || character === '\n')) {
      rows.at(-1)!.push(field)
      field = ''
      if (character === '\n') rows.push([])
    } else if (quoted || character !== '\r') {
      field += character
    }
  }
  if (quoted || field !== '' || rows.at(-1)!.length > 0) throw new Error('CSV: the text ends within a line')
  return rows.slice(0, -1)
}
