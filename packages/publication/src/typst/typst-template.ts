// The PDF's layout, in Typst: it walks the tree in edition.json. Prose stands in a narrow column, headings and pictures hang out to the left.

export const typstTemplate = String.raw`
#let d = json("edition.json")
#let ink = rgb("#12282c")
#let soft = rgb("#4a5d5f")
#let accent = rgb("#0b5d63")
#let lamp = rgb("#734700")
#let lampwash = rgb("#fbefd3")
#let hairline = rgb("#dfd8c9")
#let sans = "Source Sans 3"
#let indent = 2.4cm

#set document(title: d.title, author: d.publisher, description: d.subtitle, date: auto)
#set text(lang: d.language, font: "Source Serif 4", size: 10.6pt, fill: ink, hyphenate: true)
#set par(leading: 0.7em, spacing: 1.05em, justify: false)

#let marks = if d.marks.len() > 0 {
  block(width: 100%, fill: lampwash, inset: (x: 8pt, y: 5pt), stroke: (bottom: 0.8pt + rgb("#eba82d")),
    text(font: sans, size: 8.4pt, weight: 600, fill: lamp, hyphenate: false, d.marks.map(m => m.text).join([ #h(0.6em) · #h(0.6em) ])))
}
#set page(
  paper: "a4",
  margin: (top: 3.1cm, bottom: 2.6cm, x: 2.8cm),
  header-ascent: 0.75cm,
  footer-descent: 0.8cm,
  header: {
    set align(bottom)
    if marks != none { marks }
    context if counter(page).get().first() > 1 {
      block(above: 6pt, text(font: sans, size: 8.4pt, fill: soft)[#d.title #h(1fr) #d.publisher])
    }
  },
  footer: context text(font: sans, size: 8.4pt, fill: soft)[#h(1fr) #d.words.page #counter(page).display()],
)

#show heading: set text(font: "Source Serif 4", weight: 600, hyphenate: false)
#show heading.where(level: 1): it => block(above: 2.6em, below: 1em, width: 100%, sticky: true, inset: (top: 0.8em), stroke: (top: 0.6pt + hairline), text(size: 18pt, it.body))
#show heading.where(level: 2): it => block(above: 1.9em, below: 0.8em, sticky: true, inset: (left: indent), text(size: 12.5pt, it.body))
#show link: set text(fill: accent)
#show figure.where(kind: table): set block(breakable: true)
#set figure.caption(position: top)
#show figure.caption: it => block(width: 100%, below: 0.8em, sticky: true, align(left, text(font: sans, size: 9.6pt, weight: 600)[#it.supplement #context it.counter.display() #h(0.35em) #it.body]))
#set footnote.entry(separator: line(length: 3cm, stroke: 0.5pt + soft))
#show footnote.entry: set text(size: 8.6pt)

#let column(body) = pad(left: indent, body)
#let caps(size: 9.2pt, fill: soft, body) = text(font: sans, size: size, fill: fill, body)

#let one(x) = {
  if x.kind == "text" or x.kind == "figure" { x.text }
  else if x.kind == "strong" { strong(x.children.map(one).join()) }
  else if x.kind == "emphasis" { emph(x.children.map(one).join()) }
  else if x.kind == "link" { if x.href.starts-with("#") { x.children.map(one).join() } else { link(x.href, x.children.map(one).join()) } }
  else if x.kind == "footnote" { footnote(x.children.map(one).join()) }
}
#let inline(xs) = if xs.len() > 0 { xs.map(one).join() }

#let remark(it) = if it != none { linebreak(); text(size: 7.6pt, weight: 400, fill: soft, it) }
#let cell(c) = table.cell(colspan: c.span, align: if c.span > 1 { center + bottom } else { right + bottom }, fill: if c.span > 1 { rgb("#f2ede2") }, {
  text(weight: 600, fill: if c.sign in ("hidden", "unknown", "not-collected") { soft } else { ink }, c.text)
  remark(c.remark)
})
#let printed(t, small: false) = {
  set text(font: sans, size: if small { 8.6pt } else { 9.4pt }, number-width: "tabular", hyphenate: false)
  set par(leading: 0.5em, spacing: 0.6em)
  let body = table(
    columns: (1fr,) + (auto,) * t.columns.len(),
    inset: (x: 6pt, y: if small { 3.2pt } else { 4.6pt }),
    stroke: (x, y) => if y == 0 { (bottom: 0.9pt + ink) } else { (bottom: 0.4pt + hairline) },
    align: (x, y) => if x == 0 { left + bottom } else { right + bottom },
    table.header(strong(t.corner), ..t.columns.map(c => { strong(c.label); remark(c.remark) })),
    ..t.rows.map(r => (
      if r.indented { pad(left: 9pt, text(fill: soft, r.header)) } else { r.header },
      ..r.cells.map(cell),
    )).flatten(),
  )
  figure(kind: table, caption: t.caption, body)
  block(above: 0.5em, below: 1.6em, caps(size: 8.2pt, (..t.notes, t.source).join(" ")))
}

#let chart(c) = block(width: 100%, breakable: false, above: 1.8em, below: 1em, inset: (top: 0.8em), stroke: (top: 1.2pt + ink), {
  text(font: sans, size: 11.4pt, weight: 600, hyphenate: false, c.title)
  block(above: 0.5em, below: 1em, caps(c.subtitle))
  image(c.image, width: 100%, alt: c.alt)
  block(above: 0.9em, caps(size: 8.2pt, c.source))
})

#let highlights(items) = block(width: 100%, above: 1.2em, below: 1.8em, grid(
  columns: (1fr,) * calc.min(items.len(), 4), column-gutter: 14pt, row-gutter: 12pt,
  ..items.map(i => block(width: 100%, breakable: false, inset: (top: 7pt), stroke: (top: 1.2pt + ink), {
    set par(leading: 0.5em, spacing: 0.55em)
    set text(font: sans, hyphenate: false)
    block(below: 0.5em, text(size: 21pt, weight: 600, fill: accent, inline(i.value)))
    block(below: 0.5em, text(size: 9.2pt, i.label))
    text(size: 8pt, fill: soft, i.remark)
  })),
))

#let key(k) = column(block(breakable: false, above: 1.2em, below: 1.4em, {
  set text(font: sans, size: 9.4pt)
  strong(k.title)
  block(above: 0.6em, grid(columns: (1.6em, 1fr), row-gutter: 0.65em,
    ..k.entries.map(e => (align(center, strong(e.text)), e.meaning)).flatten()))
}))

#let show-block(b) = {
  if b.kind == "heading" { heading(level: b.level - 1, inline(b.children)) }
  else if b.kind == "paragraph" { column(inline(b.children)) }
  else if b.kind == "list" {
    let items = b.items.map(i => inline(i))
    column(if b.ordered { enum(tight: false, spacing: 0.7em, ..items) } else { list(tight: false, spacing: 0.7em, marker: text(fill: soft)[–], ..items) })
  }
  else if b.kind == "note" { column(block(inset: (left: 10pt, y: 2pt), stroke: (left: 1.6pt + rgb("#eba82d")), b.children.map(p => inline(p.children)).join(parbreak()))) }
  else if b.kind == "table" { printed(b) }
  else if b.kind == "chart" { chart(b); printed(b.table, small: true) }
  else if b.kind == "highlights" { highlights(b.items) }
  else if b.kind == "key" { key(b) }
  else if b.kind == "downloads" {
    column({ set text(font: sans, size: 8.8pt); set par(spacing: 0.5em)
      list(tight: true, marker: none, body-indent: 0pt, ..b.items.map(i => [#i.label #h(0.4em) #text(fill: soft, i.files.map(f => f.path).join(", "))])) })
  }
}

#v(1.2cm)
#text(font: sans, size: 11pt, weight: 600, fill: accent, d.publisher)
#v(0.2cm)
#show title: block(below: 0.7em, text(size: 33pt, weight: 600, hyphenate: false, tracking: -0.3pt, d.title))
#title()
#block(width: 82%, text(size: 13pt, fill: soft, hyphenate: false, d.subtitle))
#v(1cm)
#block(stroke: (top: 0.6pt + hairline), inset: (top: 12pt), {
  set text(font: sans, size: 9.2pt)
  set par(leading: 0.5em)
  grid(columns: (auto, 1fr), column-gutter: 16pt, row-gutter: 0.75em,
    ..d.facts.map(f => (text(fill: soft, f.name), f.value)).flatten())
})
#v(0.8cm)
#{
  show outline.entry: set text(font: sans, size: 10pt)
  show outline.entry: it => block(above: 0.75em, below: 0.75em, it)
  show heading: it => block(below: 1em, text(font: sans, size: 11pt, weight: 600, it.body))
  outline(title: d.words.contents, depth: 1)
}
#v(1fr)
#block(caps(size: 8.4pt, d.notice))
#pagebreak()
#for b in d.blocks { show-block(b) }
`
