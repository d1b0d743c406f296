// Why a cell was not shown as it is, in words for the coordinator; never printed beside a hidden cell.
import type { Language } from '@lykta/incident'
import type { Rule } from './sensitive.ts'

export type Reason = Rule | 'complementary' | 'merged-years' | 'waits-for-years' | 'merged-categories' | 'not-printed'

export const reasonTexts: Readonly<Record<Reason, Readonly<Record<Language, string>>>> = {
  few: {
    sv: 'Antalet är under tröskeln. Noll räknas dit, annars vore en dold ruta aldrig noll.',
    en: 'The count is below the threshold. Zero is too, or a hidden cell would never be zero.',
  },
  'few-incidents': {
    sv: 'Antalet vilar på för få incidenter.',
    en: 'The count rests on too few incidents.',
  },
  'few-organisations': {
    sv: 'För få organisationer har rapporterat incidenterna.',
    en: 'Too few organisations reported the incidents.',
  },
  'one-organisation': {
    sv: 'Den organisation som rapporterat flest skulle kunna räkna bort sina egna och se de få som är kvar.',
    en: 'The organisation that reported most could subtract its own and see the few that remain.',
  },
  'nearly-all': {
    sv: 'Nästan alla hör hit. Då säger talet något om var och en, och de få andra syns.',
    en: 'Nearly all belong here. The count then tells something about each of them, and the few others can be seen.',
  },
  complementary: {
    sv: 'Rutan är dold för att en annan annars skulle gå att räkna ut.',
    en: 'The cell is hidden because another could be worked out from it.',
  },
  'merged-years': {
    sv: 'Åren är sammanslagna, eftersom något av dem är för litet för att stå ensamt.',
    en: 'The years are merged, because one of them is too small to stand alone.',
  },
  'waits-for-years': {
    sv: 'Åren i slutet är för små för att stå ensamma. De redovisas när de kan slås ihop med år som kommer.',
    en: 'The years at the end are too small to stand alone. They are shown once they can be merged with years to come.',
  },
  'merged-categories': {
    sv: 'Kategorin är sammanslagen med andra, eftersom någon av dem är för liten för att stå ensam.',
    en: 'The category is merged with others, because one of them is too small to stand alone.',
  },
  'not-printed': {
    sv: 'Planen skriver inte ut raden, men den skyddas som de andra.',
    en: 'The plan does not print the row, but it is protected like the others.',
  },
}
