import { randomBytes } from 'node:crypto'
import { REFUSAL_WORDS } from '../../shared/model/import-result.ts'
import type { RefusalCode } from '../../shared/model/import-result.ts'
import type { Id, ImportJob } from '../../shared/model/library.ts'
import { ServiceError } from '../../shared/contract/errors.ts'
import { mayNameOwner } from '../../shared/analysis/boards/resolve-board.ts'
import { MAXIMUM_FILE_BYTES } from '../../shared/contract/procedures.ts'
import { statSync } from 'node:fs'
import { ENTRY_SEPARATOR } from '../service/entry-words.ts'
import { listDocumentFiles } from '../service/list-document-files.ts'
import type { DocumentFile } from '../service/list-document-files.ts'
import type { RefiningState } from '../service/refining.ts'
import type { Service } from '../service/service.ts'
import { Misuse } from './misuse.ts'
import type { Output } from './output.ts'
import { importShape } from './shapes.ts'
import type { ImportLine } from './shapes.ts'

const UNNAMED_BOARD = 'Unnamed board'

export interface ImportOptions {
  readonly paths: readonly string[]
  readonly board: string | null
  readonly json: boolean
  /** Leaves the labels to the fast model until the app is opened. */
  readonly fast: boolean
  /** Tried on protected files, one after the other. */
  readonly passwords?: readonly string[]
}

type Taken =
  | { readonly file: DocumentFile; readonly sha256: string; readonly jobId: Id }
  | {
      readonly file: DocumentFile
      readonly sha256: null
      readonly code: RefusalCode
      readonly message?: string | null
    }

/**
 * `import PATH…`: files and folders into the library, without review. The files of one folder are read before any of
 * them is kept, so that they are filed under one board however differently they name it. One line per file, in the
 * order given. Answers whether all were imported; files that are there already count as done.
 */
export async function importCommand(
  options: ImportOptions,
  service: Service,
  output: Output,
): Promise<boolean> {
  if (options.paths.length === 0) throw new Misuse('import needs at least one file or folder.')
  const batch = `import-${randomBytes(6).toString('hex')}`
  const showJson = options.json || !output.isTerminal
  const own = new Set<Id>()
  let allDone = true
  for (const group of options.paths.flatMap((path) => readTogether(listDocumentFiles(path)))) {
    const taken: Taken[] = []
    for (const file of group) {
      const one = await takeIn(file, service, { batch, board: options.board }, own)
      if (one.sha256 !== null) own.add(one.jobId)
      taken.push(one)
    }
    const given = taken.flatMap((one) => (one.sha256 === null ? [] : [one.jobId]))
    const read = await allSettled(given, service)
    const jobIds = await tryPasswords(read, options.passwords ?? [], service)
    for (const id of jobIds) own.add(id)
    keepAll(jobIds, service)
    for (const one of taken.flatMap((outer) => withEntries(outer, service))) {
      const line = lineOf(one, service)
      if (line.result === 'refused' && line.code !== 'duplicate') allDone = false
      if (showJson) await output.json(importShape, line)
      if (!options.json) output.say(`${line.path}: ${line.message}`)
    }
  }
  if (!options.fast) await service.refining.settled(refiningWords(output))
  return allDone
}

/** Said when it begins and then every thousand passages. */
function refiningWords(output: Output): (state: RefiningState) => void {
  let next = Infinity
  return ({ passagesLeft }) => {
    if (passagesLeft === 0 || passagesLeft > next) return
    output.say(`Refining the labels: ${passagesLeft} passages left.`)
    next = passagesLeft - 1000
  }
}

async function takeIn(
  file: DocumentFile,
  { store, imports }: Service,
  hints: { readonly batch: string; readonly board: string | null },
  own: ReadonlySet<Id>,
): Promise<Taken> {
  if (file.fault) return { file, sha256: null, code: file.fault }
  try {
    if (statSync(file.path).size > MAXIMUM_FILE_BYTES) return { file, sha256: null, code: 'too-large' }
    const original = await store.storeOriginal(file.path)
    const given = { ...hints, folders: file.folders }
    // An import that was cut short, or a review that was left, goes on here instead of making this a duplicate of it.
    const left = imports.live(original.sha256)
    const job =
      left && !own.has(left.id) ? imports.adopt(left.id, given) : imports.add(file.name, original, given)
    return { file, sha256: original.sha256, jobId: job.id }
  } catch (error) {
    const full = error instanceof ServiceError && error.code === 'disk-full'
    return { file, sha256: null, code: full ? 'disk-full' : 'unreadable' }
  }
}

/**
 * Waits until every job, and those of the files found in it, waits for nobody but us; one may be read again after
 * another told more of its board. Answers all of them.
 */
