// English words for what stops a network's authority: the setting, decisions on extracts and weeding; and an entry of the log of breaches.
import type { authoritySv } from './authority-sv.ts'

const missing: Readonly<Record<string, string>> = {
  'no-members': 'the network has no members, and so no recovery sheets. Found it with members, print the three sheets and try two of them',
  untested: 'the recovery sheets have not been tried. Type two of them under Keys',
  old: 'the recovery sheets were last tried more than twelve months ago. Type two of them under Keys',
}
const fields: Readonly<Record<string, string>> = {
  discoveredAt: 'it is discovered in the future', beganAt: 'it cannot have begun after it was discovered', endedAt: 'its end lies in the future or before its beginning', kinds: 'choose at least one kind',
  persons: 'choose at least one group that the data are about', notifiedAt: 'IMY was told in the future or before it was discovered', delay: 'a reason for delay belongs to a notification later than 72 hours, and to no other',
  toldAt: 'the persons were told in the future or before it was discovered', untold: 'choose whether the persons were told, or why not', closed: 'it cannot be closed: there is a risk, and IMY has not been told',
}

export const authorityEn: typeof authoritySv = {
  'authority.pattern': () => 'The pattern of register numbers needs the year (YYYY) once and the running number (a run of #) once, with a character between. Else letters, digits, spaces and - / . : alone.',
  'authority.recovery': ({ missing: what = '' }) => `The setting has not been changed: ${missing[String(what)] ?? missing['untested']}.`,
  'register.no-weeding-decision': () => 'Nothing has been erased: an authority weeds under a decision on weeding alone, and none that stands covers this. Note the decision under Network, Authority.',
  'weeding.day': () => 'The decision cannot be later than today. Correct the date.',
  'extract.revised': () => 'The incident has changed since you opened it. Nothing has been saved. Read it again and decide anew.',
  'extract.day': () => 'The decision cannot be later than today. Correct the date.',
  'extract.ground-words': () => 'Another provision needs its own words, for instance "OSL chapter 38, section 7". Write which.',
  'extract.ground-names': () => 'The words of the secrecy ground seem to point at somebody. They are kept in clear: write the provision alone.',
  'extract.whole-masked': () => 'Something is masked, but the decision is to hand out everything. Choose in part, or take the masking away.',
  'extract.partly-whole': () => 'Nothing is masked, but the decision is to hand out a part. Mask something, or choose to hand out everything.',
  'extract.refused-without-ground': () => 'A refusal needs at least one secrecy ground, and nothing masked.',
  'extract.grounds-beside-masks': () => 'Grounds of a refusal belong to a refusal alone. Each masking has its own.',
  'extract.passages': () => 'Two maskings overlap, or one is empty. Make them again.',
  'breach.field': ({ field = '' }) => `It does not fit: ${fields[String(field)] ?? 'check what was entered'}. Nothing has been saved.`,
}
