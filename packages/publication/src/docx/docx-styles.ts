// How the DOCX looks: the report's ink and accent, in typefaces that every office has. All of it are styles, so that whoever edits changes one place.
import { type IPropertiesOptions, LevelFormat, LineRuleType } from 'docx'
import type { Language } from '@lykta/incident'

const ink = '12282C'
const soft = '4A5D5F'
const accent = '0B5D63'
export const lamp = { ink: '734700', paper: 'FBEFD3', line: 'EBA82D' } as const
export const hairline = 'DFD8C9'
const serif = 'Georgia'
const sans = 'Arial'

export const listReferences = { bullet: 'bullets', ordered: 'numbers' } as const

const locale: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }

export function docxStyles(language: Language): NonNullable<IPropertiesOptions['styles']> {
  const plain = (id: string, name: string, run: object, paragraph: object) => ({ id, name, basedOn: 'Normal', quickFormat: true, run, paragraph })
  return {
    default: {
      document: { run: { font: serif, size: 21, color: ink, language: { value: locale[language] } }, paragraph: { spacing: { after: 140, line: 300, lineRule: LineRuleType.AUTO } } },
      title: { run: { font: serif, size: 56, bold: true, color: ink }, paragraph: { spacing: { before: 1200, after: 160 } } },
      heading1: { run: { font: serif, size: 34, bold: true, color: ink }, paragraph: { spacing: { before: 560, after: 160 }, keepNext: true } },
      heading2: { run: { font: serif, size: 25, bold: true, color: ink }, paragraph: { spacing: { before: 360, after: 100 }, keepNext: true } },
      listParagraph: { run: {}, paragraph: { spacing: { after: 70 } } },
      caption: { run: { font: sans, size: 19, bold: true, color: ink }, paragraph: { spacing: { before: 320, after: 100 }, keepNext: true } },
      hyperlink: { run: { color: accent } },
      footnoteText: { run: { font: serif, size: 17, color: ink } },
    },
    paragraphStyles: [
      plain('Subtitle', 'Subtitle', { size: 26, color: soft }, { spacing: { after: 400 } }),
      plain('Publisher', 'Publisher', { font: sans, size: 21, bold: true, color: accent }, { spacing: { after: 60 } }),
      plain('Fact', 'Fact', { font: sans, size: 18, color: soft }, { spacing: { after: 40 } }),
      plain('Contents', 'Contents', { font: sans, size: 20 }, { spacing: { after: 60 } }),
      plain('ContentsTitle', 'Contents title', { font: sans, size: 20, bold: true }, { spacing: { before: 480, after: 80 }, keepNext: true }),
      plain('ChartNote', 'Chart note', { font: sans, size: 18, color: soft }, { spacing: { after: 80 }, keepNext: true }),
      // Single and by itself: with other spacing a word processor may show a strip of the picture alone.
      plain('Picture', 'Picture', {}, { spacing: { before: 80, after: 80, line: 240, lineRule: LineRuleType.AUTO } }),
      plain('TableText', 'Table text', { font: sans, size: 18 }, { spacing: { before: 40, after: 40, line: 240, lineRule: LineRuleType.AUTO } }),
      plain('TableNote', 'Table note', { font: sans, size: 16, color: soft }, { spacing: { before: 60, after: 60, line: 240, lineRule: LineRuleType.AUTO } }),
      plain('KeyFigure', 'Key figure', { font: sans, size: 20 }, { spacing: { before: 120, after: 160, line: 264, lineRule: LineRuleType.AUTO }, keepLines: true }),
      plain('Note', 'Note', {}, { indent: { left: 200 }, border: { left: { style: 'single', size: 18, color: lamp.line, space: 8 } } }),
      plain('Mark', 'Mark', { font: sans, size: 17, bold: true, color: lamp.ink }, { spacing: { after: 60 }, shading: { type: 'clear', fill: lamp.paper, color: 'auto' } }),
      plain('Running', 'Running head', { font: sans, size: 16, color: soft }, { spacing: { after: 0 } }),
    ],
    characterStyles: [
      // A value bound to the protected tables: it looks like its surroundings, and can be found and marked.
      { id: 'BoundFigure', name: 'Bound figure', run: {} },
      { id: 'KeyValue', name: 'Key value', run: { size: 36, bold: true, color: accent } },
    ],
  }
}

const indent = { left: 360, hanging: 300 }

export const docxNumbering: NonNullable<IPropertiesOptions['numbering']> = {
  config: [
    { reference: listReferences.bullet, levels: [{ level: 0, format: LevelFormat.BULLET, text: '–', style: { paragraph: { indent } } }] },
    { reference: listReferences.ordered, levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', style: { paragraph: { indent } } }] },
  ],
}
