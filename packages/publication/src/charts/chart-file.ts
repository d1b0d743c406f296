// A chart as a file of its own: the picture with its title, measure, source and marks, so that a copy elsewhere still says what it is.
import type { Chart, PublicationDocument } from '../document/document.ts'
import { escapeHtml } from '../html/escape.ts'
import { renderFontFace, type WebFont } from '../html/web-font.ts'
import { ink, sizes } from './ink.ts'

/** Where it stands beside the page. */
export const chartPath = (id: string): string => `charts/${id}.svg`

const margin = 20
const paper = '#ffffff'

/** Width of a character in ems, on the safe side: a line that is broken early is better than one that runs out of the picture. */
const em = 0.54

/** The typeface goes along: names are set beside bars by its widths. */
export function chartFile({ title, subtitle, source, alt, wide }: Chart, { marks, publisher }: Pick<PublicationDocument, 'marks' | 'publisher'>, fonts: readonly WebFont[]): string {
  const { width } = sizes.wide
  const height = Number(/^<svg[^>]* height="(?<height>[\d.]+)"/.exec(wide)?.groups?.['height'])
  if (!(height > 0)) throw new Error('chart file: the drawing has no height')
  let y = margin
  const lines = (text: string, size: number, look: string): string => wrapped(text, width / (size * em)).map((line) => {
    y += size * 1.3
    return `<text x="${margin}" y="${rounded(y)}" font-size="${size}" ${look}>${escapeHtml(line)}</text>`
  }).join('')
  const soft = `fill="${ink.soft}"`
  const head = [
    marks.map(({ text }) => lines(text, 12, 'font-weight="600" fill="#734700"')).join(''),
    lines(title, 17, `font-weight="600" fill="${ink.strong}"`),
    lines(subtitle, 13, soft),
  ].join('')
  y += 12
  const top = y
  y += height + 6
  const foot = lines(source, 11.5, soft)
  const full = [width + 2 * margin, rounded(y + margin)] as const
  // The picture keeps its own name for whoever sees none of it; the whole is described by the same.
  const picture = wide.replace(/^<svg/, `<svg x="${margin}" y="${rounded(top)}"`).replace(/ role="img"/, '').replace(/ (?:aria-label|font-family)="[^"]*"/g, '')
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${full.join(' ')}" width="${full[0]}" height="${full[1]}" role="img" aria-labelledby="title desc" font-family="'Source Sans 3', Arial, sans-serif">` +
    `<title id="title">${escapeHtml(`${title} – ${publisher}`)}</title><desc id="desc">${escapeHtml(alt)}</desc>` +
    `<style>${fonts.filter(({ family }) => family === 'Source Sans 3').map(renderFontFace).join('')}</style>` +
    `<rect width="100%" height="100%" fill="${paper}"/>${head}${picture}${foot}</svg>\n`
  )
}

function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

const rounded = (value: number): number => Math.round(value * 100) / 100
