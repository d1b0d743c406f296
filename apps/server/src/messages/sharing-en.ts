// English words for what stops an opening to another organisation, and the reading of many texts.
type Values = Readonly<Record<string, string | number>>

export const sharingEn = {
  'share.unfit': () => 'It cannot be opened to that organisation: it reported the incident itself, is no longer in the network, or the way or the ground does not fit. Nothing was opened. Choose again.',
  'share.nobody-reads': () => 'Nobody in that organisation is in the core group and could read. Nothing was opened. Invite somebody as a core member first, or give the information in another way and note it here.',
  'share.stands': () => 'It is open to that organisation already, or waits for its answer. Nothing was changed.',
  'share.not-now': () => 'That cannot be done now: somebody has answered or ended it, or it is not yours to answer. Nothing was changed. Read the page again.',
  'reading.limit': ({ most = '', minutes = '' }: Values) => `You have opened ${most} sealed texts in ${minutes} minutes, and no more are handed out without a second person. Wait a while, or ask for it under Reading many: another coordinator or a named core member agrees, or it takes a day. If somebody is in danger: read in an emergency on the same page, and it opens at once.`,
  'glass.not-now': () => 'That cannot be done now: it is open already, somebody has ended or reviewed it, your own is for another to review, or somebody has just said no to your reading. Nothing was changed. Read the page again. If somebody is in danger, call 112.',
  'session.stands': () => 'You have asked for it already, or are reading already. Nothing new was sent.',
  'session.not-now': () => 'That cannot be done now: somebody has answered, the day is not over, the time has run out, or it is not yours to answer. Nothing was changed. Read the page again.',
  'session.no-core-member': () => 'One of them is no core member of the network. Nothing was changed. Read the page again and choose anew.',
}
