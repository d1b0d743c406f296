// The look of the page: paper and ink, by day and by night, on a phone and in print. One style sheet, nothing inline.
import { ink } from '../charts/ink.ts'
import { type WebFont, renderFontFace } from './web-font.ts'

// The colours are those of the program's own pages; every pair of text and ground is at least 4.5:1.
const tokens = `
:root{color-scheme:light dark;--paper:#faf7f1;--raised:#f2ede2;--ink:#12282c;--soft:#4a5d5f;--accent:#0b5d63;--lamp:#734700;--lamp-paper:#fbefd3;--lamp-line:#eba82d;--line:#dfd8c9;--edge:#7b8784;
--serif:"Source Serif 4",Georgia,serif;--sans:"Source Sans 3",system-ui,sans-serif}
@media (prefers-color-scheme:dark){:root{--paper:#0f1c1f;--raised:#16272b;--ink:#ece7db;--soft:#b3bfbb;--accent:#83c9c5;--lamp:#f4c873;--lamp-paper:#362b10;--lamp-line:#f0b445;--line:#2b3e42;--edge:#78898a}}
@media print{:root{color-scheme:light;--paper:#fff;--raised:#fff;--ink:#12282c;--soft:#4a5d5f;--accent:#0b5d63;--lamp:#734700;--lamp-paper:#fff;--lamp-line:#eba82d;--line:#dfd8c9;--edge:#7b8784}}`

const text = `
*{box-sizing:border-box}
html{font-size:106.25%;-webkit-text-size-adjust:100%;scroll-padding-top:4rem}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1rem/1.55 var(--serif);overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:.07em}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:2px}
main:focus{outline:none}
h1,h2,h3{line-height:1.2;font-weight:600;text-wrap:balance;margin:0}
h1{font-size:clamp(2.1rem,1.5rem + 3vw,3.3rem);letter-spacing:-.015em;line-height:1.08}
h2{font-size:1.73rem;letter-spacing:-.01em;padding-top:1.5rem;margin:3.5rem 0 1rem;border-top:1px solid var(--line)}
h3{font-size:1.2rem;margin:2.25rem 0 .5rem}
p,ul,ol{margin:0 0 1rem;max-width:68ch}
li{margin-bottom:.35rem}
ul,ol{padding-left:1.35rem}
li::marker{color:var(--soft)}
sup{line-height:0;font-size:.72em}
.figure{font-variant-numeric:lining-nums}
.note-mark{padding:.5em .25em;text-decoration:none}
.skip{position:absolute;left:-999rem;background:var(--paper);padding:.75rem 1rem;font-family:var(--sans);z-index:3}
.skip:focus{left:1rem;top:1rem}
.spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}`

const frame = `
.marks{position:sticky;top:0;z-index:2;background:var(--lamp-paper);color:var(--lamp);border-bottom:2px solid var(--lamp-line);font:600 .88rem/1.35 var(--sans);display:flex;flex-wrap:wrap;justify-content:center;gap:.1rem 1.5rem;padding:.45rem 1.25rem;text-align:center}
.marks p{margin:0;max-width:none}
.front,.columns,footer{max-width:68rem;margin-inline:auto;padding-inline:1.25rem}
.front{padding-top:clamp(2.5rem,7vw,6rem);padding-bottom:1rem}
.publisher{font:600 .95rem/1.4 var(--sans);color:var(--accent);letter-spacing:.01em}
.lead{font-size:1.2rem;line-height:1.45;color:var(--soft);margin-top:1.1rem;max-width:52ch}
.ways{font:400 .95rem/1.5 var(--sans);display:flex;flex-wrap:wrap;gap:.25rem 1.75rem;margin-top:1.5rem;max-width:none}
.ways a{padding:.4rem 0}
.contents{font:400 .95rem/1.4 var(--sans);padding-top:1.25rem;border-top:1px solid var(--line)}
.contents .title{font-weight:600;margin-bottom:.35rem}
.contents ol{list-style:none;padding:0;columns:15rem;column-gap:2rem}
.contents li{margin:0;break-inside:avoid}
.contents a{display:block;padding:.35rem 0;text-decoration:none}
.contents a:hover{text-decoration:underline}
main>section:first-child>h2{border-top:0;margin-top:1.5rem}
@media (min-width:62rem){.columns{display:grid;grid-template-columns:13.5rem minmax(0,44rem);gap:4rem}.contents{position:sticky;top:4rem;align-self:start;margin-top:1.75rem;max-height:calc(100vh - 5rem);overflow:auto}.contents ol{columns:auto}main>section:first-child>h2{padding-top:1.25rem}}
footer{margin-top:5rem;padding-block:1rem 3rem;font:400 .9rem/1.5 var(--sans);color:var(--soft)}
footer h2{font:600 1rem/1.4 var(--sans);color:var(--ink);margin:0 0 .75rem;padding-top:1.25rem}
footer dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:.75rem 2rem;margin:0 0 1.25rem}
footer dt{font-weight:600}
footer dd{margin:0}`

