/* oxlint-disable vitest/no-conditional-expect -- a generated or timed case need not reach every branch */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LibraryStore } from '../../electron/store/library-store.ts'
import type { Focus } from '../../shared/model/focus.ts'
import { FOCI } from '../../shared/model/focus.ts'
import { keep, withStore } from './library-fixture.ts'

const TITLES = ['Complaints', 'Forecast', 'Property', 'Pricing']
const WORDS = [
  'Members wait too long.',
  'Cash fell again.',
  'The roof leaks.',
  'Fees rose by a tenth.',
  'No report.',
]
const focus = fc.constantFrom<Focus>(...FOCI)
const newFile = fc.record({
  act: fc.constant('import' as const),
  kind: fc.constantFrom('agenda' as const, 'minutes' as const, 'paper' as const),
  name: fc.constantFrom('a.pdf', 'b draft.pdf', 'b final.pdf', 'c.pdf'),
  date: fc.constantFrom('2025-01-14', '2025-02-11'),
  board: fc.constantFrom('Harbour Board', 'Audit'),
  items: fc.array(
    fc.record({
      title: fc.constantFrom(...TITLES),
      minutes: fc.option(fc.integer({ min: 1, max: 60 })),
      focus,
      deferred: fc.integer({ max: 5 }).map((n) => n === 5),
      passages: fc.array(fc.tuple(fc.constantFrom(...WORDS), focus), { maxLength: 4 }),
    }),
    { maxLength: 4 },
  ),
})
const act = fc.oneof(
  { weight: 4, arbitrary: newFile },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('relabel' as const),
      at: fc.nat(),
      count: fc.integer({ min: 1, max: 3 }),
      focus: fc.option(focus),
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('remove' as const), at: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('move' as const),
      at: fc.nat(),
      date: fc.constantFrom('2025-01-14', '2025-02-11'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('unkeep' as const), at: fc.nat() }) },
)

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]

async function perform(
  store: LibraryStore,
  root: string,
  step: typeof act extends fc.Arbitrary<infer T> ? T : never,
) {
  if (step.act === 'import') await keep(store, root, step.name, step)
  if (step.act === 'undo') store.undo()
  if (step.act === 'redo') store.redo()
  if (step.act === 'relabel') {
    const passages = store.meetings().flatMap((meeting) => store.meeting(meeting.id).passages)
    const ids = passages.slice(step.at % Math.max(1, passages.length)).slice(0, step.count)
    if (ids.length > 0)
      store.relabel(
        ids.map((passage) => passage.id),
        step.focus === null ? null : { focus: step.focus, fromCustomers: false },
      )
  }
  if (step.act === 'remove') {
    const meeting = pick(store.meetings(), step.at)
    const document = meeting && pick(meeting.documents, step.at)
    if (document !== undefined) await store.removeDocument(document.id)
  }
  if (step.act === 'move') {
    const meeting = pick(store.meetings(), step.at)
    if (meeting !== undefined) store.updateMeeting(meeting.id, { date: step.date, board: 'Harbour Board' })
  }
  if (step.act === 'unkeep') {
    const job = pick(
      store.jobs().filter((each) => each.state === 'kept'),
      step.at,
    )
    if (job !== undefined) await store.undoKeep([job.id])
  }
}

test(
  'whatever is done in whatever order, every roll-up equals its recomputation and nothing is out of place',
  { timeout: 120_000 },
  () =>
    fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), (steps) =>
        withStore(async (store, root) => {
          for (const step of steps) await perform(store, root, step)
          expect((await store.verify()).problems).toEqual([])
          for (const meeting of store.meetings()) {
            const live = meeting.documents.filter((document) => document.replacedBy === null)
            for (const kind of ['agenda', 'minutes'])
              expect(live.filter((document) => document.kind === kind).length).toBeLessThanOrEqual(1)
            for (const document of meeting.documents)
              if (document.replacedBy !== null)
                expect(meeting.documents.map((other) => other.id)).toContain(document.replacedBy)
            const detail = store.meeting(meeting.id)
            const ids = new Set(detail.items.map((item) => item.id))
            expect(ids.size).toBe(detail.items.length)
            for (const passage of detail.passages)
              if (passage.meetingItemId !== null) expect(ids.has(passage.meetingItemId)).toBe(true)
            expect(detail.settled).toBe(detail.passages.filter((passage) => passage.human !== null).length)
          }
        }),
      ),
      { numRuns: 40 },
    ),
)
