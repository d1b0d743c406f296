// The reports' text over HTTP: read, saved as revisions, refused when another came between, printed in the edition; and examples of reasons.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EditionFiguresAnswer, ExamplesAnswer, ProseAnswer, ProseHistoryAnswer, ProseSaved, ProseTextAnswer } from '../../apps/server/src/api/prose-types.ts'
import { desksOf } from './prose-town.ts'

let town: Awaited<ReturnType<typeof desksOf>>
beforeAll(async () => {
  town = await desksOf()
})
afterAll(() => town.app.close())

const put = (language: string, body: unknown, who = town.anna) => town.send('PUT', `/api/prose/${language}`, body, who)
const get = async <Answer>(path: string, who = town.anna): Promise<Answer> => (await town.send('GET', path, undefined, who)).json() as Promise<Answer>
const figures = { 2019: { 'incidents.year': '30', 'sex[girl].block': null } }

describe('prose', () => {
  test('before anybody has saved it is the program’s own, and every figure counts as hidden without a draft', async () => {
    const { texts, fixed } = await get<ProseAnswer>('/api/prose')
    expect(fixed).toBe(false)
    expect(texts.sv).toMatchObject({ revision: 0, figures: {}, savedAt: null, savedBy: null })
    expect(texts.en.text).toMatch(/^# Annual report/)
    const beside = await get<EditionFiguresAnswer>('/api/editions/2019/figures')
    expect(beside).toMatchObject({ tables: [], examples: [], context: { year: 2019, firstYear: 2017, draft: true } })
    expect((await town.send('GET', '/api/editions/1999/figures', undefined, town.anna)).status).toBe(404)
  })

  test('two who have opened the same: the second is told, sees what the first wrote, and then saves on top of it', async () => {
    const first = await put('sv', { base: 0, text: '# Årsrapport\n\nAnnas.\n', figures })
    expect(first.status).toBe(200)
    // Not her words once more: that would be 400 kB, and an answer repeats nothing that was sent.
    expect((await first.json()) as ProseSaved).toEqual({ saved: { language: 'sv', revision: 1, savedAt: expect.any(String), savedBy: town.ids.anna } })
    expect((await get<ProseTextAnswer>('/api/prose/sv/revisions/1')).text).toMatchObject({ revision: 1, text: '# Årsrapport\n\nAnnas.\n', figures, savedBy: town.ids.anna })
    const second = await put('sv', { base: 0, text: '# Årsrapport\n\nBirgittas.\n', figures: {} }, town.birgitta)
    expect(second.status).toBe(409)
    expect(JSON.stringify(await second.json())).toContain('prose.changed-meanwhile')
    expect((await get<ProseAnswer>('/api/prose', town.birgitta)).texts.sv).toMatchObject({ revision: 1, text: '# Årsrapport\n\nAnnas.\n' })
    expect((await put('sv', { base: 1, text: '# Årsrapport\n\nAnnas.\nBirgittas.\n', figures: {} }, town.birgitta)).status).toBe(200)
    const { revisions } = await get<ProseHistoryAnswer>('/api/prose/sv/revisions')
    expect(revisions.map(({ revision, savedBy }) => [revision, savedBy])).toEqual([[2, town.ids.birgitta], [1, town.ids.anna]])
    expect((await get<ProseTextAnswer>('/api/prose/sv/revisions/1')).text.text).toBe('# Årsrapport\n\nAnnas.\n')
    expect((await get<ProseTextAnswer>('/api/prose/sv/revisions/0')).text).toMatchObject({ revision: 0 })
    // The other language stands by itself.
    expect((await get<ProseAnswer>('/api/prose')).texts.en.revision).toBe(0)
  })

  test('both at the very same moment: one is saved, the other told', async () => {
    const answers = await Promise.all([put('en', { base: 0, text: '# A\n', figures: {} }), put('en', { base: 0, text: '# B\n', figures: {} }, town.birgitta)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect((await get<ProseAnswer>('/api/prose')).texts.en.revision).toBe(1)
  })

  test('what is no text, or too long, is refused and not repeated', async () => {
    const refused: readonly unknown[] = [
      {}, { base: 0, text: '', figures: {} }, { base: -1, text: 'x', figures: {} }, { base: 0.5, text: 'x', figures: {} }, { base: 0, text: 'Zzmarker\u0000', figures: {} },
      { base: 0, text: 'Zzmarker\ud800', figures: {} }, { base: 0, text: 'Zzmarker'.repeat(30_000), figures: {} }, { base: 0, text: 'x', figures: { Zzmarker: {} } },
      { base: 0, text: 'x', figures: { 2019: { a: 3 } } }, { base: 0, text: 'x', figures: {}, Zzmarker: 1 },
    ]
    for (const body of refused) {
      const answer = await put('sv', body)
      expect(answer.status, JSON.stringify(body).slice(0, 60)).toBe(400)
      expect(await answer.text()).not.toContain('Zzmarker')
    }
    expect((await put('fr', { base: 0, text: 'x', figures: {} })).status).toBe(404)
    for (const path of ['/api/prose/sv/revisions/9', '/api/prose/sv/revisions/x', '/api/prose/fr/revisions', '/api/prose/fr/revisions/0']) expect((await town.send('GET', path, undefined, town.anna)).status, path).toBe(404)
    expect(town.app.log.join('\n')).not.toContain('Zzmarker')
  })
})

describe('examples', () => {
  const id = randomUUID()
  const list = async (who: string) => (await get<ExamplesAnswer>('/api/examples', who)).examples

  test('are proposed by the coordinator, approved by another, printed from then on, and withdrawn', async () => {
    const proposed = await town.send('POST', '/api/examples', { id, sv: 'En dörr som alltid är stängd', en: 'A door that is always closed' }, town.anna)
    expect(proposed.status).toBe(201)
    expect(await list(town.anna)).toEqual([{ id, sv: 'En dörr som alltid är stängd', en: 'A door that is always closed', state: 'waiting', mine: true }])
    const own = await town.send('POST', `/api/examples/${id}/approval`, {}, town.anna)
    expect(own.status).toBe(422)
    expect(JSON.stringify(await own.json())).toContain('example.own')
    expect((await get<EditionFiguresAnswer>('/api/editions/2019/figures')).examples).toEqual([])
    expect(await list(town.core)).toMatchObject([{ state: 'waiting', mine: false }])
    expect((await town.send('POST', `/api/examples/${id}/approval`, {}, town.core)).status).toBe(200)
    expect((await get<EditionFiguresAnswer>('/api/editions/2019/figures')).examples).toEqual([{ sv: 'En dörr som alltid är stängd', en: 'A door that is always closed' }])
    expect((await town.send('POST', `/api/examples/${id}/withdrawal`, {}, town.core)).status).toBe(404)
    expect((await town.send('POST', `/api/examples/${id}/withdrawal`, {}, town.anna)).status).toBe(200)
    expect(await list(town.anna)).toMatchObject([{ state: 'withdrawn' }])
    expect((await get<EditionFiguresAnswer>('/api/editions/2019/figures')).examples).toEqual([])
  })

  test('hold no line breaks, nothing invisible and no novel, and lead to no incident', async () => {
    for (const sv of ['', 'a\nb', 'x'.repeat(601), '\u200b']) expect((await town.send('POST', '/api/examples', { id: randomUUID(), sv, en: 'x' }, town.anna)).status).toBe(400)
    expect((await town.send('POST', '/api/examples', { id: randomUUID(), sv: 'x', en: 'x', incident: id }, town.anna)).status).toBe(400)
    expect((await town.send('POST', '/api/examples', { id, sv: 'x', en: 'x' }, town.anna)).status).toBe(409)
  })
})