const blocks = `
.highlights{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(11.5rem,100%),1fr));gap:0 2rem;margin:1.25rem 0 2rem;font-family:var(--sans)}
.highlights>div{border-top:2px solid var(--ink);padding:.6rem 0 1.25rem;display:flex;flex-direction:column}
.highlights dt{font-size:.95rem;line-height:1.35}
.highlights dd{margin:0}
.highlights .value{order:-1;font-size:2.35rem;line-height:1.1;font-weight:600;letter-spacing:-.01em;color:var(--accent);padding-bottom:.25rem}
.highlights .remark{font-size:.85rem;color:var(--soft);padding-top:.2rem}
.note{border-left:3px solid var(--lamp-line);padding:.15rem 0 .15rem 1.1rem;margin:1.5rem 0}
.note p:last-child{margin:0}
.key{margin:1.5rem 0;font:400 .92rem/1.45 var(--sans)}
.key .title{font-weight:600;margin-bottom:.35rem}
.key dl{margin:0}
.key dl>div{display:flex;gap:.75rem;padding:.35rem 0;border-top:1px solid var(--line)}
.key dt{flex:0 0 1.75rem;text-align:center;font-weight:600}
.key dd{margin:0}
.table{margin:1.5rem 0 2rem;font:400 .95rem/1.4 var(--sans)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums lining-nums}
caption{text-align:left;font-weight:600;padding-bottom:.5rem}
th,td{padding:.5rem .75rem .5rem 0;text-align:right;vertical-align:baseline;border-bottom:1px solid var(--line);min-width:4.5rem}
th:last-child,td:last-child{padding-right:.25rem}
tr>:first-child{text-align:left;min-width:11rem;font-weight:400}
thead th{font-weight:600;vertical-align:bottom;border-bottom:1.5px solid var(--ink)}
thead tr>:first-child{font-weight:600}
td{font-weight:600}
td[colspan]{text-align:center;background:linear-gradient(var(--raised),var(--raised)) center/calc(100% - .6rem) 100% no-repeat}
td.hidden,td.unknown,td.not-collected,td.not-asked{color:var(--soft)}
td small,th small{display:block;font-size:.8em;font-weight:400;color:var(--soft);line-height:1.3}
tr.indented th{padding-left:1.1rem;color:var(--soft);font-size:.92em}
tr.indented td{font-weight:400}
.notes,.chart .source{font:400 .85rem/1.45 var(--sans);color:var(--soft)}
.notes{padding-top:.5rem}
.notes p{margin:0 0 .15rem}
.chart{margin:2rem 0 2.25rem;padding-top:1rem;border-top:2px solid var(--ink);font-family:var(--sans)}
.chart .title{font-size:1.13rem;line-height:1.3;font-weight:600;margin:0 0 .2rem;text-wrap:balance}
.chart .subtitle{font-size:.92rem;line-height:1.4;color:var(--soft);margin-bottom:1rem}
.chart svg{display:block;width:100%;height:auto}
.chart .narrow{display:none}
.chart .source{margin:.75rem 0 0}
.chart-ways{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;margin:.15rem 0 0;font:400 .85rem/1.4 var(--sans);max-width:none}
.chart-ways a{padding:.25rem 0}
details{margin-top:.25rem}
summary{font:400 .92rem/1.4 var(--sans);color:var(--accent);padding:.4rem 0;cursor:pointer;width:fit-content}
details .table{margin:.5rem 0 0}
.downloads{list-style:none;padding:0;font:400 .95rem/1.4 var(--sans)}
.downloads li{display:flex;justify-content:space-between;gap:1rem;border-top:1px solid var(--line);padding:.3rem 0;margin:0}
.formats{display:flex;gap:1rem;white-space:nowrap}
.formats a{padding:.2rem 0}
.footnotes{margin-top:3rem;border-top:1px solid var(--line);padding-top:1rem;font:400 .9rem/1.5 var(--sans)}`

