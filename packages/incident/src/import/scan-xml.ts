// Walks through the XML of a spreadsheet part, tag by tag, in one pass and without building a tree.

export type XmlAttributes = ReadonlyMap<string, string>

export type XmlHandler = {
  /** Attributes are read only when asked for: most tags' are not needed. */
  open(name: string, attributes: () => XmlAttributes): void
  close(name: string): void
  text(text: string): void
}

/** Calls the handler in document order; throws Error when a tag does not end. Entities other than XML's five stay as they are. */
export function scanXml(xml: string, handler: XmlHandler): void {
  let at = xml.indexOf('<')
  while (at !== -1) {
    const end = scanMarkup(xml, at, handler)
    at = xml.indexOf('<', end)
    const text = xml.slice(end, at === -1 ? xml.length : at)
    if (text !== '') handler.text(decodeEntities(text))
  }
}

function scanMarkup(xml: string, at: number, handler: XmlHandler): number {
  if (xml.startsWith('<!--', at)) return endOf(xml, '-->', at + 4)
  if (xml.startsWith('<![CDATA[', at)) {
    const end = endOf(xml, ']]>', at + 9)
    handler.text(xml.slice(at + 9, end - 3))
    return end
  }
  if (xml.startsWith('<?', at)) return endOf(xml, '?>', at + 2)
  const end = endOfTag(xml, at + 1)
  if (xml.startsWith('<!', at)) return end
  if (xml.startsWith('</', at)) {
    handler.close(xml.slice(at + 2, end - 1).trim())
    return end
  }
  const selfClosing = xml.charAt(end - 2) === '/'
  const content = xml.slice(at + 1, selfClosing ? end - 2 : end - 1)
  const name = /^\S*/.exec(content)?.[0] ?? ''
  handler.open(name, () => readAttributes(content.slice(name.length)))
  if (selfClosing) handler.close(name)
  return end
}

function endOf(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  if (at === -1) throw new Error('scanXml: unfinished markup')
  return at + mark.length
}

/** An attribute's value may hold ">", so quotes are followed; forward only, whatever the text. */
function endOfTag(xml: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const letter = xml.charAt(at)
    if (letter === '>') return at + 1
    if (letter === '"' || letter === "'") {
      at = xml.indexOf(letter, at + 1)
      if (at === -1) break
    }
  }
  throw new Error('scanXml: unfinished tag')
}

function readAttributes(text: string): XmlAttributes {
  const attributes = new Map<string, string>()
  // Sticky: a text that is no attribute ends the walk at once instead of being tried from each of its letters.
  const pattern = /\s*([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    attributes.set(match[1] ?? '', decodeEntities(match[2] ?? match[3] ?? ''))
  }
  return attributes
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
