// The tables of the newest edition described for data portals: DCAT-AP-SE (dataportal.se) as RDF/XML, one dataset a table, one distribution a file.
import type { Language } from '@lykta/incident'
import { escapeHtml } from '../html/escape.ts'
import { dataTables } from '../open-data/data-table.ts'
import { wordsIn } from '../words/words-in.ts'
import { explorePath } from './explore/explore-path.ts'
import { editionIn, reportTitle } from './site-editions.ts'
import { editionFolder, licences, newestEditions, type SiteInput } from './site-input.ts'
import { siteWordsIn } from './site-words-in.ts'

const authority = 'http://publications.europa.eu/resource/authority'
const tongues: Readonly<Record<Language, string>> = { sv: `${authority}/language/SWE`, en: `${authority}/language/ENG` }

/** Ending, media type (IANA) and name of the formats. */
const formats = [['csv', 'text/csv', 'CSV'], ['json', 'application/json', 'JSON-stat'], ['px', 'text/plain', 'PC-Axis']] as const

export type KnownFile = { readonly bytes: number; readonly sha256: string }

/** `address`: where the site stands, with its slash; the standard wants whole addresses. */
export function renderCatalogue(input: SiteInput, address: string, files: ReadonlyMap<string, KnownFile>): string {
  const { network, licence } = input
  const [newest] = newestEditions(input.editions)
  const terms = licences[licence].address
  const about = (fragment: string): string => `rdf:about="${escapeHtml(`${address}catalogue.rdf#${fragment}`)}"`
  const resource = (tag: string, to: string): string => `<${tag} rdf:resource="${escapeHtml(to)}"/>`
  const both = (tag: string, text: (language: Language) => string): string => (['sv', 'en'] as const).map((language) => `<${tag} xml:lang="${language}">${escapeHtml(text(language))}</${tag}>`).join('')
  const publisher = resource('dcterms:publisher', `${address}catalogue.rdf#publisher`)
  const day = (tag: string, moment: string): string => `<${tag} rdf:datatype="http://www.w3.org/2001/XMLSchema#date">${moment.slice(0, 10)}</${tag}>`
  const datasets = newest ? dataTables(editionIn(newest, 'en', input.label)).map((table) => {
    const title = (language: Language): string => wordsIn[language].tables[table.id] ?? table.id
    // Calendar years as far as anything was collected in them.
    const { collectedTo, network: { collectionStart } } = newest.context
    const [first, last] = [table.periods.at(0)!.from, table.periods.at(-1)!.to]
    const [from, to] = [first > collectionStart ? first : collectionStart, last < collectedTo ? last : collectedTo]
    const distributions = (['sv', 'en'] as const).flatMap((language) => formats.flatMap(([ending, type, format]) => {
      const path = `${editionFolder(newest)}${language}/tables/${table.id}.${ending}`
      const file = files.get(path)
      return file ? [{ id: `${table.id}-${ending}-${language}`, path, type, format, language, file }] : []
    }))
    const parts = distributions.map(({ id, path, type, format, language, file }) =>
      `<dcat:Distribution ${about(id)}>${both('dcterms:title', (one) => `${title(one)}, ${format} (${language})`)}${resource('dcat:accessURL', address + path)}${resource('dcat:downloadURL', address + path)}` +
      `${resource('dcterms:license', terms)}<dcterms:format>${type}</dcterms:format>${resource('dcterms:language', tongues[language])}<dcat:byteSize rdf:datatype="http://www.w3.org/2001/XMLSchema#decimal">${file.bytes}</dcat:byteSize>` +
      `<spdx:checksum><spdx:Checksum>${resource('spdx:algorithm', 'http://spdx.org/rdf/terms#checksumAlgorithm_sha256')}<spdx:checksumValue rdf:datatype="http://www.w3.org/2001/XMLSchema#hexBinary">${file.sha256}</spdx:checksumValue></spdx:Checksum></spdx:checksum></dcat:Distribution>`)
    const dataset = `<dcat:Dataset ${about(table.id)}><dcterms:identifier>${escapeHtml(`${address}catalogue.rdf#${table.id}`)}</dcterms:identifier>${both('dcterms:title', (one) => `${title(one)}, ${network.municipality}`)}` +
      `${both('dcterms:description', (one) => `${title(one)}. ${siteWordsIn[one].tablesLead(reportTitle(newest, one))} ${wordsIn[one].notice}`)}${publisher}` +
      `${resource('dcterms:accessRights', `${authority}/access-right/PUBLIC`)}${resource('dcterms:accrualPeriodicity', `${authority}/frequency/ANNUAL`)}${['JUST', 'SOCI'].map((theme) => resource('dcat:theme', `${authority}/data-theme/${theme}`)).join('')}` +
      `${Object.values(tongues).map((tongue) => resource('dcterms:language', tongue)).join('')}${day('dcterms:issued', newest.releasedAt)}${day('dcterms:modified', newest.releasedAt)}` +
      `<dcterms:temporal><dcterms:PeriodOfTime>${day('dcat:startDate', from)}${day('dcat:endDate', to)}</dcterms:PeriodOfTime></dcterms:temporal>${resource('dcat:landingPage', address + explorePath(newest, 'sv', table.id))}` +
      `${distributions.map(({ id }) => resource('dcat:distribution', `${address}catalogue.rdf#${id}`)).join('')}</dcat:Dataset>`
    return { id: table.id, xml: [dataset, ...parts].join('\n') }
  }) : []
  return `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:spdx="http://spdx.org/rdf/terms#">
<dcat:Catalog ${about('catalogue')}>${both('dcterms:title', (one) => `${siteWordsIn[one].nav.data}, ${network.name}`)}${both('dcterms:description', (one) => siteWordsIn[one].lead)}${publisher}${resource('dcterms:license', terms)}${Object.values(tongues).map((tongue) => resource('dcterms:language', tongue)).join('')}${resource('foaf:homepage', address)}${resource('dcat:themeTaxonomy', `${authority}/data-theme`)}${newest ? day('dcterms:modified', newest.releasedAt) : ''}${datasets.map(({ id }) => resource('dcat:dataset', `${address}catalogue.rdf#${id}`)).join('')}</dcat:Catalog>
<foaf:Agent ${about('publisher')}><foaf:name>${escapeHtml(network.name)}</foaf:name></foaf:Agent>
${datasets.map(({ xml }) => xml).join('\n')}
</rdf:RDF>
`
}