const chartInks = `
.chart [fill="${ink.strong}"]{fill:var(--ink)}.chart [stroke="${ink.strong}"]{stroke:var(--ink)}
.chart [fill="${ink.accent}"]{fill:var(--accent)}.chart [stroke="${ink.accent}"]{stroke:var(--accent)}
.chart [fill="${ink.soft}"]{fill:var(--soft)}.chart [stroke="${ink.line}"]{stroke:var(--edge)}`

const narrow = `
@media (max-width:32rem){.chart .wide{display:none}.chart .narrow{display:block}th,td{padding-right:.6rem;min-width:3.4rem}tr>:first-child{min-width:9rem}.highlights{grid-template-columns:1fr 1fr;gap:0 1.25rem}.highlights .value{font-size:1.9rem}h2{margin-top:2.75rem}}`

const print = `
@media print{html{font-size:10pt}.skip,.ways,.chart-ways,summary{display:none}.marks{position:static}.columns{display:block}.front,.columns,footer{max-width:none;padding-inline:0}
.contents{position:static;break-after:page}h2,h3,caption,.chart figcaption,.chart .wide,.chart .source{break-after:avoid}.chart .wide,.highlights,.key,tr,.note,footer{break-inside:avoid}.scroll{overflow:visible}
h2{margin-top:1.75rem}.downloads li{break-inside:avoid}footer{margin-top:2rem}
details::details-content{content-visibility:visible;display:block;height:auto}details>.table{display:block}.chart .wide{display:block}.chart .narrow{display:none}a{color:inherit;text-decoration:none}}`

// On a screen signs stand in two columns where there is room; in print the whole is one page.
const poster = `
.poster .contents{display:none}.poster .columns{display:block}.poster main{max-width:56rem}.poster h2{margin-top:2.25rem;padding-top:1.1rem}
.poster .front{padding-bottom:0}.poster .note p:first-child{font-size:1.73rem;line-height:1.2;margin-bottom:.25rem}.poster main ul{max-width:none}
@media (min-width:48rem){.poster section:first-of-type ul{columns:2;column-gap:2.5rem}.poster li{break-inside:avoid}}
@media print{.poster{font-size:8.6pt;line-height:1.3}.poster h1{font-size:21pt}.poster .lead{margin-top:3pt;font-size:10.5pt}.poster h2{font-size:12.5pt;margin:7pt 0 3pt;padding-top:5pt;break-after:avoid}
.poster .front{padding:0}.poster p,.poster ul{margin-bottom:4pt}.poster li{margin-bottom:1.5pt}.poster .note{margin:6pt 0}.poster .note p:first-child{font-size:13pt}.poster footer{margin-top:6pt;padding-block:0;font-size:7.5pt}
.poster footer h2{display:none}.poster footer dl{display:flex;gap:1.5rem;margin:0 0 2pt}.poster footer dl div{display:flex;gap:.4rem}}`

/** The marks head every printed page, in its margin: nothing on the page can cover them, and they cover nothing. */
function printedPage(marks: readonly string[]): string {
  const text = marks.join(' · ').replace(/["\\\n<]/g, ' ')
  const head = marks.length === 0 ? '' : `@top-left{content:"${text}";font:600 8.5pt "Source Sans 3",sans-serif;color:#734700}`
  return `@page{size:A4;margin:22mm 20mm 20mm;${head}}`
}

export function pageStyle(fonts: readonly WebFont[], marks: readonly string[], isPoster = false): string {
  const sheet = [tokens, text, frame, blocks, chartInks, narrow, print, ...(isPoster ? [poster] : [])].join('').replace(/\n/g, '')
  return fonts.map(renderFontFace).join('') + sheet + printedPage(marks)
}
