// What the tables' own pages add to the look of the site: bars from one line, each kind of cell with a look of its own.

export const exploreStyle = `
.patterns{position:absolute}
.explored{margin:0}
.explored h2{border:0;padding:0;margin:1.5rem 0 0}
.table-list{margin-top:1.5rem}
.explored .about,.rates .about,.differences .about{font:400 .92rem/1.45 var(--sans);color:var(--soft);margin:.25rem 0 1rem}
.tracks{font:400 .95rem/1.35 var(--sans);max-width:52rem}
.track-row{padding:.45rem 0;border-top:1px solid var(--line);break-inside:avoid}
.track-label{font-weight:600;margin:0 0 .15rem;max-width:none}
.track-line{display:grid;grid-template-columns:minmax(4.5rem,9rem) 1fr minmax(4.5rem,8.5rem);gap:0 .75rem;align-items:center}
.track-period{color:var(--soft);font-size:.9em}
.track-value{text-align:right;font-variant-numeric:tabular-nums lining-nums;font-weight:600}
.track{display:block;overflow:visible}
.track .axis{stroke:var(--ink);stroke-width:1}
.bar.number{fill:var(--accent)}
.bar.at-least{fill:url(#open)}
.bar.band{fill:url(#hatch);stroke:var(--edge)}
.bar.zero{fill:var(--ink)}
.bar.hidden{fill:url(#cross);stroke:var(--edge)}
.bar.unknown{fill:none;stroke:var(--edge);stroke-width:2;stroke-dasharray:2 3}
.bar.not-collected{fill:none;stroke:var(--edge);stroke-width:2;stroke-dasharray:0 54 6 4 6 4 6 4 6 4 0 999}
.bar.not-asked{fill:none;stroke:var(--edge);stroke-dasharray:7 4}
.interval{stroke:var(--ink);stroke-width:1.5}
.halo{stroke:var(--paper);stroke-width:4.5;stroke-opacity:.9}
.point{fill:var(--accent);stroke:var(--paper);stroke-width:1.5}
.patterns .stroke{stroke:var(--edge);stroke-width:1.6;fill:none}
.patterns .fill{fill:var(--accent)}
.rate-value{margin:.1rem 0 0;max-width:none;font-size:.92em}
.chart-key{font:400 .9rem/1.4 var(--sans);margin-top:1rem}
.chart-key .title{font-weight:600;margin:0 0 .25rem}
.chart-key dl{display:flex;flex-wrap:wrap;gap:.25rem 1.75rem;margin:0}
.chart-key dl>div{display:flex;gap:.6rem;align-items:center}
.chart-key dt{flex:none;height:18px}
.chart-key dd{margin:0}
.differences li{max-width:68ch}
.how-tested{max-width:68ch;font:400 .92rem/1.45 var(--sans);margin:.5rem 0 1rem}
.how-tested summary{cursor:pointer;font-weight:600;padding:.5rem 0}
.how-tested dl{margin:0}
.how-tested dt{font-weight:600;margin-top:.5rem}
.how-tested dd{margin:0;color:var(--soft)}
.take-link a{overflow-wrap:anywhere}
.table-list{list-style:none;padding:0;font:400 1rem/1.4 var(--sans);columns:22rem;column-gap:2.5rem;max-width:none}
.table-list li{border-top:1px solid var(--line);margin:0;break-inside:avoid}
.table-list a{display:block;padding:.5rem 0;text-decoration:none}
.table-list a:hover{text-decoration:underline}
@media (max-width:32rem){.track-line{grid-template-columns:4.75rem 1fr 4.75rem}}
@media (forced-colors:active){.bar.number,.bar.zero,.patterns .fill,.point{fill:CanvasText}.interval,.track .axis,.bar,.patterns .stroke{stroke:CanvasText}}
@media print{.take,.others{display:none}.bar,.point,.interval{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`
