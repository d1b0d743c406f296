// A poster's layout, in Typst: one A4 page, read from two metres. It walks the tree in edition.json; signs stand in two columns, what to do beside what to leave alone.

export const posterTemplate = String.raw`
#let d = json("edition.json")
#let ink = rgb("#12282c")
#let soft = rgb("#4a5d5f")
#let accent = rgb("#0b5d63")
#let lamp = rgb("#734700")
#let lampwash = rgb("#fbefd3")
#let lampline = rgb("#eba82d")
#let hairline = rgb("#dfd8c9")
#let sans = "Source Sans 3"

#set document(title: d.title, author: d.publisher, description: d.subtitle, date: auto)
#set page(paper: "a4", margin: (top: 1.5cm, bottom: 1.3cm, x: 1.7cm))
#set text(lang: d.language, font: sans, size: 11.5pt, fill: ink, hyphenate: false)
#set par(leading: 0.5em, spacing: 0.7em, justify: false)
#show heading: it => block(above: 0pt, below: 0.6em, sticky: true, text(font: "Source Serif 4", weight: 600, size: 15pt, it.body))

#let one(x) = {
  if x.kind == "text" { x.text }
  else if x.kind == "strong" { strong(x.children.map(one).join()) }
}
#let inline(xs) = if xs.len() > 0 { xs.map(one).join() }
#let points(b) = list(tight: false, spacing: 0.62em, marker: text(fill: accent)[•], ..b.items.map(i => inline(i)))

// By heading: what stands below each.
#let part(id) = {
  let at = d.blocks.position(b => b.kind == "heading" and b.id == id)
  let rest = d.blocks.slice(at + 1)
  let end = rest.position(b => b.kind == "heading")
  (title: inline(d.blocks.at(at).children), blocks: if end == none { rest } else { rest.slice(0, end) })
}
#let (signs, doing, leaving, calling) = ("signs", "doing", "leaving", "calling").map(part)
#let danger = d.blocks.at(0)

#if d.marks.len() > 0 { block(width: 100%, below: 8pt, fill: lampwash, inset: (x: 8pt, y: 3.5pt), par(text(size: 8.4pt, weight: 600, fill: lamp, d.marks.map(m => m.text).join(" · ")))) }
#block(below: 6pt, par(text(size: 10.5pt, weight: 600, fill: accent, d.publisher)))
#{
  show title: set text(font: "Source Serif 4", size: 29pt, weight: 600, tracking: -0.3pt)
  show title: set block(below: 14pt)
  set par(leading: 0.4em)
  title()
}
#block(below: 12pt, par(text(size: 13pt, fill: soft, d.subtitle)))
#block(width: 100%, below: 14pt, fill: lampwash, stroke: (left: 4pt + lampline), inset: (x: 12pt, y: 9pt), {
  set par(spacing: 0.4em)
  block(below: 0.75em, text(font: "Source Serif 4", size: 19pt, par(inline(danger.children.at(0).children))))
  par(inline(danger.children.at(1).children))
})
#heading(level: 1, signs.title)
#{
  let items = signs.blocks.at(0).items
  let half = calc.ceil(items.len() / 2)
  grid(columns: (1fr, 1fr), column-gutter: 16pt, points((items: items.slice(0, half))), points((items: items.slice(half))))
}
#block(above: 9pt, below: 13pt, par(text(size: 10pt, fill: soft, inline(signs.blocks.at(1).children))))
#grid(columns: (1fr, 1fr), column-gutter: 16pt,
  block(width: 100%, inset: (top: 8pt), stroke: (top: 1.4pt + accent), { heading(level: 1, doing.title); points(doing.blocks.at(0)) }),
  block(width: 100%, inset: (top: 8pt), stroke: (top: 1.4pt + lampline), { heading(level: 1, leaving.title); points(leaving.blocks.at(0)) }),
)
#block(width: 100%, above: 14pt, inset: (top: 8pt), stroke: (top: 1.4pt + ink), {
  heading(level: 1, calling.title)
  set text(size: 12.5pt)
  list(marker: none, body-indent: 0pt, spacing: 0.55em, ..calling.blocks.at(0).items.map(i => inline(i)))
  block(above: 9pt, text(size: 11pt, par(strong(inline(calling.blocks.at(1).children)))))
})
#v(1fr)
#block(width: 100%, inset: (top: 5pt), stroke: (top: 0.5pt + hairline), par(text(size: 8pt, fill: soft, d.facts.map(f => f.name + ": " + f.value).join(" · ") + ". " + d.notice)))
`
