import { ServiceError } from '../../shared/contract/errors.ts'
import {
  OPENED_WITH_PASSWORD,
  opensWithPassword,
  REFUSAL_WORDS,
  refusalWords,
  sameAsListed,
  WRONG_PASSWORD_WORDS,
} from '../../shared/model/import-result.ts'
import type { RefusalCode } from '../../shared/model/import-result.ts'
import type { Id, ImportJob } from '../../shared/model/library.ts'
import type { KeepOutcome } from '../store/library-store.ts'
import { createBoardAssignment, FOLDER_WARNING, sameContext } from './board-assignment.ts'
import { createImportHints, NO_HINTS } from './import-hints.ts'
import type { ImportHints } from './import-hints.ts'
import type { ImportQueue, ImportQueueOptions } from './import-queue-interface.ts'
import type { TakenEntry } from './entry-intake.ts'
import { ENTRY_SEPARATOR, foldersOf, openedWords } from './entry-words.ts'
import { createJobBoard } from './job-board.ts'
import { createJobOriginals } from './job-originals.ts'
import { describeError } from './log.ts'
import { readJob } from './read-job.ts'

const UNDER_WAY = new Set<ImportJob['state']>(['reading', 'structuring', 'classifying'])
const LIVE = new Set<ImportJob['state']>([...UNDER_WAY, 'waiting', 'review'])
/** Before a file that nothing can be done with is refused, to be tried again by hand. */
const MOST_ATTEMPTS = 5
const RETRY_MILLISECONDS = 100
const RETRIED = new Set<ImportJob['state']>(['refused', 'cancelled'])

const isProtected = ({ warnings }: ImportJob): boolean =>
  warnings.some(({ code }) => code === OPENED_WITH_PASSWORD.code)

/**
 * The life of imported files (see jobStateSchema). Every step is in the store before it is told, so that a restart
 * goes on where it stopped: `waiting` and whatever was under way are read again, `review` stays.
 *
 * One file is read once at a time however often it was added: a twin waits for the first, and is then a duplicate.
 */
