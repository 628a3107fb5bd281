import { isPlainFolder, nameWords, organisationWords, parseBodyName, titleCase } from './body-name.ts'
import type { BodyName } from './body-name.ts'

/** One document that needs a board. */
export interface BoardQuestion {
  readonly key: string
  /** The body as the document names it; null where it does not. */
  readonly body: string | null
  /** Names of the folders it came in, outermost first; empty where none is known. */
  readonly folders: readonly string[]
}

export interface BoardAnswer {
  readonly key: string
  /** Null: nothing tells, and a person has to say. */
  readonly board: string | null
  /** Where the name came from: a board already there, the documents, or only the folder's name. */
  readonly basis: 'known' | 'document' | 'folder' | 'none'
}

interface Reading {
  readonly question: BoardQuestion
  readonly body: BodyName | null
  readonly folder: string | null
}

/** A second organisation inside one folder needs this much of it before it counts as one. */
const SECOND_MINIMUM = 3
const SECOND_SHARE = 0.2

/**
 * Which board each document belongs to. Secretaries' papers name the same board in many ways ("Board of Directors",
 * "EXAMPLE WATER DISTRICT REGULAR MEETING"), so documents of one folder are looked at together: they share one
 * board unless a committee is named, or several of them name an organisation with no word in common. A name that
 * matches a known board takes that board's name. A pure function of its input; a person's correction comes before it.
 */
export function resolveBoards(questions: readonly BoardQuestion[], known: readonly string[]): BoardAnswer[] {
  const knownBodies = known.map((name) => ({ name, body: parseBodyName(name) }))
  const groups = Map.groupBy(
    questions.map((question) => read(question)),
    (reading) => reading.folder,
  )
  const answers = new Map<string, BoardAnswer>()
  for (const [folder, readings] of groups) {
    const found =
      folder === null ? readings.map((r) => alone(r, knownBodies)) : together(folder, readings, knownBodies)
    for (const answer of found) answers.set(answer.key, answer)
  }
  return questions.map((q) => answers.get(q.key) ?? { key: q.key, board: null, basis: 'none' })
}

type Known = readonly { readonly name: string; readonly body: BodyName }[]

/** The folder that says whose papers these are: the innermost that is no date, kind of paper or committee. */
export function ownerFolder(folders: readonly string[]): string | null {
  return folders.findLast((name) => !isPlainFolder(name) && parseBodyName(name).committee === null) ?? null
}

function read(question: BoardQuestion): Reading {
  const body = question.body === null || question.body.trim() === '' ? null : parseBodyName(question.body)
  const committee = question.folders.findLast((name) => parseBodyName(name).committee !== null)
  const fromFolder = body === null && committee !== undefined ? parseBodyName(titleCase(committee)) : body
  return { question, body: fromFolder, folder: ownerFolder(question.folders) }
}

function alone({ question, body }: Reading, known: Known): BoardAnswer {
  if (!body) return { key: question.key, board: null, basis: 'none' }
  const match = findKnown(body.organisation, body.committee, known)
  return match
    ? { key: question.key, board: match, basis: 'known' }
    : { key: question.key, board: body.display, basis: 'document' }
}

function together(folder: string, readings: readonly Reading[], known: Known): BoardAnswer[] {
  const folderWords = organisationWords(titleCase(folder))
  const clusters = clusterOf(readings, folderWords)
  const [main] = clusters
  const mainName = nameOf(main, folder, folderWords, known)
  return readings.map((reading): BoardAnswer => {
    const { question, body } = reading
    const own = clusters.find((cluster) => cluster.members.includes(reading)) ?? main
    const board = own === main || own === undefined ? mainName : nameOf(own, folder, own.words, known)
    if (!body?.committee) return { key: question.key, ...board }
    const match = findKnown(
      body.organisation.length > 0 ? body.organisation : (own?.words ?? []),
      body.committee,
      known,
    )
    if (match) return { key: question.key, board: match, basis: 'known' }
    const owned = body.organisation.length > 0 || shared(nameWords(body.display), own?.words ?? []) > 0
    return {
      key: question.key,
      board: owned ? body.display : `${board.board}: ${body.display}`,
      basis: 'document',
    }
  })
}

