// /guide as anybody meets it: both languages, a page that asks for nothing, a tagged PDF, and nothing else below that address.
import { getDocumentProxy, extractText } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bareSample, makeTestApp, type TestApp } from './app.ts'
import { foundTestNetwork } from './member-network.ts'

let app: TestApp
beforeAll(async () => {
  app = await makeTestApp({}, bareSample)
  await foundTestNetwork(app)
})
afterAll(() => app.close())

test('a stranger reads it, in both languages, and it loads nothing from anywhere', async () => {
  for (const [language, danger] of [['sv', 'Ring 112'], ['en', 'Call 112']] as const) {
    const answer = await app.ask(`/guide/${language}/`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    const page = await answer.text()
    expect(page).toContain(danger)
    expect(page).toContain(`<html lang="${language}">`)
    expect(page).not.toMatch(/<script|src=|https?:\/\//)
  }
  expect((await app.ask('/guide')).headers.get('location')).toBe('/guide/sv/')
})

test('as a PDF it says the same', async () => {
  const answer = await app.ask('/guide/sv/guide.pdf')
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await answer.arrayBuffer())), { mergePages: true })
  expect(text.replaceAll(/\s+/g, ' ')).toContain('Ring 112')
  expect(text).toContain('114 14')
})

test('its posters are one page each, in both languages, and lead back to it', async () => {
  const guide = await (await app.ask('/guide/en/')).text()
  for (const poster of ['hotel', 'health']) {
    expect(guide).toContain(`href="${poster}/"`)
    const page = await (await app.ask(`/guide/en/${poster}/`)).text()
    expect(page).toContain('Call 112')
    expect(page).toContain(`href="../../sv/${poster}/"`)
    expect(page).not.toMatch(/<script|src=|https?:\/\//)
  }
  const pdf = await getDocumentProxy(new Uint8Array(await (await app.ask('/guide/sv/hotel/poster.pdf')).arrayBuffer()))
  expect(pdf.numPages).toBe(1)
  expect((await extractText(pdf, { mergePages: true })).text.replaceAll(/\s+/g, ' ')).toContain('Ber om ovanligt många handdukar')
})

test('nothing else is there', async () => {
  for (const path of ['/guide/sv/hotel', '/guide/sv/police/', '/guide/sv/hotel/guide.pdf', '/guide/sv/hotel/../', '/guide/sv//']) expect([path, (await app.ask(path)).status === 200 && path !== '/guide/sv/hotel/../']).toEqual([path, false])

  expect((await app.ask('/guide/de/')).status).toBe(404)
  expect((await app.ask('/guide/sv/report.pdf')).status).toBe(404)
})
