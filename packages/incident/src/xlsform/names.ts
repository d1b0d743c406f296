// The names of an XLSForm's questions, by which a submission is read again. None holds a hyphen or a slash: ODK and Kobo
// put those between the groups of a column's name.
import type { IndicatorCategory } from '../catalogue/indicator.ts'

/** A calculated answer: the id of the form's version. */
export const formVersionName = 'lykta_form'
/** The day on the device when it was filled in. */
export const filledInName = 'today'
/** A calculated answer: the ids of the network's own questions that this form asks. */
export const ownAskedName = 'lykta_own'
/** How many groups of persons are told of: a repeat without a number begins with an empty row that nobody has added. */
export const groupsName = 'groups_of_persons'
/** Notes have no answer; some exports have columns for them all the same. */
export const notePrefix = 'note_'

/** Parts of a question that XLSForm has no single type for. */
export type Part = 'precision' | 'day' | 'month' | 'year' | 'about' | 'at_least'
export const partName = (question: string, part: Part): string => `${question}_${part}`

export const signsName = (category: IndicatorCategory): string => `indicators_${category.replaceAll('-', '_')}`