async function allSettled(given: readonly Id[], { imports }: Service): Promise<Id[]> {
  const within = (id: Id): Id[] => [id, ...imports.entriesOf(id).flatMap(within)]
  let unsettled = [...given]
  while (unsettled.length > 0) {
    await Promise.all(unsettled.map((id) => imports.settled(id)))
    unsettled = given.flatMap(within).filter((id) => isUnderWay(imports.job(id)))
  }
  return given.flatMap(within)
}

/** A file and the files found in it, each under its own name; an archive itself has nothing to tell. */
function withEntries(taken: Taken, service: Service): Taken[] {
  if (taken.sha256 === null) return [taken]
  const { imports, store } = service
  const around = `${imports.job(taken.jobId).name}${ENTRY_SEPARATOR}`
  const inner = imports.entriesOf(taken.jobId).flatMap((jobId) => {
    const job = imports.job(jobId)
    const label = job.name.startsWith(around) ? job.name.slice(around.length) : job.name
    const file = { ...taken.file, path: `${taken.file.path}${ENTRY_SEPARATOR}${label}` }
    const sha256 = store.jobOriginal(jobId)
    const one: Taken =
      sha256 === null
        ? { file, sha256, code: job.code ?? 'worker-failed', message: job.message }
        : { file, sha256, jobId }
    return withEntries(one, service)
  })
  return imports.job(taken.jobId).state === 'opened' ? inner : [taken, ...inner]
}

async function tryPasswords(
  ids: readonly Id[],
  passwords: readonly string[],
  service: Service,
): Promise<readonly Id[]> {
  const all = new Set(ids)
  const isLocked = (id: Id): boolean => service.imports.job(id).code === 'encrypted'
  for (const password of passwords) {
    const locked = [...all].filter(isLocked)
    for (const id of locked) service.imports.unlock(id, password)
    // An opened archive brings files of its own.
    // oxlint-disable-next-line no-await-in-loop
    for (const id of await allSettled(locked, service)) all.add(id)
  }
  return [...all]
}

const isUnderWay = ({ state }: ImportJob): boolean =>
  state === 'waiting' || state === 'reading' || state === 'structuring' || state === 'classifying'

function keepAll(ids: readonly Id[], { imports }: Service): void {
  const ready = ids.filter((id) => imports.job(id).state === 'review')
  const nameless = ready.filter((id) => imports.job(id).board === null)
  if (nameless.length > 0) imports.correct(nameless, { board: UNNAMED_BOARD })
  if (ready.length > 0) imports.keep(ready)
}

function lineOf(taken: Taken, { store, imports }: Service): ImportLine {
  const { path } = taken.file
  if (taken.sha256 === null)
    return {
      path,
      sha256: null,
      result: 'refused',
      code: taken.code,
      message: taken.message ?? REFUSAL_WORDS[taken.code],
      meeting: null,
    }
  const { sha256 } = taken
  const job = imports.job(taken.jobId)
  if (job.state === 'kept' && job.meetingId !== null && job.board !== null) {
    const warning = job.warnings[0]
    return {
      path,
      sha256,
      result: warning ? 'imported-with-warning' : 'imported',
      ...(warning ? { code: warning.code } : {}),
      message: warning?.message ?? `Kept as ${job.kind ?? 'a document'} of a meeting ${dated(job.date)}.`,
      meeting: { id: job.meetingId, board: job.board, date: job.date },
    }
  }
  const twin = job.code === 'duplicate' ? store.duplicateOf(sha256) : null
  const meeting = twin ? store.meeting(twin.meetingId) : null
  const code = job.code ?? 'worker-failed'
  return {
    path,
    sha256,
    result: 'refused',
    code,
    message: job.message ?? REFUSAL_WORDS[code],
    meeting: meeting ? { id: meeting.id, board: meeting.board, date: meeting.date } : null,
    ...(twin ? { duplicateOf: twin } : {}),
  }
}

const dated = (date: string | null): string => (date === null ? 'without a known date' : `on ${date}`)

/**
 * Files that are looked at together before any is kept: all of a folder that holds papers itself or by date; else each
 * of its folders alone, so that an archive of many organisations is kept one by one.
 */
function readTogether(files: readonly DocumentFile[]): DocumentFile[][] {
  const holdsPapers = files.some(({ folders }) => folders.length < 2)
  const keyOf = ({ folders: [, inner] }: DocumentFile): string =>
    holdsPapers || inner === undefined || !mayNameOwner(inner) ? '' : inner
  const groups: { key: string; files: DocumentFile[] }[] = []
  for (const file of files) {
    const key = keyOf(file)
    const last = groups.at(-1)
    if (last && last.key === key) last.files.push(file)
    else groups.push({ key, files: [file] })
  }
  return groups.map((group) => group.files)
}
