// Two signs for each shipped indicator: how the register lays ticked indicators out for counting, a ninth of the ids' length.

/**
 * Marks by place, and databases hold them: what stands here never moves and never goes, also when the catalogue drops
 * it. An indicator that is new in the catalogue is written out until it is added at the end, with a migration that
 * empties lykta.incident_fact so that it is made anew.
 */
export const markedIndicators: readonly string[] = `
  general.disoriented general.unnaturally-cheerful general.fear-or-stress general.forced-to-work general.cannot-leave-work
  general.cannot-leave-situation general.movements-controlled general.violence-or-threats general.injuries-from-control
  general.injuries-from-work general.distrusts-authorities general.threatened-with-authorities general.hides-migration-status
  general.documents-held-by-other general.false-documents general.no-identity-documents general.exploitation-setting
  general.no-local-language general.does-not-know-address general.others-answer general.seems-instructed
  general.conditions-forced general.punished general.cannot-negotiate general.no-access-to-earnings general.no-days-off
  general.poor-accommodation general.no-medical-care general.isolated general.little-family-contact general.cannot-speak-freely
  general.believes-in-debt general.dependent general.travel-to-be-repaid general.false-promises general.no-contact-details
  general.disappears general.unexplained-money general.stories-differ sexual.many-phones sexual.moves-often sexual.unusual-hours
  sexual.spoken-for sexual.prostitution-setting sexual.advertised-online sexual.many-visitors sexual.little-own-clothing
  sexual.escorted sexual.marked sexual.long-hours sexual.sleeps-where-works sexual.travels-in-group sexual.few-words
  sexual.no-cash sexual.unprotected-or-violent sexual.cannot-refuse sexual.bought-or-sold sexual.group-controlled
  sexual.earnings-taken sexual.rent-too-high sexual.images-without-consent sexual.calls-during-contact sexual.not-alone-in-care
  sexual.no-luggage sexual.pays-cash sexual.do-not-disturb sexual.many-towels sexual.watched-from-outside
  labour.paid-little-or-nothing labour.lives-at-workplace labour.documents-held-by-employer labour.unsuitable-housing
  labour.not-dressed-for-work labour.eats-leftovers labour.no-contract labour.excessive-hours labour.tied-to-employer
  labour.no-choice-of-housing labour.never-alone-outside labour.cannot-move-freely labour.kept-in labour.fined
  labour.insulted-or-threatened labour.untrained labour.no-safety-information labour.no-work-permits labour.no-wage-records
  labour.poor-safety-equipment labour.labour-law-broken begging.hands-over-money begging.moved-as-group begging.child-begging
  begging.vulnerable-begging begging.injury-for-begging begging.many-children-one-guardian begging.punished-for-too-little
  begging.same-group-several-places begging.watched-while-begging forced-criminality.carries-drugs
  forced-criminality.in-criminal-group forced-criminality.lives-with-group forced-criminality.travelled-with-group
  forced-criminality.punished-for-stealing-too-little forced-criminality.new-kinds-of-theft forced-criminality.moved-for-crime
  forced-criminality.accounts-used domestic-servitude.lives-with-family domestic-servitude.eats-apart
  domestic-servitude.no-private-space domestic-servitude.sleeps-unsuitably domestic-servitude.reported-missing-by-employer
  domestic-servitude.rarely-out domestic-servitude.only-out-with-employer domestic-servitude.given-leftovers
  domestic-servitude.abused-at-home children.no-guardians children.intimidated children.no-friends children.no-schooling
  children.no-play children.lives-apart children.eats-apart children.leftovers children.unsuitable-work children.travels-alone
  children.travels-with-strangers children.child-clothes-in-setting children.child-things-in-odd-place children.found-by-adult
  children.taxi-numbers children.phone-with-instructions children.unclear-adoption children.older-companion
`.trim().split(/\s+/)

const signs = '0123456789abcdefghijklmnopqrstuvwxyz'
/** The first sign of the first mark; marks begin with A–Z and end with one of 36. */
const firstSign = 'A'.charCodeAt(0)

function markOf(place: number): string {
  return String.fromCharCode(firstSign + Math.floor(place / signs.length)) + signs[place % signs.length]!
}

/** Of the indicator whose mark these two character codes are: its place in `markedIndicators`. */
export function placeOfMark(first: number, second: number): number {
  return (first - firstSign) * signs.length + (second <= nine ? second - zero : second - letterA + 10)
}

const [zero, nine, letterA] = ['0', '9', 'a'].map((sign) => sign.charCodeAt(0)) as [number, number, number]

const marks = new Map(markedIndicators.map((id, place) => [id, markOf(place)]))

/** Opens an id without a mark, which is written out. */
export const beforeUnmarked = '{'
export const afterUnmarked = '}'

/** Of one indicator within a line: "A0", or "{labour.x-own}" for one without a mark. No part is found inside another. */
export function indicatorMark(id: string): string {
  return marks.get(id) ?? beforeUnmarked + id + afterUnmarked
}

/** Ticked indicators as one text, with nothing between them. */
export function writeIndicatorsLine(ids: readonly string[]): string {
  return ids.map(indicatorMark).join('')
}