export function createImportQueue(options: ImportQueueOptions): ImportQueue {
  const { store, events, log } = options
  const hints = createImportHints(store)
  const boards = createBoardAssignment(store)
  const board = createJobBoard(store, events)
  const originals = createJobOriginals(store)
  /** In the order they came. */
  const waiting = new Set<Id>()
  /** What each job was last told of its board, so that only what is news is looked at. */
  const answered = new Map<Id, string>()
  /** Held from the call that gave them until the reading they are for begins. */
  const passwords = new Map<Id, string>()
  const running = new Map<Id, { controller: AbortController; done: Promise<void> }>()
  let closing = false

  const entriesOf = new Map<Id, Id[]>()

  const refuse = (id: Id, code: RefusalCode, message: string = refusalWords(code)): void => {
    const state = code === 'cancelled' ? 'cancelled' : 'refused'
    passwords.delete(id)
    board.patch(id, { state, result: 'refused', code, message })
    boards.forget(id)
  }

  /** The oldest waiting job whose bytes no other job is about to decide on. */
  const nextWaiting = (failed: ReadonlySet<Id>): Id | null => {
    const busy = new Set([...running.keys()].map((id) => originals.of(id)))
    for (const id of waiting) {
      const sha256 = originals.of(id)
      if (!failed.has(id) && !running.has(id) && (sha256 === null || !busy.has(sha256))) return id
    }
    return null
  }

  /** The words for a file whose bytes are in the library or under review already; null for one that is new. */
  const twinWords = (job: ImportJob): string | null => {
    const sha256 = originals.of(job.id)
    if (sha256 === null) return null
    if (store.duplicateOf(sha256)) return REFUSAL_WORDS.duplicate
    const twin = originals
      .sharing(sha256)
      .map((id) => store.job(id))
      .find(({ id, state }) => id !== job.id && state === 'review')
    return twin === undefined ? null : sameAsListed(twin.name)
  }

  const hasRoom = (): boolean => !closing && running.size < (options.concurrency ?? 2)

  /** How often the way to a file failed; what fails once is tried again, after a while. */
  const failures = new Map<Id, number>()
  let again: NodeJS.Timeout | undefined

  const begin = (id: Id): void => {
    const job = store.job(id)
    if (job.state === 'waiting') {
      const twin = twinWords(job)
      if (twin === null) start(job)
      else {
        refuse(id, 'duplicate', twin)
        keepFinishedBatch(hints.of(id))
      }
    }
    waiting.delete(id)
    failures.delete(id)
  }

  const failedToBegin = (id: Id): void => {
    const times = (failures.get(id) ?? 0) + 1
    failures.set(id, times)
    clearTimeout(again)
    if (times < MOST_ATTEMPTS) {
      again = setTimeout(pump, RETRY_MILLISECONDS * 2 ** (times - 1))
      return
    }
    failures.delete(id)
    waiting.delete(id)
    refuse(id, 'worker-failed')
  }

  const pump = (): void => {
    const failed = new Set<Id>()
    while (hasRoom()) {
      const id = nextWaiting(failed)
      if (id === null) return
      try {
        begin(id)
      } catch (error) {
        log({ level: 'error', event: 'queue-failed', ...describeError(error) })
        failed.add(id)
        try {
          failedToBegin(id)
        } catch (lost) {
          log({ level: 'error', event: 'import-lost', ...describeError(lost) })
        }
      }
    }
  }

  const start = (job: ImportJob): void => {
    const controller = new AbortController()
    running.set(job.id, { controller, done: runToItsEnd(job, controller.signal) })
  }

  const runToItsEnd = async (job: ImportJob, signal: AbortSignal): Promise<void> => {
    try {
      await run(job, signal).catch((error: unknown) => {
        log({ level: 'error', event: 'import-failed', ...describeError(error) })
        if (!signal.aborted) refuse(job.id, 'worker-failed')
      })
      running.delete(job.id)
      board.endProgress(job.id)
      keepFinishedBatch(hints.of(job.id))
    } catch (error) {
      log({ level: 'error', event: 'import-lost', ...describeError(error) })
    } finally {
      running.delete(job.id)
      pump()
    }
  }

  const run = async (job: ImportJob, signal: AbortSignal): Promise<void> => {
    const given = hints.of(job.id)
    const password = passwords.get(job.id)
    passwords.delete(job.id)
    const outcome = await readJob({
      password,
      job,
      hints: given,
      signal,
      store,
      boards,
      board,
      analyse: options.analyse,
      beforeReview: options.beforeReview,
    })
    if (signal.aborted) return
    if (outcome.kind === 'refused') {
      const wrong =
        opensWithPassword(outcome.code, refusalWords(outcome.code, outcome.hint)) && password !== undefined
      return refuse(
        job.id,
        outcome.code,
        wrong ? WRONG_PASSWORD_WORDS : refusalWords(outcome.code, outcome.hint),
      )
    }
    addEntries(job, given, outcome.entries)
    if (outcome.kind === 'opened') {
      boards.forget(job.id)
      board.patch(job.id, {
        state: 'opened',
        result: 'imported',
        message: openedWords(outcome.entries.length),
      })
      return
    }
    settleBoards(given.batch)
    board.tell(store.job(job.id))
  }

  /** The files of an archive or a message become jobs of their own, all at once: a restart has all of them or none. */
  const addEntries = (job: ImportJob, given: ImportHints, entries: readonly TakenEntry[]): void => {
    const added = entries.map((entry) => {
      const name = `${job.name}${ENTRY_SEPARATOR}${entry.label}`
      if (entry.kind === 'refused') return addRefused(name, entry.code, entry.hint).id
      const folders = [...given.folders, ...foldersOf(entry.label)]
      const { sha256 } = entry.original
      const left = liveJob(sha256)
      const own = { ...given, folders, depth: given.depth + 1 }
      // What an earlier run left goes on here instead of making this a duplicate of it.
      if (left && hints.of(left.id).batch !== given.batch) return adopt(left.id, own).id
      return add(name, entry.original, own).id
    })
    entriesOf.set(job.id, added)
  }

  /** Gives each file in review of a batch its board; one that turns out to be read by other words is read again. */
  const settleBoards = (batch: string): void => {
    for (const [id, answer] of boards.resolve(batch)) {
      const said = `${answer.basis}:${answer.board ?? ''}`
      if (answered.get(id) === said) continue
      const job = store.job(id)
      if (job.state !== 'review') continue
      answered.set(id, said)
      const warnings = job.warnings.filter(({ code }) => code !== FOLDER_WARNING.code)
      if (answer.basis === 'folder') warnings.push(FOLDER_WARNING)
      const changed = answer.board !== null && answer.board !== job.board
      if (changed && answer.board !== null) store.correctJobs([id], { board: answer.board })
      if (changed || warnings.length !== job.warnings.length)
        board.patch(id, { warnings, result: warnings.length > 0 ? 'imported-with-warning' : 'imported' })
      rereadIfNeeded(id, job.board)
    }
  }

  const rereadIfNeeded = (id: Id, boardBefore: string | null): void => {
    const given = hints.of(id)
    const now = store.job(id)
    // Reading it again would need the password again; what was read stays.
    if (now.state !== 'review' || isProtected(now)) return
    if (sameContext(boards.contextFor(boardBefore, given), boards.contextFor(now.board, given))) return
    wait(id)
  }

  const wait = (id: Id): void => {
    answered.delete(id)
    board.patch(id, { state: 'waiting', result: null, code: null, message: null })
    waiting.add(id)
  }

  const keepFinishedBatch = (given: ImportHints): void => {
    if (!given.keep) return
    const batch = store.jobs().filter((job) => hints.of(job.id).batch === given.batch)
    if (closing) return
    if (batch.some((job) => job.state === 'waiting' || UNDER_WAY.has(job.state))) return
    const ready = batch.filter((job) => job.state === 'review').map((job) => job.id)
    if (ready.length === 0) return
    keep(ready)
    options.onKept?.(given)
  }

  const keep = (ids: readonly Id[]): KeepOutcome[] => {
    const outcomes = store.keepJobs([...ids])
    const meetingIds = outcomes.flatMap((o) => (o.outcome === 'kept' ? [o.meetingId] : []))
    for (const { job, outcome } of outcomes) {
      if (outcome !== 'not-ready') boards.forget(job.id)
      board.tell(job)
    }
    if (meetingIds.length > 0) events.emit({ type: 'library-changed', meetingIds: [...new Set(meetingIds)] })
    return outcomes.map((outcome) => ({ ...outcome, job: board.view(outcome.job) }))
  }

  const jobsOf = (ids: readonly Id[]): ImportJob[] => ids.map((id) => board.view(store.job(id)))

  const add: ImportQueue['add'] = (name, original, given) => {
    const job = store.addJob({ name, bytes: original.bytes, sha256: original.sha256 })
    hints.set(job.id, { ...NO_HINTS, ...given })
    originals.learn(job.id, original.sha256)
    waiting.add(job.id)
    board.tell(job)
    queueMicrotask(pump)
    return board.view(job)
  }
  const liveJob: ImportQueue['live'] = (sha256) => {
    const jobs = originals.sharing(sha256).map((id) => store.job(id))
    return jobs.find(({ state }) => LIVE.has(state)) ?? null
  }
  const adopt: ImportQueue['adopt'] = (id, given) => {
    const before = hints.of(id)
    hints.set(id, { ...before, ...given, board: given.board ?? before.board })
    running.get(id)?.controller.abort()
    wait(id)
    queueMicrotask(pump)
    return board.view(store.job(id))
  }
  const addRefused: ImportQueue['addRefused'] = (name, code, hint) => {
    const job = store.addJob({ name, bytes: 0, sha256: null })
    refuse(job.id, code, refusalWords(code, hint))
    return board.view(store.job(job.id))
  }

  return {
    add,
    live: liveJob,
    adopt,
    addRefused,
    entriesOf: (id) => entriesOf.get(id) ?? [],
    list: () => store.jobs().map(board.view),
    job: (id) => board.view(store.job(id)),
    settled: (id) => board.settled(id),
    correct(ids, correction) {
      const before = new Map(ids.map((id) => [id, store.job(id)]))
      store.correctJobs([...ids], correction)
      for (const [id, job] of before) {
        if (job.state !== 'review') continue
        const corrected = { ...hints.of(id), ...correction }
        hints.set(id, corrected)
        boards.correct(id, corrected)
        if (correction.board !== undefined) {
          const warnings = job.warnings.filter(({ code }) => code !== FOLDER_WARNING.code)
          board.patch(id, { warnings, result: warnings.length > 0 ? 'imported-with-warning' : 'imported' })
        } else board.tell(store.job(id))
        rereadIfNeeded(id, job.board)
      }
      if (correction.board !== undefined)
        for (const batch of new Set(ids.map((id) => hints.of(id).batch))) settleBoards(batch)
      pump()
      return jobsOf(ids)
    },
    keep,
    async discard(ids) {
      const jobs = await store.discardJobs([...ids])
      for (const job of jobs) {
        if (job.state === 'discarded') boards.forget(job.id)
        board.tell(job)
      }
      pump()
      return jobs.map(board.view)
    },
    cancel(ids) {
      for (const id of ids) {
        const { state } = store.job(id)
        if (state !== 'waiting' && !UNDER_WAY.has(state)) continue
        running.get(id)?.controller.abort()
        refuse(id, 'cancelled')
        keepFinishedBatch(hints.of(id))
      }
      return jobsOf(ids)
    },
    retry(ids) {
      for (const id of ids) {
        const sha256 = store.jobOriginal(id)
        if (!RETRIED.has(store.job(id).state) || sha256 === null || store.originalPath(sha256) === null)
          continue
        wait(id)
      }
      pump()
      return jobsOf(ids)
    },
    unlock(id, password) {
      const { state, code, message } = store.job(id)
      const sha256 = store.jobOriginal(id)
      if (state !== 'refused' || !opensWithPassword(code, message) || sha256 === null)
        throw new ServiceError('conflict')
      passwords.set(id, password)
      wait(id)
      pump()
      return board.view(store.job(id))
    },
    async undo(ids) {
      const { jobs, meetingIds } = await store.undoKeep([...ids])
      for (const job of jobs) board.tell(job)
      if (meetingIds.length > 0) events.emit({ type: 'library-changed', meetingIds })
      return jobs.map(board.view)
    },
    async clear() {
      const before = store.jobs()
      const left = await store.clearEndedJobs()
      const kept = new Set(left.map((job) => job.id))
      for (const { id } of before) {
        if (kept.has(id)) continue
        hints.forget(id)
        boards.forget(id)
        originals.forget(id)
      }
      return left.map(board.view)
    },
    resume() {
      for (const job of store.resumeJobs()) {
        waiting.add(job.id)
        board.tell(job)
      }
      pump()
    },
    async close() {
      closing = true
      clearTimeout(again)
      passwords.clear()
      const ends = [...running.values()]
      for (const { controller } of ends) controller.abort()
      await Promise.all(ends.map(({ done }) => done))
    },
  }
}
