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
#let paper = rgb("#faf7f1")
#let glow = rgb("#f4c873")
#let wash = rgb("#f2ede2")
#let indent = 2.4cm
#let panel = 11.2cm

#set document(title: d.title, author: d.publisher, description: d.subtitle, date: auto)
#set text(lang: d.language, font: "Source Serif 4", size: 10.4pt, fill: ink, hyphenate: true, costs: (hyphenation: 160%))
#set par(leading: 0.68em, spacing: 1em, justify: false)

#let marks = if d.marks.len() > 0 {
  block(width: 100%, fill: lampwash, inset: (x: 8pt, y: 4.5pt), stroke: (bottom: 0.8pt + rgb("#eba82d")),
    text(font: sans, size: 8.4pt, weight: 600, fill: lamp, hyphenate: false, d.marks.map(m => m.text).join([ #h(0.5em) · #h(0.5em) ])))
}
#set page(
  paper: "a4",
  margin: (top: 3cm, bottom: 2.4cm, x: 2.6cm),
  header-ascent: 0.7cm,
  footer-descent: 0.8cm,
  // The lantern's light on the first page; a background is no content, so that it is not read aloud.
  background: context if here().page() == 1 and not d.sheet {
    place(top + left, rect(width: 100%, height: panel, fill: gradient.radial((rgb("#7d6125"), 0%), (rgb("#383823"), 34%), (ink, 100%), center: (84%, 78%), radius: 62%)))
    place(top + left, dy: panel, rect(width: 100%, height: 2.4pt, fill: rgb("#eba82d")))
  },
  header: {
    set align(bottom)
    if marks != none { marks }
    context if here().page() > 1 {
      block(above: 6pt, text(font: sans, size: 8.4pt, fill: soft)[#d.title #h(1fr) #d.publisher])
    }
  },
  footer: context if here().page() > 1 { text(font: sans, size: 8.4pt, fill: soft)[#h(1fr) #d.words.page #counter(page).display()] },
)

#show heading: set text(font: "Source Serif 4", weight: 600, hyphenate: false)
#show heading.where(level: 1): it => block(above: 2.3em, below: 0.9em, width: 100%, sticky: true, inset: (top: 0.7em), stroke: (top: 0.6pt + hairline), text(size: 18pt, it.body))
#show heading.where(level: 2): it => block(above: 1.9em, below: 0.8em, sticky: true, inset: (left: indent), text(size: 12.5pt, it.body))
#show link: set text(fill: accent)
#show figure.where(kind: table): set block(breakable: true)
#set figure.caption(position: top)
#show figure.caption: it => block(width: 100%, below: 0.8em, sticky: true, align(left, text(font: sans, size: 9.6pt, weight: 600)[#it.supplement #context it.counter.display() #h(0.35em) #it.body]))
#set footnote.entry(separator: line(length: 3cm, stroke: 0.5pt + soft))
#show footnote.entry: set text(size: 8.6pt)

#let column(body) = pad(left: indent, body)
// Text in a container is a paragraph for a screen reader only when it is told so.
#let caps(size: 9.2pt, fill: soft, body) = par(text(font: sans, size: size, fill: fill, body))

#let one(x) = {
  if x.kind == "text" or x.kind == "figure" { x.text }
  else if x.kind == "strong" { strong(x.children.map(one).join()) }
  else if x.kind == "emphasis" { emph(x.children.map(one).join()) }
  else if x.kind == "link" { if x.href.starts-with("#") { x.children.map(one).join() } else { link(x.href, x.children.map(one).join()) } }
  else if x.kind == "footnote" { footnote(x.children.map(one).join()) }
}
#let inline(xs) = if xs.len() > 0 { xs.map(one).join() }

#let remark(it) = text(size: 7.6pt, weight: 400, fill: soft, it)
#let cell(c) = table.cell(colspan: c.span, align: if c.span > 1 { center + bottom } else { right + bottom }, fill: if c.span > 1 { wash }, {
  text(weight: 600, fill: if c.sign in ("hidden", "unknown", "not-collected", "not-asked") { soft } else { ink }, c.text)
  if c.remark != none { h(0.5em); remark(c.remark) }
})
// A table of one or two columns is set as wide as the prose: a number should stand near its name.
#let printed(t, small: false) = {
  let narrow = t.columns.len() < 3
  let body = table(
    columns: (1fr,) + (auto,) * t.columns.len(),
    inset: (x: 6pt, y: if small { 3pt } else { 4.2pt }),
    stroke: (x, y) => if y == 0 { (bottom: 0.9pt + ink) } else { (bottom: 0.4pt + hairline) },
    align: (x, y) => if x == 0 { left + bottom } else { right + bottom },
    table.header(strong(t.corner), ..t.columns.map(c => { strong(c.label); if c.remark != none { linebreak(); remark(c.remark) } })),
    ..t.rows.map(r => (
      if r.indented { pad(left: 9pt, text(fill: soft, r.header)) } else { r.header },
      ..r.cells.map(cell),
    )).flatten(),
  )
  block(width: 100%, above: 1.7em, below: 2em, breakable: t.rows.len() > 18, pad(left: if narrow { indent } else { 0pt }, {
    set text(font: sans, size: if small { 8.8pt } else { 9.4pt }, number-width: "tabular", hyphenate: false)
    set par(leading: 0.5em, spacing: 0.6em)
    figure(kind: table, caption: t.caption, body)
    block(above: 0.6em, caps(size: 8.2pt, (..t.notes, t.source).join(" ")))
  }))
}

#let chart(c) = block(width: 100%, breakable: false, above: 1.6em, below: 0.8em, inset: (top: 0.7em), stroke: (top: 1.2pt + ink), {
  set par(leading: 0.5em)
  par(text(font: sans, size: 11.4pt, weight: 600, hyphenate: false, c.title))
  block(above: 0.6em, below: 1.1em, caps(c.subtitle))
  image(c.image, width: 100%, alt: c.alt)
  block(above: 0.9em, caps(size: 8.2pt, c.source))
})

