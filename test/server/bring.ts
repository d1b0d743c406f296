// What the page does with a spreadsheet: read it, send the coded rows, seal the reasons, send them, and have all of it stored.
import { randomUUID } from 'node:crypto'
import { codedTables, type ImportFile, importFiles as parseFiles, type ImportBundle, shippedIndicators } from '@lykta/incident'
import { importAuthor, sealText } from '@lykta/seal'
import type { BroughtTexts, ImportRequest, PlannedImportAnswer } from '../../apps/server/src/api/import-types.ts'
import type { FormAnswer } from '../../apps/server/src/api/types.ts'

const csv = (name: string, rows: readonly (readonly string[])[]): ImportFile =>
  ({ name: `${name}.csv`, bytes: new TextEncoder().encode(rows.map((row) => row.join(';')).join('\n')) })

export type Told = { readonly nr: string; readonly buyers?: string; readonly reason?: string; readonly reporter?: string }

export function spreadsheet(rows: readonly Told[], organisations: readonly (readonly string[])[] = [['provsoc', 'Provstads socialtjänst 2', 'socialtjänst', '2016-06-01', '']]): readonly ImportFile[] {
  return [
    csv('organisationer', [['kod', 'namn', 'sektor', 'med_från', 'med_till'], ...organisations]),
    csv('incidenter', [
      ['nr', 'datum', 'rapporterad', 'rapportör', 'platstyp', 'form', 'indikatorer', 'anledning', 'polis', 'köpare'],
      ...rows.map(({ nr, buyers = '1', reason = `Hemligt om ${nr}`, reporter = 'provsoc' }) => [nr, '2019-04-03', '2019-04-04', reporter, 'hotell', 'sexuella ändamål', 'sexual.many-phones', reason, 'ja', buyers]),
    ]),
    csv('personer', [['incident_nr', 'kön', 'ålder'], ...rows.map(({ nr }) => [nr, 'kvinna', 'vuxen'])]),
  ]
}

export async function bundleOf(files: readonly ImportFile[]): Promise<ImportBundle> {
  const { bundle, problems } = await parseFiles(files, { today: '2026-01-01', indicatorIds: new Set(shippedIndicators.map(({ id }) => id)) })
  if (!bundle) throw new Error(JSON.stringify(problems))
  return bundle
}

export function requestOf(bundle: ImportBundle, overwriteCorrections = false): ImportRequest {
  return { tables: codedTables(bundle), reasons: bundle.incidents.flatMap(({ externalRef, reason }) => (reason === null ? [] : [externalRef])), overwriteCorrections }
}

export async function sealAll(form: FormAnswer, bundle: ImportBundle, { texts, createdAt }: PlannedImportAnswer): Promise<BroughtTexts['texts']> {
  const { epoch, recipient } = form.epoch!
  const sealed = []
  for (const [index, { ref, ...of }] of texts.entries()) {
    const text = bundle.incidents.find(({ externalRef }) => externalRef === ref)!.reason!
    const { body, key } = await sealText({ text, recipient, context: { ...of, network: form.network.id, epoch, author: importAuthor, createdAt } })
    sealed.push({ index, sealedId: randomUUID(), epoch, body: Buffer.from(body).toString('base64url'), key: Buffer.from(key).toString('base64url') })
  }
  return sealed
}
