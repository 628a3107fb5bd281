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
  const readings = readAll(questions)
  const groups = Map.groupBy(readings, ({ owner, question }) => owner ?? question.folders[0] ?? '')
  const answers = new Map<string, BoardAnswer>()
  for (const group of groups.values())
    for (const answer of answerGroup(group, knownBodies)) answers.set(answer.key, answer)
  return questions.map((q) => answers.get(q.key) ?? { key: q.key, board: null, basis: 'none' })
}

interface Reading {
  readonly question: BoardQuestion
  /** Null where neither the document nor a committee's folder says it. */
  readonly body: BodyName | null
  readonly owner: string | null
}

interface Known {
  readonly name: string
  readonly body: BodyName
}

type Named = Pick<BoardAnswer, 'board' | 'basis'>

/** True for a folder that may be named after an organisation: no date, kind of paper or committee. */
export function mayNameOwner(folder: string): boolean {
  return !isPlainFolder(folder) && parseBodyName(folder).committee === null
}

/**
 * Reads each question, with the folder that says whose papers these are: the innermost one that a document in it names;
 * for a document that names none of its folders, one that others name; else the outermost that holds papers itself, as
 * folders inside it are its parts; else the innermost.
 */
function readAll(questions: readonly BoardQuestion[]): Reading[] {
  const bodies = questions.map(({ body }) =>
    body === null || body.trim() === '' ? null : parseBodyName(body),
  )
  const ownNamed = questions.map(({ folders }, index) =>
    folders.findLast(
      (folder) =>
        mayNameOwner(folder) &&
        shared(organisationWords(titleCase(folder)), bodies[index]?.organisation ?? []) > 0,
    ),
  )
  const named = new Set(ownNamed)
  const holding = new Set(questions.map(({ folders }) => folders.join('/')))
  return questions.map((question, index) => {
    const { folders } = question
    const owner =
      ownNamed[index] ??
      folders.findLast((folder) => named.has(folder)) ??
      folders.find(
        (folder, depth) => mayNameOwner(folder) && holding.has(folders.slice(0, depth + 1).join('/')),
      ) ??
      folders.findLast(mayNameOwner) ??
      null
    const committee = folders.findLast((name) => parseBodyName(name).committee !== null)
    const body = bodies[index] ?? (committee === undefined ? null : parseBodyName(titleCase(committee)))
    return { question, body, owner }
  })
}

/** Documents that came together: from one folder that says whose they are, from one that does not, or from none. */
function answerGroup(readings: readonly Reading[], known: readonly Known[]): BoardAnswer[] {
  const owner = readings[0]?.owner ?? null
  const clusters = clusterOf(readings, owner)
  const [main] = clusters
  const nameOfMain = nameOf(main, owner, readings, known)
  return readings.map((reading): BoardAnswer => {
    const { question, body } = reading
    const own = clusters.find((cluster) => cluster.members.includes(reading)) ?? main
    const named = own === main ? nameOfMain : nameOf(own, null, readings, known)
    // Without a folder a document that says nothing is nobody's.
    if (body === null && question.folders.length === 0)
      return { key: question.key, board: null, basis: 'none' }
    return { key: question.key, ...(body?.committee ? committeeOf(body, own, named, known) : named) }
  })
}

/** A committee has a series of its own, named after its board where it does not say so itself. */
function committeeOf(body: BodyName, own: Cluster | undefined, board: Named, known: readonly Known[]): Named {
  const owner = body.organisation.length > 0 ? body.organisation : (own?.words ?? [])
  const match = findKnown(owner, body.committee, known) ?? findKnown([], body.committee, known)
  if (match !== null) return { board: match, basis: 'known' }
  const owned = body.organisation.length > 0 || shared(nameWords(body.display), own?.words ?? []) > 0
  return {
    board: owned || board.board === null ? body.display : `${board.board}: ${body.display}`,
    basis: 'document',
  }
}

interface Cluster {
  readonly words: string[]
  readonly members: Reading[]
}

/**
 * The organisations that documents of one folder name, largest first: names with a word in common are one. In a folder
 * that says whose it is, one that few documents name is taken for a misreading and joins the first.
 */
function clusterOf(readings: readonly Reading[], owner: string | null): Cluster[] {
  const named = readings.filter(
    (r) => r.body !== null && r.body.committee === null && r.body.organisation.length > 0,
  )
  const start: Cluster = { words: owner === null ? [] : organisationWords(titleCase(owner)), members: [] }
  const clusters: Cluster[] = [start]
  for (const reading of named) {
    const words = reading.body?.organisation ?? []
    const home = clusters.find((cluster) => isAlike(words, cluster.words, owner !== null))
    if (!home) {
      clusters.push({ words: [...words], members: [reading] })
      continue
    }
    home.members.push(reading)
    for (const word of words) if (!home.words.includes(word)) home.words.push(word)
  }
  const [main, ...rest] = clusters
    .filter((cluster) => cluster !== start || cluster.members.length > 0 || owner !== null)
    .toSorted((a, b) => b.members.length - a.members.length)
  const enough = owner === null ? 1 : Math.max(SECOND_MINIMUM, SECOND_SHARE * readings.length)
  return main ? [main, ...rest.filter((cluster) => cluster.members.length >= enough)] : []
}

/** In one organisation's folder a word in common is enough; elsewhere the shorter name must be in the longer. */
function isAlike(a: readonly string[], b: readonly string[], sameFolder: boolean): boolean {
  const both = shared(a, b)
  return sameFolder ? both > 0 : both > 0 && both === Math.min(a.length, b.length)
}

/** What to call a cluster: the known board its names mean, else the name most of its documents use, else its folder. */
function nameOf(
  cluster: Cluster | undefined,
  owner: string | null,
  readings: readonly Reading[],
  known: readonly Known[],
): Named {
  const ranked = byFrequency((cluster?.members ?? []).flatMap(({ body }) => (body ? [body.display] : [])))
  const folderWords = owner === null ? [] : organisationWords(titleCase(owner))
  for (const words of [...ranked.map((name) => parseBodyName(name).organisation), folderWords]) {
    const match = findKnown(words, null, known)
    if (match !== null) return { board: match, basis: 'known' }
  }
  const [best] = ranked
  if (best !== undefined) return { board: best, basis: 'document' }
  if (owner !== null) return { board: titleCase(owner), basis: 'folder' }
  // "Board of Directors" and no more: the only board there is, else those words.
  const boards = known.filter(({ body }) => body.committee === null)
  if (boards.length === 1 && boards[0]) return { board: boards[0].name, basis: 'known' }
  const plain = byFrequency(
    readings.flatMap(({ body }) =>
      body && body.committee === null && body.organisation.length === 0 ? [body.display] : [],
    ),
  )[0]
  return plain === undefined ? { board: null, basis: 'none' } : { board: plain, basis: 'document' }
}

function byFrequency(names: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .toSorted(([nameA, a], [nameB, b]) => b - a || nameA.length - nameB.length || (nameA < nameB ? -1 : 1))
    .map(([name]) => name)
}

const shared = (a: readonly string[], b: readonly string[]): number =>
  a.filter((word) => b.includes(word)).length

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && shared(a, b) === a.length

/** The one known board these words mean: the same words, nearly all of them, or the only one that holds them all. */
function findKnown(
  organisation: readonly string[],
  committee: readonly string[] | null,
  known: readonly Known[],
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
