// The sheets on paper: three pages, each with its own rows, and nothing of the page around them.
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { FoundingPerson } from './found.ts'
import type { MembersStage } from './members-stage.ts'

export function sheetsOnPaper(stage: MembersStage): void {
  test('three pages, one for each keeper', async () => {
    const { page, close } = await stage.person({ width: 1280, theme: 'dark', language: 'en' })
    const she = new FoundingPerson(page, 'en')
    const { words } = she
    await page.goto(`${stage.address}/found`)
    await she.writesNetwork('A network on paper')
    await she.goOn()
    await she.writesOrganisations()
    await she.goOn()
    await she.goOn()
    await she.writesHerself('Hotell Fyren')
    await she.goOn()
    await she.writesDownPassphrase()
    const words6 = await textOf(await page.pdf({ format: 'A4' }))
    expect(words6).toHaveLength(1)
    for (const word of she.passphrase) expect(words6[0]).toContain(word)
    expect(words6[0]).not.toContain(words.passphrase.written)
    await she.goOn()
    await she.typesWords()
    await she.goOn()
    await she.arrives(words.step.sheets)
    const pages = await textOf(await page.pdf({ format: 'A4' }))
    await she.copiesSheets()
    expect(pages).toHaveLength(3)
    for (const [index, text] of pages.entries()) {
      expect(text).toContain(words.paper.title(index + 1))
      expect(text).toContain('A network on paper')
      for (const [sheet, rows] of she.sheets.entries()) {
        for (const row of rows) {
          const [code = ''] = row.split(' ')
          expect(text.includes(code), `sheet ${sheet + 1} on page ${index + 1}`).toBe(sheet === index)
        }
      }
      expect(text).not.toContain(words.sheets.have(1))
    }
    // Leaving warns, since the keys are nowhere else; quick exit asks nothing.
    const asked = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => {
        resolve(dialog.message())
        void dialog.dismiss()
      })
    })
    await page.getByRole('link', { name: 'Lykta' }).click()
    expect(await asked).toContain('lost')
    await she.arrives(words.step.sheets)
    await page.getByRole('button', { name: 'Leave' }).click()
    await page.waitForURL('**/neutral/')
    await close()
  })
}

async function textOf(pdf: Uint8Array): Promise<readonly string[]> {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)))
  return text.map((page) => page.replaceAll(/\s+/g, ' '))
}