#let highlights(items) = block(width: 100%, above: 1.3em, below: 1.7em, breakable: false, grid(
  columns: (1fr,) * (if items.len() <= 5 { items.len() } else { 4 }), column-gutter: 12pt, row-gutter: 12pt,
  ..items.map(i => block(width: 100%, breakable: false, inset: (top: 7pt), stroke: (top: 1.2pt + ink), {
    set par(leading: 0.45em, spacing: 0.55em)
    set text(font: sans, hyphenate: false)
    block(below: 0.55em, text(size: if items.len() <= 4 { 21pt } else { 18pt }, weight: 600, fill: accent, par(inline(i.value))))
    block(below: 0.6em, text(size: 8.8pt, par(i.label)))
    for r in i.remarks { block(above: 0.35em, below: 0pt, text(size: 7.8pt, fill: soft, par(r))) }
  })),
))

#let key(k) = column(block(breakable: false, above: 1.2em, below: 1.4em, {
  set text(font: sans, size: 9.4pt)
  par(strong(k.title))
  block(above: 0.6em, grid(columns: (1.6em, 1fr), row-gutter: 0.65em,
    ..k.entries.map(e => (align(center, strong(e.text)), e.meaning)).flatten()))
}))

#let show-block(b) = {
  if b.kind == "heading" { heading(level: b.level - 1, inline(b.children)) }
  else if b.kind == "paragraph" { column(par(inline(b.children))) }
  else if b.kind == "list" {
    let items = b.items.map(i => inline(i))
    column(if b.ordered { enum(tight: false, spacing: 0.7em, ..items) } else { list(tight: false, spacing: 0.7em, marker: text(fill: soft)[–], ..items) })
  }
  else if b.kind == "note" { column(block(inset: (left: 10pt, y: 2pt), stroke: (left: 1.6pt + rgb("#eba82d")), b.children.map(p => par(inline(p.children))).join())) }
  else if b.kind == "table" { printed(b) }
  else if b.kind == "chart" { block(width: 100%, above: 1.6em, below: 2em, breakable: b.table.rows.len() > 8, { chart(b); printed(b.table, small: true) }) }
  else if b.kind == "highlights" { highlights(b.items) }
  else if b.kind == "key" { key(b) }
  else if b.kind == "downloads" {
    set text(font: sans, size: 8.8pt, hyphenate: false)
    column(figure(kind: table, caption: d.words.openData, block(width: 100%, table(
      columns: (auto, 1fr), inset: (x: 6pt, y: 2.8pt), align: left + bottom,
      stroke: (x, y) => if y == 0 { (bottom: 0.9pt + ink) } else { (bottom: 0.4pt + hairline) },
      table.header(strong(d.words.file), strong(d.words.content)),
      ..b.items.map(i => (i.files.at(0).path.split("/").last() + i.files.slice(1).map(f => ", ." + f.path.split(".").last()).join(), i.label)).flatten(),
    ))))
  }
}

