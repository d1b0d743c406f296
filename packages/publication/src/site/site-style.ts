// What the site's own pages add to the look of the reports: a row of pages at the top, cards of editions, long lists of files.

export const siteStyle = `
.bar{border-bottom:1px solid var(--line);font:400 .95rem/1.4 var(--sans)}
.bar>div{max-width:68rem;margin-inline:auto;padding:.5rem 1.25rem;display:flex;flex-wrap:wrap;gap:.15rem 1.5rem;align-items:baseline}
.bar .name{font-weight:600;color:var(--ink);text-decoration:none;margin-right:auto;padding:.45rem 0}
.bar nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.35rem;margin:0;padding:0}
.bar li{margin:0}
.bar nav a,.bar .tongue{display:inline-block;padding:.45rem 0;text-decoration:none}
.bar nav a:hover,.bar .tongue:hover{text-decoration:underline}
.bar nav a[aria-current]{color:var(--ink);font-weight:600;border-bottom:2px solid var(--lamp-line)}
.sheet{max-width:68rem;margin-inline:auto;padding:0 1.25rem 1rem}
.sheet .front{padding-inline:0;padding-top:clamp(2rem,5vw,4rem)}
.sheet h2:first-of-type{border-top:0}
.sheet>section>h2{margin-top:2.5rem}
.edition-card{border-top:2px solid var(--ink);padding:1rem 0 .5rem;margin:1.5rem 0}
.edition-card h2,.edition-card h3{font-size:1.35rem;letter-spacing:0;border:0;padding:0;margin:0 0 .35rem}
.edition-card .ways{margin:.35rem 0 .5rem;max-width:none}
.sheet>.front{padding-bottom:0}
.edition-card .when{font:400 .92rem/1.4 var(--sans);color:var(--soft);margin-bottom:.5rem}
.years{list-style:none;padding:0;font-family:var(--sans);max-width:44rem}
.years li{display:flex;flex-wrap:wrap;gap:.1rem 1.5rem;justify-content:space-between;border-top:1px solid var(--line);padding:.6rem 0;margin:0}
.years .when{color:var(--soft);font-size:.92rem}
.definitions{font:400 .95rem/1.45 var(--sans);margin:0 0 1.5rem;max-width:52rem}
.definitions>div{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.1rem 1.25rem;border-top:1px solid var(--line);padding:.45rem 0}
.definitions dt{font-weight:600;overflow-wrap:anywhere}
.definitions dd{margin:0}
.files td,.files th{text-align:left;font-weight:400;font-size:.9rem}
.files td.size{text-align:right;white-space:nowrap}
.files .hash{font:400 .78rem/1.4 ui-monospace,monospace;color:var(--soft);overflow-wrap:anywhere;min-width:16rem}
.formats{margin:0 0 2.5rem;font:400 .92rem/1.4 var(--sans);flex-wrap:wrap}
code{font:400 .92em ui-monospace,monospace;overflow-wrap:anywhere}
@media (max-width:32rem){.definitions>div{grid-template-columns:1fr}.bar .name{flex-basis:100%}}
@media print{.bar{border:0}.bar nav,.bar .tongue{display:none}.files .hash{min-width:0}}`
