// The lists to choose from, as rows of an XLSForm's sheet choices.
import { catalogueOf, indicatorCategories, indicatorsOn } from '../catalogue/catalogue.ts'
import { supportingSectors } from '../codes.ts'
import type { FormContext } from '../form/parse-form-answers.ts'
import { questionsOf } from '../form/form-words.ts'
import type { Organisation } from '../incident.ts'
import { nationalities, nationalityName } from '../nationalities.ts'
import { partName, signsName } from './names.ts'
import type { RowContext } from './question-rows.ts'
import { words } from './words.ts'
import type { ChoiceRow } from './xls-form.ts'

export const organisationName = (from: 'all' | 'support'): string => (from === 'all' ? 'organisations' : 'support_organisations')

/** An organisation's code, which people can read in an exported file; its id where ODK would not take the code. */
export function organisationChoice({ id, code }: Pick<Organisation, 'id' | 'code'>): string {
  return /^[A-Za-z0-9][\w.-]*$/.test(code) ? code : id
}

export function choiceRows(all: RowContext & { readonly context: Pick<FormContext, 'organisations'> }): readonly ChoiceRow[] {
  const { form, sv, en, context } = all
  const offered = indicatorsOn(context.today, catalogueOf(context.ownIndicators))
  const order = new Intl.Collator('sv')
  const codes = questionsOf(form).flatMap((question): readonly ChoiceRow[] => {
    if (question.kind === 'date' && question.precisions.length > 1) {
      const list = partName(question.id, 'precision')
      return [
        ...question.precisions.map((name) => ({ list, name, label: { sv: sv.precisions[name], en: en.precisions[name] } })),
        { list, name: 'unknown', label: { sv: sv.unknown, en: en.unknown } },
      ]
    }
    if (question.kind !== 'choice' && question.kind !== 'choices') return []
    const names = question.codes.includes('unknown') ? question.codes : [...question.codes, 'unknown']
    return names.map((name) => ({
      list: question.id, name, label: { sv: sv.codes[question.id]?.[name] ?? sv.unknown, en: en.codes[question.id]?.[name] ?? en.unknown },
    }))
  })
  return [
    { list: 'yes_no', name: 'yes', label: words.yes }, { list: 'yes_no', name: 'no', label: words.no },
    ...codes,
    ...(['all', 'support'] as const).flatMap((from) => context.organisations
      .filter(({ sector }) => from === 'all' || supportingSectors.includes(sector)).toSorted((a, b) => order.compare(a.name, b.name))
      .map((organisation) => ({ list: organisationName(from), name: organisationChoice(organisation), label: labelOf(organisation) }))),
    ...indicatorCategories.flatMap(({ id }) => offered.filter(({ category }) => category === id)
      .map((sign) => ({ list: signsName(id), name: sign.id, label: { sv: sign.sv, en: sign.en } }))),
    ...nationalities.map((name) => ({ list: 'nationalities', name, label: { sv: nationalityName(name, 'sv'), en: nationalityName(name, 'en') } }))
      .toSorted((a, b) => order.compare(a.label.sv, b.label.sv)),
  ]
}

function labelOf({ name, joined }: Organisation): ChoiceRow['label'] {
  return joined === null ? { sv: `${name} (${words.outside.sv})`, en: `${name} (${words.outside.en})` } : { sv: name, en: name }
}
