import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { calendarDateSchema, clockTimeSchema } from '../../shared/model/evidence.ts'
import { LONGEST_MEETING } from '../../shared/model/planner.ts'
import type { PlanContent } from '../../shared/model/planner.ts'
import { solvePlan } from '../../shared/analysis/planner/make-plan.ts'
import { clockTimes } from '../../shared/analysis/planner/agenda-clock.ts'
import { planFormatSchema } from '../../shared/contract/planner-procedures.ts'
import type { PlanFormat } from '../../shared/contract/planner-procedures.ts'
import { planForBoard } from '../service/planner/planner-handlers.ts'
import { writePlan } from '../service/planner/write-plan.ts'
import type { Service } from '../service/service.ts'
import { boardNamed } from './meetings-command.ts'
import { Misuse } from './misuse.ts'
import type { Output } from './output.ts'
import { planShape } from './shapes.ts'

/** The options as they were typed; null where they were not. */
export interface PlanOptions {
  readonly board: string | null
  readonly minutes: string | null
  readonly target: string | null
  /** "4=15,7=20": minutes of rows of the last agenda that state none, by their place in it. */
  readonly itemMinutes: string | null
  readonly date: string | null
  readonly start: string | null
  readonly place: string | null
  readonly out: string | null
  readonly json: boolean
}

function wholeMinutes(option: string, value: string): number {
  const minutes = Number(value)
  if (!/^\d{1,3}$/.test(value) || minutes < 1 || minutes > LONGEST_MEETING)
    throw new Misuse(`--${option} is a whole number of minutes from 1 to ${LONGEST_MEETING}.`)
  return minutes
}

function shareOf(value: string): number {
  const match = /^(\d{1,3}(?:\.\d{1,2})?) ?%?$/.exec(value.trim())
  const percent = Number(match?.[1] ?? Number.NaN)
  if (!(percent >= 0 && percent <= 100)) throw new Misuse('--target is a percentage from 0 to 100.')
  return percent / 100
}

function formatOf(path: string): PlanFormat {
  const format = planFormatSchema.safeParse(extname(path).slice(1).toLowerCase())
  if (!format.success) throw new Misuse('--out ends in .docx, .pdf, .md or .ics.')
  if (existsSync(path)) throw new Misuse('There is a file of this name already. It was left as it is.')
  return format.data
}

function withItemMinutes(content: PlanContent, given: string): PlanContent {
  const minutes = new Map(
    given.split(',').map((pair) => {
      const [place = '', value = ''] = pair.split('=', 2)
      if (!/^\d{1,3}$/.test(place.trim())) throw new Misuse('--item-minutes is written as 4=15,7=20.')
      return [Number(place), wholeMinutes('item-minutes', value.trim())] as const
    }),
  )
  return {
    ...content,
    base: content.base.map((item, index) => {
      const own = minutes.get(index + 1)
      return own === undefined ? item : { ...item, minutes: own, basis: 'given' as const, history: [] }
    }),
  }
}

function parsed<T>(
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
  value: string | null,
  words: string,
): T | null {
  if (value === null) return null
  const read = schema.safeParse(value)
  if (!read.success || read.data === undefined) throw new Misuse(words)
  return read.data
}

const percent = (share: number | null): string =>
  share === null ? 'no share' : `${(share * 100).toFixed(1)} %`

/**
 * `plan`: a customer-first agenda from the board's last one. Answers whether there is an agenda; an unreachable target
 * is said, with the nearest, and is no failure.
 */
export async function planCommand(options: PlanOptions, service: Service, output: Output): Promise<boolean> {
  if (options.board === null) throw new Misuse('plan needs --board NAME.')
  const total = options.minutes === null ? undefined : wholeMinutes('minutes', options.minutes)
  const target = options.target === null ? undefined : shareOf(options.target)
  const format = options.out === null ? null : formatOf(options.out)
  const date = parsed(calendarDateSchema, options.date, '--date is written as YYYY-MM-DD.')
  const start = parsed(clockTimeSchema, options.start, '--start is written as HH:MM.')
  const boardId = boardNamed(options.board, service)
  const board = service.store.board(boardId).name
  await service.mentions.complete()
  const now = new Date()
  let plan = planForBoard(service.store, boardId, now, {
    ...(target === undefined ? {} : { target }),
    ...(total === undefined ? {} : { total }),
  })
  if (options.itemMinutes !== null) {
    const timed = withItemMinutes(plan, options.itemMinutes)
    const sum = timed.base.reduce((all, { minutes }) => all + (minutes ?? 0), 0)
    plan = { ...timed, settings: { ...timed.settings, total: total ?? Math.max(timed.settings.total, sum) } }
  }
  const settings = {
    ...plan.settings,
    date,
    start: start ?? plan.settings.start,
    place: options.place ?? '',
  }
  if (format === 'ics' && (settings.date === null || settings.start === null))
    throw new Misuse('A calendar entry needs --date, and --start where the last agenda gives none.')
  plan = solvePlan({ ...plan, settings })

  if (options.json || !output.isTerminal)
    await output.json(planShape, { board, ...plan, out: plan.items.length === 0 ? null : options.out })
  if (!options.json) sayPlan(plan, output)
  if (plan.items.length === 0) {
    sayImpossible(plan, output)
    return false
  }
  if (options.out !== null && format !== null) {
    const { bytes } = await writePlan(board, plan, format, now)
    await writeFile(resolve(options.out), bytes, { flag: 'wx' })
  }
  return true
}

function sayPlan({ source, items, changes, outcome, settings }: PlanContent, output: Output): void {
  output.say(
    source.kind === 'template'
      ? 'No meeting of this board has times, so this starts from a template.'
      : `From the agenda of ${source.date ?? 'a meeting without a date'} (${source.times} times).`,
  )
  const { starts } = clockTimes(settings.start, items)
  items.forEach((item, index) =>
    output.say(`  ${starts[index] ?? ''}  ${String(item.minutes).padStart(3)} min  ${item.title}`),
  )
  if (items.length === 0) return
  output.say(
    `Customers: ${percent(outcome.before)} before, ${percent(outcome.share)} now, ${outcome.total} minutes.`,
  )
  if (outcome.nearest !== null) {
    output.say(
      `The target of ${percent(settings.target)} cannot be reached; the nearest is ${percent(outcome.nearest)}.`,
    )
    for (const { id, lock, share } of outcome.standingInTheWay)
      output.say(`  Without “${lock}” on ${id}: ${percent(share)}.`)
  }
  for (const { title, reason } of changes) output.say(`  ${title}: ${reason}`)
}

function sayImpossible({ base, outcome }: PlanContent, output: Output): void {
  switch (outcome.impossible) {
    case 'minutes-missing': {
      const rows = base.flatMap(({ minutes, title }, index) =>
        minutes === null ? [`${index + 1} (${title})`] : [],
      )
      return output.say(
        `These items of the last agenda have no time and no earlier meeting gives one; --item-minutes does: ${rows.join(', ')}`,
      )
    }
    case 'too-long':
    case 'too-short':
      return output.say(
        `The items take at least ${outcome.possible?.[0] ?? 0} and at most ${outcome.possible?.[1] ?? 0} minutes.`,
      )
    default:
      return output.say('No agenda fits these minutes.')
  }
}