interface Cluster {
  readonly words: string[]
  readonly members: Reading[]
}

/** The folder's organisations, largest first; what is too small or too vague to stand alone joins the first. */
function clusterOf(readings: readonly Reading[], folderWords: readonly string[]): Cluster[] {
  const named = readings.filter(
    (r) => r.body !== null && r.body.committee === null && r.body.organisation.length > 0,
  )
  const clusters: Cluster[] = []
  // Names that share a word with the folder are its own, however differently they are written.
  const start: Cluster = { words: [...folderWords], members: [] }
  for (const reading of named) {
    const words = reading.body?.organisation ?? []
    const home = shared(words, start.words) > 0 ? start : clusters.find((c) => shared(words, c.words) > 0)
    if (home) {
      home.members.push(reading)
      for (const word of words) if (!home.words.includes(word)) home.words.push(word)
    } else clusters.push({ words: [...words], members: [reading] })
  }
  const ordered = [...(start.members.length > 0 ? [start] : []), ...clusters].toSorted(
    (a, b) => b.members.length - a.members.length,
  )
  const [main, ...rest] = ordered
  const enough = Math.max(SECOND_MINIMUM, SECOND_SHARE * readings.length)
  return main ? [main, ...rest.filter((cluster) => cluster.members.length >= enough)] : []
}

function nameOf(
  cluster: Cluster | undefined,
  folder: string,
  folderWords: readonly string[],
  known: Known,
): { board: string; basis: BoardAnswer['basis'] } {
  const byCount = new Map<string, number>()
  for (const { body } of cluster?.members ?? [])
    if (body) byCount.set(body.display, (byCount.get(body.display) ?? 0) + 1)
  const ranked = [...byCount].toSorted(
    ([nameA, a], [nameB, b]) => b - a || nameA.length - nameB.length || (nameA < nameB ? -1 : 1),
  )
  for (const [name] of ranked) {
    const match = findKnown(parseBodyName(name).organisation, null, known)
    if (match) return { board: match, basis: 'known' }
  }
  const match = findKnown(folderWords, null, known)
  if (match) return { board: match, basis: 'known' }
  const best = ranked[0]?.[0]
  return best === undefined
    ? { board: titleCase(folder), basis: 'folder' }
    : { board: best, basis: 'document' }
}

const shared = (a: readonly string[], b: readonly string[]): number =>
  a.filter((word) => b.includes(word)).length

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && shared(a, b) === a.length

/** The one known board these words mean: the same words, nearly all of them, or the only one that holds them all. */
function findKnown(
  organisation: readonly string[],
  committee: readonly string[] | null,
  known: Known,
): string | null {
  if (organisation.length === 0 && committee === null) return null
  const candidates = known.filter(({ body }) =>
    committee === null
      ? body.committee === null
      : body.committee !== null &&
        (sameWords(body.committee, committee) || sameCommittee(body, organisation, committee)),
  )
  const exact = candidates.filter(({ body }) =>
    committee === null
      ? sameWords(body.organisation, organisation)
      : sameCommittee(body, organisation, committee),
  )
  if (exact.length > 0) return exact[0]?.name ?? null
  if (committee !== null) return null
  const near = candidates.filter(({ body }) => {
    const both = shared(body.organisation, organisation)
    const smaller = Math.min(body.organisation.length, organisation.length)
    const union = body.organisation.length + organisation.length - both
    return both >= 2 && (both === smaller || both / union >= 0.75)
  })
  return near.length === 1 ? (near[0]?.name ?? null) : null
}

/** A committee may be written with its owner before it or not: all its words together are compared. */
function sameCommittee(
  body: BodyName,
  organisation: readonly string[],
  committee: readonly string[],
): boolean {
  const theirs = [...new Set([...body.organisation, ...(body.committee ?? [])])]
  const ours = [...new Set([...organisation, ...committee])]
  return sameWords(theirs, ours)
}
