// Which of the catalogue's signs each poster shows, in order: what people in that work can see or hear themselves. None is about origin, language,
// looks, clothes or papers, and none needs anybody to ask or to search.
import type { Observer } from '@lykta/incident'

export const posterIds = ['hotel', 'landlord', 'transport', 'workplace', 'health', 'outreach', 'social-services', 'everyone'] as const
export type PosterId = (typeof posterIds)[number]

/** As which of the catalogue's observers; whoever has no position of her own sees what anyone sees. */
export const posterObserver: Readonly<Record<PosterId, Observer>> = {
  'hotel': 'hotel', 'landlord': 'landlord', 'transport': 'anyone', 'workplace': 'workplace', 'health': 'health', 'outreach': 'outreach', 'social-services': 'social-services', 'everyone': 'anyone',
}

export const posterSigns: Readonly<Record<PosterId, readonly string[]>> = {
  'hotel': [
    'sexual.many-visitors', 'sexual.do-not-disturb', 'sexual.pays-cash', 'sexual.many-towels', 'sexual.no-luggage', 'sexual.spoken-for', 'sexual.many-phones', 'sexual.watched-from-outside',
    'general.documents-held-by-other', 'general.movements-controlled', 'general.fear-or-stress', 'general.disoriented', 'children.older-companion', 'children.no-guardians',
  ],
  'landlord': [
    'sexual.many-visitors', 'sexual.rent-too-high', 'sexual.watched-from-outside', 'labour.unsuitable-housing', 'labour.no-choice-of-housing', 'labour.tied-to-employer', 'labour.kept-in', 'general.poor-accommodation',
    'general.others-answer', 'general.movements-controlled', 'domestic-servitude.sleeps-unsuitably', 'domestic-servitude.rarely-out', 'children.lives-apart', 'children.no-schooling',
  ],
  'transport': [
    'general.others-answer', 'general.movements-controlled', 'general.disoriented', 'general.fear-or-stress', 'general.violence-or-threats', 'general.seems-instructed', 'general.documents-held-by-other', 'general.does-not-know-address',
    'sexual.escorted', 'sexual.many-phones', 'labour.tied-to-employer', 'labour.never-alone-outside', 'begging.moved-as-group', 'children.intimidated',
  ],
  'workplace': [
    'labour.paid-little-or-nothing', 'labour.excessive-hours', 'general.no-days-off', 'labour.no-contract', 'labour.lives-at-workplace', 'labour.unsuitable-housing', 'labour.tied-to-employer', 'labour.documents-held-by-employer',
    'labour.fined', 'labour.insulted-or-threatened', 'labour.kept-in', 'labour.not-dressed-for-work', 'labour.no-safety-information', 'children.unsuitable-work',
  ],
  'health': [
    'sexual.not-alone-in-care', 'general.others-answer', 'general.seems-instructed', 'general.stories-differ', 'general.injuries-from-control', 'general.injuries-from-work', 'general.no-medical-care', 'sexual.unprotected-or-violent',
    'sexual.calls-during-contact', 'general.does-not-know-address', 'general.cannot-leave-situation', 'general.dependent', 'children.intimidated', 'children.no-schooling',
  ],
  'outreach': [
    'general.cannot-leave-situation', 'general.threatened-with-authorities', 'general.believes-in-debt', 'general.false-promises', 'general.travel-to-be-repaid', 'sexual.earnings-taken', 'sexual.cannot-refuse', 'sexual.calls-during-contact',
    'sexual.moves-often', 'sexual.images-without-consent', 'begging.hands-over-money', 'begging.watched-while-begging', 'general.violence-or-threats', 'children.no-guardians',
  ],
  'social-services': [
    'general.cannot-leave-situation', 'general.seems-instructed', 'general.threatened-with-authorities', 'general.believes-in-debt', 'general.false-promises', 'general.no-access-to-earnings', 'general.dependent', 'general.isolated',
    'general.disappears', 'labour.no-contract', 'forced-criminality.accounts-used', 'forced-criminality.in-criminal-group', 'children.no-guardians', 'children.phone-with-instructions',
  ],
  'everyone': [
    'general.others-answer', 'general.movements-controlled', 'general.fear-or-stress', 'general.violence-or-threats', 'general.cannot-speak-freely', 'general.does-not-know-address', 'sexual.escorted', 'sexual.watched-from-outside',
    'labour.lives-at-workplace', 'labour.paid-little-or-nothing', 'begging.hands-over-money', 'begging.watched-while-begging', 'forced-criminality.carries-drugs', 'children.unsuitable-work',
  ],
}