#let cover = {
block(height: panel - 3cm, width: 100%, {
  set text(fill: paper, hyphenate: false)
  v(1fr)
  block(below: 14pt, par(text(font: sans, size: 11pt, weight: 600, fill: glow, d.publisher)))
  show title: set text(size: 36pt, weight: 600, tracking: -0.4pt)
  show title: set block(below: 18pt)
  title()
  block(width: 78%, text(size: 12.6pt, fill: rgb("#dfe3dd"), par(d.subtitle)))
  v(1.1cm)
})
v(1.2cm)
grid(columns: (1fr, 6.2cm), column-gutter: 1.4cm,
  {
    show outline.entry: set text(font: sans, size: 10pt)
    // Set by hand: the entry's own form puts a word joiner before the page number, and a reader that copies or speaks the digit would get both.
    show outline.entry: it => block(above: 0.8em, below: 0.8em, width: 100%, link(it.element.location(), text(fill: ink)[#it.body() #h(1fr) #it.page()]))
    show heading: it => block(below: 1em, text(font: sans, size: 11pt, weight: 600, it.body))
    outline(title: d.words.contents, depth: 1)
  },
  {
    set text(font: sans, size: 9pt, hyphenate: false)
    set par(leading: 0.5em)
    for f in d.facts { block(width: 100%, above: 0pt, below: 0.9em, inset: (top: 5pt), stroke: (top: 0.5pt + hairline), par({ text(size: 8.2pt, fill: soft, f.name); linebreak(); f.value })) }
  })
v(1fr)
block(width: 100%, inset: (top: 7pt), stroke: (top: 0.5pt + hairline), caps(size: 8.4pt, d.notice))
pagebreak()
}
// A sheet to put up or hand over: its text begins on the first page, and what it is stands at its end.
#let front = block(width: 100%, below: 1.6em, inset: (bottom: 12pt), stroke: (bottom: 2pt + rgb("#eba82d")), {
  block(below: 8pt, par(text(font: sans, size: 10pt, weight: 600, fill: accent, d.publisher)))
  show title: set text(size: 26pt, weight: 600, tracking: -0.3pt, hyphenate: false)
  show title: set block(below: 10pt)
  title()
  block(width: 88%, text(size: 11.4pt, fill: soft, par(d.subtitle)))
})
#let back = block(width: 100%, above: 2.4em, breakable: false, inset: (top: 7pt), stroke: (top: 0.5pt + hairline), {
  for f in d.facts { block(above: 0.4em, below: 0pt, caps(size: 8.4pt, [#f.name: #f.value])) }
  block(above: 0.6em, caps(size: 8.4pt, d.notice))
})
#if d.sheet { front } else { cover }
#for b in d.blocks { show-block(b) }
#if d.sheet { back }
`
