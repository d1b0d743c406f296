// The English words that the checker asks about.
import { phrases } from '../pattern.ts'
import type { Lexicon } from './lexicon.ts'

const people = 'persons?|people|individuals|wom[ae]n|m[ae]n|girls?|boys?|child(?:ren)?|minors?|adults?|youths?|exploited|victims?'
const things = 'incidents?|cases?|events?|(?:police )?reports?|perpetrators?|buyers?|procurers?|pimps?|purchases'
const counted = `(?:(?:possibly|possible|suspected|exploited|adult|young|underage|documented|reported|known|new) )*(?:${people}|${things})`
const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)'
const ordinal = '(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)'
const small = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen'
const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety'
const amount = `(?:\\d+(?:[.,]\\d+)?(?:[–-]\\d+)?|(?:${tens})(?:-(?:${small}))?|${small})`
const happened = '(?:was|were|is|concerned|involved|had|accepted|declined|came|received|led|lacked|turned|got)'

export const en: Lexicon = {
  idioms: phrases(
    'first of all', 'two and two', 'two by two', 'above all', 'after all', 'at all', 'all affect', 'one another', 'each other', 'on the one hand', 'on the other hand', 'no one', 'rights of the child', 'a (?:child|minor) is', '(?:counts?|counted|treated|regarded) as a (?:child|minor)', '(?:due to|because of) chance', 'third(?: |-)(?:sector|country|countries|party|parties)', 'nationals of third countries',
    'half(?: |-)(?:a |an )?(?:year|day|hour)s?(?:ly)?', `(?:first|second|third|fourth|last|this|next) (?:half|quarter)`, `both (?!(?:${counted})(?![\\p{L}]))\\p{L}+(?: \\p{L}+){0,3} and`, '(?:because of|due to|owing to) (?:confidentiality|secrecy|privacy|the risk)', '(?:was|were|is|are) marked (?:at|by|on|in|with)', '(?<!(?:seems?|appears?|continued?s?) )to (?:increase|decrease|reduce)', 'our thanks to', 'thanks to (?:all|everyone|those) (?:who|that)',
    'one of the (?:ways|reasons|aims|purposes|tasks)',
  ),
  harmlessNumbers: phrases(
    // Telephone numbers first: "number 020-390 000" is no number 020.
    '(?:(?:telephone|tel\\.?|number|no\\.) )?(?:0\\d{1,3} ?[-–] ?\\d[\\d ]{4,10}\\d|\\+\\d{1,3}[ \\d()-]{6,14}\\d)',
    `\\d{1,2}(?:st|nd|rd|th)?(?:[–-]\\d{1,2})? ${month}\\.?(?: \\d{4})?`, `${month}\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d`, `${month}\\.?(?:[–-]${month}\\.?)? (?:19|20)\\d\\d`, '\\d{4}-\\d\\d(?:-\\d\\d)?', '\\d{4}:\\d+',
    `(?:19|20)\\d\\d(?:[–/-](?:\\d\\d|\\d{4}))?(?! (?:${counted})(?![\\p{L}]))`, '(?:1[0-9]|20)\\d0s',
    '(?:at|from|until|by) \\d{1,2}[.:]\\d\\d', '\\d{1,2}:\\d\\d', '\\d{1,2} ?(?:am|pm|a\\.m\\.|p\\.m\\.)', '(?:weekdays|weekends|Mondays|Fridays)(?: from)? \\d{1,2}(?: to |[–-])\\d{1,2}', '24/7',
    '(?:chapter|section|article|art\\.|figure|fig\\.|table|chart|annex|appendix|pages?|p\\.|pp\\.|note|footnote|step|version|edition|goals?|targets?|part|phase|no\\.|number|line|protocol|report|form) \\d+(?:[.:]\\d+)*(?:\\(\\d+\\)(?:\\([a-z]\\))?)?(?: ?[a-z](?![\\p{L}]))?(?:(?:,|–|-| and) ?\\d+(?:\\.\\d+)*)*',
    '\\d+(?: ?[a-z])? ?§§?', '§ ?\\d+(?: ?[a-z])?', '114 ?14', '(?<=(?:call|dial|ring|phone|alert|danger|emergenc)[^.]{0,40})112', '(?:SE-)?\\d{3} \\d\\d(?= \\p{Lu})',
    '\\p{L}+[-/–]?\\d+', '\\d+-per-cent', '95 per cent (?:confidence )?interval', '(?:under|over|below|above|age of|aged) 18(?: years)?', '18 years (?:old )?(?:or|and) (?:over|older)', 'age of (?:consent|majority) is \\d+',
    `(?:for|after|in|within|over|every|past|last|than|at least|at most) ${amount} years?`, `${amount} (?:rounds?|parts|steps|chapters|annexes|versions|questions|lines|months?|weeks?|days?|nights?|hours?|minutes?|seconds?|pages|languages|copies)`, `(?:${amount} times|twice|once) (?:a|per|every) (?:year|month|week|day)`,
    '(?:SEK|EUR|USD|€) ?\\d[\\d,. \\u00A0]*\\d', '\\d[\\d, \\u00A0]*(?:kronor|SEK|euros?|square metres|kilometres|km|miles)', `(?:the|this is the|for the|its) ${ordinal} (?:time|year|meeting|part|edition|report|half)`,
  ),
  numbers: {
    blocking: phrases(
      '\\p{N}+(?:[.,:/–-]\\p{N}+|[ \\u00A0]\\p{N}{3}(?!\\p{N}))*', `(?:${tens})-?(?:${small})`, ...small.split('|').slice(1), ...tens.split('|'),
      'hundred', 'hundreds', 'thousand', 'dozen', 'dozens', 'half', 'third', 'thirds', 'quarter', 'quarters', 'fifth', 'fifths', 'twice', 'double', 'doubled', 'tripled',
    ),
    asked: phrases(
      'thousands', '(?:doubl|tripl|trebl|quadrupl|halv)(?:es?|ed|ing)', `zero (?:${counted})`, 'tenths?', '(?:two|three|four|five|six|ten|many)fold', 'a couple(?= (?:of|more)(?! \\p{L}+ who live))', 'a pair of', 'a single(?= (?:man|woman|girl|boy|person|incident|case)(?![\\p{L}]))',
      `one(?= (?:of (?:them|these|those|whom|the (?:${counted}))|${happened})(?![\\p{L}]))`, 'of whom one', '(?:only|just|another|exactly) one', `(?<!(?:can|may) (?:\\p{L}+ ){0,2})in one(?= (?:${things})(?! (?:can|may))(?![\\p{L}]))`, `(?<!(?:as|than|in) )one(?= (?:of )?(?:incident|case|person|report)(?! (?:can|may))(?![\\p{L}]))`, 'one in \\p{L}+',
      `(?:the|a) ${ordinal}(?= (?:${counted})(?![\\p{L}]))`, `every (?:other|${ordinal})(?= (?:${counted})(?![\\p{L}]))`,
    ),
  },
  quantifiers: {
    blocking: phrases(
      'all of (?:them|the)', 'none of', 'a few', 'only one', 'just one', 'a couple of', 'the (?:man|woman|girl|boy|child|minor)', '(?:an?|one) (?:adult |young |minor |underage |single )?(?:man|woman|girl|boy|child|minor)', 'both', '(?:(?:a|the) )?majority',
    ),
    asked: phrases(
      `(?:nearly |almost |virtually |practically )?all (?:the |these |those |of those )?(?:${counted})`, '(?:nearly|almost|virtually|practically) (?:all|every\\p{L}*)(?= (?:of|was|were|is|are|had|came|concerned)(?![\\p{L}]))', `no (?:other )?(?:${counted})(?! (?:is|was|were|are) (?:named|shown))`, 'none (?:was|were|had|has)', `most (?:of (?:the|them|these|those)|(?:${counted}))`, 'a minority', 'the bulk of', 'the (?:greater|larger|main) part of', 'a (?:large|small|great|considerable|high|low) (?:part|share|proportion|number) of',
      'a handful', 'not a single', `(?:very |only )?few of`, `(?<!with )(?:very |only )?few (?:${counted})`, `(?<!how )many of (?:the|them|these|those)`, 'every (?:woman|man|girl|boy|child|person|incident|case|one of)', `each of (?:the (?:${counted})|those)`, `both (?:${counted})`, '(?:only|exclusively|solely) (?:women|men|girls|boys|children|adults|minors)', 'the only (?:man|woman|girl|boy|child|person)',
      'the (?:women|men|girls|boys|children|youngest|oldest)',
    ),
  },
  cause: {
    blocking: phrases('contributed', 'contributes', 'thanks to', 'caused', 'because of', 'due to', 'owing to'),
    asked: phrases(
      `led to(?! [\\uE000-\\uF8FF])`, 'leads to', 'result(?:ed|s|ing) in', 'as a (?:\\p{L}+ )?(?:result|consequence)(?: of)?', '(?:is|are|was|were) (?:the|a) (?:\\p{L}+ )?(?:result|consequence|effect) of', 'attribut(?:ed|able) to', 'explain(?:ed|s) (?:by|the|why)', 'explanation for', 'brought about', '(?:had|has|have had|having) (?:an?|a great|a clear|its|the desired|some) (?:\\p{L}+ )?(?:effect|impact)',
      'made (?:it )?possible', 'affected', 'influenced', 'shows? that (?:the|our) (?:work|measures|efforts|cooperation)', '(?:effect|impact) of', 'driven by', 'paid off', 'pays off', 'borne fruit', 'made a difference', 'succeeded', 'deterred', 'owes? (?:much )?to', 'on account of', 'prompted', '(?:in )?consequence of', 'in the wake of', 'credit', 'meant that', 'gave rise to', 'given rise to', 'paved the way', 'puts? a stop', 'put an end', 'behind the', 'driven (?:out|away)', 'forced (?:out|away)', 'linked to', 'helped(?: to)?', 'through (?:our|the network[\'’]s|police|municipal) (?:work|efforts)', 'success(?:es|ful|fully)?', 'achieved', 'accounts? for', 'the reason(?:s)? (?:for|why|is)', '(?:is|are) (?:clear|obvious|evident|proven) that', '(?:proves?|proved|confirms?|confirmed|demonstrates?|demonstrated) that', 'suggests? that', 'shows? clearly', 'prevented', 'curbed', 'scared', 'ripple effects?', '(?:is|are) biting', 'stopped', 'halted', 'reversed', 'boosted', 'turned the tide', 'effective(?:ly)?', '(?:is|are) working', 'has changed', '(?:has|have|had) made',
    ),
  },
  size: {
    blocking: phrases('decisive(?:ly)?', 'marked(?:ly)?', 'breakthrough', 'sharply?', 'dramatic(?:ally)?', 'drastic(?:ally)?', 'alarming(?:ly)?', 'significant(?:ly)?'),
    asked: phrases(
      'soar(?:ed|s|ing)', 'surg(?:ed?|es|ing)', 'plummet(?:ed|s|ing)?', 'skyrocket\\p{L}*', 'record (?:number|high|low|year)', 'steep(?:ly)?', 'huge(?:ly)?', 'massive(?:ly)?', 'considerabl[ey]', 'substantial(?:ly)?', 'explosion', 'exploded', 'explosive', 'epidemic', 'striking(?:ly)?', 'remarkabl[ey]', 'vast(?:ly)?', 'greatly', 'noticeabl[ey]', 'worrying(?:ly)?', 'shocking(?:ly)?', 'enormous(?:ly)?', 'widespread', 'rampant', 'rife',
      '(?:large|big|great|clear|strong) (?:increase|decrease|rise|fall|difference|drop|growth|effect)', 'to a (?:large|great|high) (?:extent|degree)', 'unusually (?:many|few|high|low)', '(?:very|extremely) (?:many|common|rare)', 'unprecedented',
    ),
  },
  direction: {
    blocking: phrases('increase[ds]?', 'increasing', 'decrease[ds]?', 'decreasing', 'rose', 'fell', 'trends?'),
    asked: phrases(
      'risen', '(?:is|are|was|were|been) rising', 'fallen', '(?:is|are|was|were|been) falling', 'the (?:fall|rise|growth|decline|upturn|downturn|drop)', 'a (?:\\p{L}+ )?(?:fall|rise|growth|decline|upturn|downturn|drop|surge|reduction) (?:in|of)', 'grown', 'grew', 'growing', 'declin(?:ed|es|ing)', 'dropp(?:ed|ing)', 'diminish(?:ed|ing)', 'reduced', 'shrunk', 'shrank', 'shrinking', '(?:gone|went|going) (?:up|down)', `(?:more|fewer) (?:${counted})`, 'more and more', 'fewer and fewer', 'less and less', '(?:more|less) (?:common|frequent|often|usual)(?: \\p{L}+)? than', 'become (?:more|less) (?:common|frequent|usual)', 'increasingly', '(?:more|fewer|higher|lower) than (?:before|last|in|the year|the previous|during|previously|ever)', 'up from', 'down from', 'worsened', 'improved', 'got (?:better|worse)', 'upturn', 'downturn', 'on the rise', 'escalat(?:ed|es|ing)', 'upwards?', 'downwards?', '(?!(?:rather|other|later|earlier|longer|older|younger|further) )\\p{L}{3,}er than', '(?:worse|better|less|more) than', '(?:better|worse) at', '(?:is|are|was|were|been) spreading', 'spread(?:s)?', '(?:become|became|becomes|becoming) (?:more|less|fewer|worse|better|\\p{L}{3,}er)', 'accelerat\\p{L}+', 'intensif\\p{L}+', 'slow(?:ed|ing) down', 'levell?ed off', 'peak(?:ed|s)?', 'unchanged', 'stable', 'eased', 'shift(?:ed|ing)', '(?:has|have|had) changed', 'doubl\\p{L}+', 'strengthen(?:ed|s|ing)', 'weaken(?:ed|s|ing)', 'disappear(?:ed|s|ing)', 'vanish(?:ed|es|ing)', 'collaps(?:ed|es|ing)', 'crash(?:ed|es|ing)', 'sh(?:oo|o)t(?:s|ing)? up', 'rocketed', 'climb(?:ed|s|ing)', 'tumbl(?:ed|es|ing)', '(?:taken|took) (?:off|hold|root)', 'slow(?:ed|ing)', 'emerg(?:ed|es|ing)', 'ceased', 'come back', 'expand(?:ed|s|ing)', 'moved (?:in|into|out|to|from)', 'replaced by', 'displaced', 'given way', '(?:bigger|larger|smaller|worse|better|\\p{L}{3,}er) (?:this year|now|today|nowadays|lately)', 'becom(?:e|es|ing) an? (?:more|less|bigger|smaller)', 'became an? (?:more|less)', '(?:went|gone|goes) from', 'mounting', 'swelling', 'swell(?:ed|s)',
    ),
  },
  up: phrases('increas\\p{L}*', 'ris\\p{L}+', '\\p{L}+ rising', 'rose', 'the (?:rise|growth|upturn)', 'a (?:\\p{L}+ )?(?:rise|growth|upturn|surge) \\p{L}+', 'gr[oe]w\\p{L}*', '\\p{L}+ up', 'up from', 'more \\p{L}+(?: \\p{L}+)*', 'higher than \\p{L}+', 'on the rise', 'upturn', 'escalat\\p{L}+', 'upwards?'),
  down: phrases('decreas\\p{L}*', 'fell', 'fallen', '\\p{L}+ falling', 'the (?:fall|decline|downturn|drop)', 'a (?:\\p{L}+ )?(?:fall|decline|downturn|drop|reduction) \\p{L}+', 'declin\\p{L}+', 'dropp\\p{L}+', 'diminish\\p{L}+', 'reduced', 'shr[ua]nk', '\\p{L}+ down', 'down from', 'fewer \\p{L}+(?: \\p{L}+)*', 'lower than \\p{L}+', 'downturn', 'downwards?'),
  denial: phrases(
    '(?:cannot|can not|could not) (?:yet )?be (?:said|determined|established|judged|known|ruled out|read|concluded|told|seen|answered|decided|inferred|shown)', '(?:cannot|can not) (?:say|tell|conclude|know)', '(?:do|does|did) not (?:\\p{L}+ )?(?:believe|think|mean|prove|show|say|claim|imply|know)', '(?:says|proves|means|shows) nothing', 'no (?:\\p{L}+ )?conclusions?', 'not possible to (?:say|tell|conclude)', 'neither',
  ),
  turns: phrases('but', 'however', 'rather', 'instead'),
  whether: /^(?:whether|if)(?=\s)/iu,
  wish: phrases('can', 'could', 'may', 'might', 'would', 'should', 'must', 'will', 'want', 'hope', 'need', 'needs', 'requires?', 'wish', 'to', 'in order to'),
  terms: [
    { pattern: phrases("victims?(?:['’]s?)?(?! support| services)"), instead: 'possibly exploited person' },
    { pattern: phrases("offenders?(?:['’]s?)?", "(?<!(?:possible|suspected|alleged|other possible) )perpetrators?(?:['’]s?)?", 'culprits?'), instead: 'possible perpetrator' },
    { pattern: phrases('prostitutes?', 'whores?', 'hookers?', 'streetwalkers?'), instead: 'possibly exploited person in prostitution' },
  ],
  percent: '(?:per cent|percent|%)',
  of: '(?:\\s+(?:out\\s+)?of\\s+(?:(?:the|all|a total of)\\s+)?|\\s*/\\s*)',
  ofWhom: '(?:of whom|of which|among them)',
  opensOf: 'of (?:the )?',
  atLeast: '(?:at\\s+least\\s+)',
  severalAnswers: /several\s+(?:answers|nationalities|indicators|categories|\p{L}+\s+(?:can|may))|(?:add|sum)\s+up\s+to\s+more|sum\s+to\s+more|more\s+than\s+(?:the\s+whole|one\s+answer|a\s+hundred\s+per\s+cent)/iu,
  counted: {
    incident: /(?:number of|more|fewer|(?:increase|decrease|rise|fall|growth|drop) in(?: the number of)?)(?:\s+(?:documented|reported|known|suspected|new))*\s+(?:incident|event)/iu,
    person: /(?:number of|more|fewer|(?:increase|decrease|rise|fall|growth|drop) in(?: the number of)?)(?:\s+(?:documented|reported|known|possibly|suspected|new|exploited|adult))*\s+(?:person|people|wom[ae]n|m[ae]n\b|girl|boy|child|minor)/iu,
  },
  everyYear: /year\s+by\s+year|every\s+year|each\s+year|year\s+after\s+year|steadily|since\s+(?:the\s+start|collection|then)/iu,
}
