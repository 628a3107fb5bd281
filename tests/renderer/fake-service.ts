import type { ServiceClient } from '../../shared/contract/client.ts'
import { ServiceError } from '../../shared/contract/errors.ts'
import type { ServiceEvent } from '../../shared/contract/events.ts'
import { procedures } from '../../shared/contract/procedures.ts'
import type { ParsedInput, ProcedureName, ProcedureOutput } from '../../shared/contract/procedures.ts'
import type { BoardTrend, MeetingDetail, MeetingSummary } from '../../shared/model/library.ts'
import { BOARD, fakeMeetings, remeasure } from './fake-board.ts'

export interface FakeService extends ServiceClient {
  /** Every call in order, for tests that ask what was asked. */
  readonly calls: { name: ProcedureName; input: unknown }[]
  readonly meetings: () => readonly MeetingDetail[]
  /** What the core would say by itself. */
  tell(event: ServiceEvent): void
}

type Handlers = {
  [N in ProcedureName]?: (input: ParsedInput<N>) => ProcedureOutput<N> | Promise<ProcedureOutput<N>>
}

function summaryOf({
  items: _items,
  actions: _actions,
  window: _window,
  ...meeting
}: MeetingDetail): MeetingSummary {
  return { ...meeting, passages: meeting.passages.length }
}

function trendOf(meetings: readonly MeetingDetail[], lens: BoardTrend['lens']): BoardTrend {
  const points: BoardTrend['meetings'] = []
  const absent: BoardTrend['absent'] = []
  for (const { id, date, measures } of meetings) {
    const measure = measures[lens]
    if (measure === null || date === null) absent.push({ id, date })
    else {
      const { total, unknown, untimedItems, shares, sharesOfAll } = measure
      points.push({ id, date, total, unknown, untimedItems, shares, sharesOfAll })
    }
  }
  const rollingMean = points.map((_, index) =>
    index < 2
      ? null
      : points.slice(index - 2, index + 1).reduce((sum, point) => sum + point.shares.customer.mid, 0) / 3,
  )
  const verdict = points.length < 4 ? 'too few meetings' : 'no clear change'
  return {
    boardId: BOARD.id,
    board: BOARD.name,
    lens,
    target: BOARD.target,
    meetings: points,
    absent,
    trend: {
      slopePerYear: points.length < 4 ? null : -0.031,
      p: points.length < 4 ? null : 0.34,
      verdict,
      rollingMean,
    },
  }
}

/** A service in memory that answers what the screens ask; for component tests only. */
const NO_LABELS = { customer: 0, 'customer-in-numbers': 0, numbers: 0, other: 0, procedural: 0 }

export function createFakeService(
  start: readonly MeetingDetail[] = fakeMeetings(),
  overrides: Handlers = {},
): FakeService {
  const listeners = new Set<(event: ServiceEvent) => void>()
  const calls: FakeService['calls'] = []
  let meetings = [...start]
  const past: { label: string; before: MeetingDetail[]; after: MeetingDetail[] }[] = []
  const undone: typeof past = []
  const change = (label: string) => ({ label, canUndo: past.length > 0, canRedo: undone.length > 0 })

  const handlers: Handlers = {
    'app.info': () => ({
      version: '0.0.0',
      host: 'browser',
      model: { version: 'test', hash: 'feedfacefeedface' },
      carefulModel: null,
      libraryIsEmpty: meetings.length === 0,
    }),
    'refining.state': () => ({ passagesLeft: 0, documentsLeft: 0 }),
    'boards.list': () => (meetings.length === 0 ? [] : [BOARD]),
    'boards.update': () => BOARD,
    'meetings.list': () => meetings.map(summaryOf),
    'meetings.get': ({ id }) => {
      const meeting = meetings.find((known) => known.id === id)
      if (meeting === undefined) throw new ServiceError('not-found')
      return meeting
    },
    'annotations.list': () => [],
    'learning.state': () => ({
      on: false,
      learned: null,
      labels: 0,
      labelsByFocus: NO_LABELS,
      isStale: false,
      adjusted: 0,
      changed: 0,
      documentsLeft: 0,
    }),
    'learning.accuracy': () => ({
      labels: 0,
      machine: { agreed: 0, low: 0, high: 1 },
      learned: { agreed: 0, low: 0, high: 1 },
      confusion: {
        customer: NO_LABELS,
        'customer-in-numbers': NO_LABELS,
        numbers: NO_LABELS,
        other: NO_LABELS,
        procedural: NO_LABELS,
      },
    }),
    'trend.get': ({ lens }) => trendOf(meetings, lens),
    'imports.list': () => [],
    'history.state': () => ({ undo: past.at(-1)?.label ?? null, redo: undone.at(-1)?.label ?? null }),
    'history.undo': () => {
      const step = past.pop()
      if (step === undefined) return { change: null }
      undone.push(step)
      meetings = step.before
      return { change: change(step.label) }
    },
    'history.redo': () => {
      const step = undone.pop()
      if (step === undefined) return { change: null }
      past.push(step)
      meetings = step.after
      return { change: change(step.label) }
    },
    'passages.relabel': ({ ids, label }) => {
      const before = meetings
      meetings = meetings.map((meeting) =>
        remeasure({
          ...meeting,
          passages: meeting.passages.map((passage) =>
            ids.includes(passage.id) ? { ...passage, human: label } : passage,
          ),
        }),
      )
      past.push({ label: 'Relabel', before, after: meetings })
      undone.length = 0
      const meeting = meetings.find(({ passages }) => passages.some(({ id }) => ids.includes(id)))
      return { change: change('Relabel'), meetingId: meeting?.id ?? '' }
    },
    ...overrides,
  }

  const answer = <N extends ProcedureName>(
    name: N,
    input: unknown,
  ): ProcedureOutput<N> | Promise<ProcedureOutput<N>> => {
    const parsers: {
      readonly [M in ProcedureName]: { readonly input: { parse(value: unknown): ParsedInput<M> } }
    } = procedures
    const handler = handlers[name]
    if (handler === undefined) throw new ServiceError('not-found')
    return handler(parsers[name].input.parse(input))
  }

  return {
    calls,
    meetings: () => meetings,
    tell(event) {
      for (const listener of listeners) listener(event)
    },
    async call(name, input) {
      calls.push({ name, input })
      await Promise.resolve()
      return answer(name, input)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
