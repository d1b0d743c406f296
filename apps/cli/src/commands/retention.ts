// `lykta retention`: what has fallen due; --decide writes down how long a class is kept, --yes weeds, --backups tells which copies still hold what was weeded.
import { constants } from 'node:fs'
import { access, readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { clockGrounds, findCivilDate, longestClock, problem, ProblemError, retentionIds } from '@lykta/incident'
import { findWeededBackups, throwAwayWeeded } from '@lykta/register'
import { carryOutWeeding, decideClock, type Desk, listDue } from '@lykta/server'
import { type Command, type Context, UsageError } from '../command.ts'
import { type RetentionWords, retentionWords, type WeededClass } from '../messages/retention.ts'
import { withDesk } from '../with-desk.ts'

const classes = retentionIds.filter((id): id is WeededClass => id !== 'publication')

export const retention: Command = {
  name: 'retention',
  takes: '',
  count: [0, 0],
  summary: { sv: 'visa vad som har fallit för sin gallringsfrist; gallra det', en: 'show what has fallen due for weeding; weed it' },
  details: {
    sv: `Klasser: ${classes.join(', ')}. Det som nätverket inte har beslutat om är programmets förslag, och gallras inte. Det som har ett gallringsstopp lämnas. Gallring går inte att ångra. Är nätverket en myndighet krävs ett gallringsbeslut.`,
    en: `Classes: ${classes.join(', ')}. What the network has not decided on is the program’s proposal, and is not weeded. What is under a legal hold is left. Weeding cannot be undone. A public authority needs a decision on weeding first.`,
  },
  options: {
    'decide': { type: 'string', value: 'CLASS=MONTHS', help: { sv: 'skriv in ett beslut, tillsammans med --ground, --reference och --decided-on', en: 'write down a decision, together with --ground, --reference and --decided-on' } },
    'ground': { type: 'string', value: clockGrounds.join('|'), help: { sv: 'vad beslutet vilar på', en: 'what the decision rests on' } },
    'reference': { type: 'string', value: 'TEXT', help: { sv: 'var beslutet står, till exempel en paragraf i ett protokoll', en: 'where the decision stands, for instance a paragraph of minutes' } },
    'decided-on': { type: 'string', value: 'DAY', help: { sv: 'beslutets dag, ÅÅÅÅ-MM-DD', en: 'the day of the decision, YYYY-MM-DD' } },
    'yes': { type: 'boolean', help: { sv: 'gallra det som är beslutat; det går inte att ångra', en: 'weed what is decided on; it cannot be undone' } },
    'only': { type: 'string', value: 'CLASS,CLASS', help: { sv: 'bara de klasserna', en: 'those classes only' } },
    'backups': { type: 'string', value: 'FOLDER', help: { sv: 'visa vilka kopior där och i datamappen som har kvar något gallrat', en: 'show which copies there and in the data folder still hold what was weeded' } },
    'throw-away': { type: 'boolean', help: { sv: 'med --backups: släng dem som är äldre än 35 dagar, utom den nyaste', en: 'with --backups: throw away those older than 35 days, but for the newest' } },
  },
  run: async (context) => {
    const { given, language } = context
    const words = retentionWords[language]
    const decision = readDecision(context, words)
    const only = given.text('only')?.split(',').map((one) => classOf(one, words))
    const folder = given.text('backups')
    if (given.is('throw-away') && folder === undefined) throw new UsageError(words.throwWhat)
    if (only && !given.is('yes')) throw new UsageError(words.onlyWeeds)
    return withDesk(context, async (desk) => {
      if (decision) {
        await decideClock(desk, decision.class, { decided: decision.decided })
        context.say(words.decided)
        return 0
      }
      if (folder !== undefined) return tellBackups(context, desk, resolve(folder), words)
      return given.is('yes') ? weed(context, desk, only, words) : list(context, desk, words)
    })
  },
}

function classOf(text: string, words: RetentionWords): WeededClass {
  const found = classes.find((one) => one === text)
  if (found === undefined) throw new UsageError(words.noClass(classes.join(', ')))
  return found
}

function readDecision({ given }: Context, words: RetentionWords) {
  const text = given.text('decide')
  const [ground, reference, decidedOn] = [given.text('ground'), given.text('reference')?.normalize('NFC').trim(), given.text('decided-on')]
  if (text === undefined) {
    if (ground !== undefined || reference !== undefined || decidedOn !== undefined) throw new UsageError(words.decideWhat)
    return undefined
  }
  const [, name = '', months = ''] = /^([a-z]+)=([1-9]\d{0,3})$/.exec(text) ?? []
  if (months === '' || Number(months) > longestClock) throw new UsageError(words.badMonths)
  const known = clockGrounds.find((one) => one === ground)
  const day = decidedOn === undefined ? undefined : findCivilDate(decidedOn)
  if (!known || !reference || reference.length > 80 || /\p{C}/u.test(reference) || day === undefined) throw new UsageError(words.decideWhat)
  return { class: classOf(name, words), decided: { months: Number(months), ground: known, reference, decidedOn: day } }
}

async function list({ print, say }: Context, desk: Desk, words: RetentionWords): Promise<number> {
  const { clocks, due, lines } = await listDue(desk)
  for (const one of due) print(words.line(one))
  for (const one of ['reading', 'audit'] as const) if (lines[one].count > 0) print(words.lines(one, lines[one].count))
  const undecided = clocks.filter(({ months, decided }) => months !== null && !decided).map(({ id }) => id)
  if (due.length === 0 && lines.reading.count + lines.audit.count === 0) say(words.nothing)
  else say(words.howToWeed)
  if (undecided.length > 0) say(words.undecided(undecided.join(', ')))
  return 0
}

async function weed({ say }: Context, desk: Desk, only: readonly WeededClass[] | undefined, words: RetentionWords): Promise<number> {
  const decided = (await listDue(desk, 0)).clocks.flatMap(({ id, decided: stands }) => (stands && id !== 'publication' ? [id] : []))
  const asked = only ?? decided
  if (asked.length === 0) throw new UsageError(words.noneDecided)
  const { done, tablesCleared, logCleared, clearingFailed } = await carryOutWeeding(desk, { classes: asked })
  const all = asked.flatMap((of) => (done[of] ? [words.done(of, done[of].subjects, done[of].parts)] : []))
  for (const line of all) say(line)
  if (all.length === 0) say(words.nothing)
  else say(words.copies)
  if (clearingFailed) {
    say(words.clearingFailed)
    return 1
  }
  if (!tablesCleared) say(words.notCleared)
  if (!logCleared) say(words.logKept)
  return 0
}

async function tellBackups({ given, print, say }: Context, desk: Desk, folder: string, words: RetentionWords): Promise<number> {
  await mayRead(folder)
  const found = await findWeededBackups(desk.register, [folder, desk.register.dataFolder], new Date())
  for (const one of found) print(words.backup(one))
  if (found.length === 0) say(words.noBackups)
  if (!given.is('throw-away')) return 0
  for (const file of throwAwayWeeded(found)) say(words.thrown(file))
  if (found.some(({ overdue, newest }) => overdue && newest)) say(words.newestLeft)
  return 0
}

/** A folder that is not there, or may not be looked into, has no copies to tell of, and that is no answer. */
async function mayRead(folder: string): Promise<void> {
  try {
    await readdir(folder)
    await access(folder, constants.X_OK)
  } catch (error) {
    throw new ProblemError([problem((error as NodeJS.ErrnoException).code === 'ENOENT' ? 'work.file-missing' : 'work.file-not-read', { file: folder })])
  }
}
