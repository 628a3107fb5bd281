import type { DocumentKind, PlannedTime, RecordedTime } from '../../model/analysis.ts'
import type { ItemField } from '../../model/corrections.ts'
import { matchItems } from './match-items.ts'
import type { MeasuredDocument, MeasuredItem } from './measured-document.ts'

/** An item of the meeting: the same item of its documents, in one. */
export interface MergedItem extends Omit<MeasuredItem, 'pages' | 'titleClassification' | 'byPerson'> {
  /** Index into the merged list, always before its own; null at the top. */
  parent: number | null
  /** Where it stands: indices of document and item, in the order of trust. */
  sources: { document: number; item: number }[]
}

export interface MergedMeeting {
  items: MergedItem[]
  /** Per document and item: the index of the merged item. */
  itemOf: number[][]
}

/** Whose items the others are laid beside: the agenda says what the meeting's items are. */
const TRUST: readonly DocumentKind[] = ['agenda', 'minutes', 'pack', 'transcript', 'paper', 'action log']
const PLANNED_TRUST: readonly DocumentKind[] = [
  'agenda',
  'pack',
  'minutes',
  'paper',
  'transcript',
  'action log',
]
const RECORDED_TRUST: readonly DocumentKind[] = [
  'minutes',
  'transcript',
  'pack',
  'agenda',
  'paper',
  'action log',
]

interface Node {
  parent: Node | null
  children: Node[]
  sources: { document: number; item: number; value: MeasuredItem }[]
}

const newNode = (parent: Node | null): Node => ({ parent, children: [], sources: [] })

function placeAfter(siblings: Node[], previous: Node | null, node: Node): void {
  const at = previous === null ? -1 : siblings.indexOf(previous)
  siblings.splice(previous === null ? 0 : at === -1 ? siblings.length : at + 1, 0, node)
}

/** Items only this document has go in after the one that stands before them here, under the same parent. */
function addDocument(root: Node, flat: Node[], document: number, items: MeasuredItem[]): Node[] {
  const known = flat.map((node) => node.sources[0]?.value)
  const twins = matchItems(
    known.map((item) => ({
      number: item?.number ?? null,
      title: item?.title ?? '',
      level: item?.level ?? 1,
    })),
    items,
  )
  const nodes: Node[] = []
  const lastUnder = new Map<Node, Node>()
  items.forEach((value, item) => {
    const twin = twins.get(item)
    const found = twin === undefined ? undefined : flat[twin]
    const parent = (value.parent !== null && value.parent < item ? nodes[value.parent] : undefined) ?? root
    const node = found ?? newNode(parent)
    if (found === undefined) placeAfter(parent.children, lastUnder.get(parent) ?? null, node)
    node.sources.push({ document, item, value })
    nodes.push(node)
    if (node.parent !== null) lastUnder.set(node.parent, node)
  })
  return nodes
}

function firstBy<T>(
  node: Node,
  documents: readonly MeasuredDocument[],
  trust: readonly DocumentKind[],
  pick: (item: MeasuredItem) => T | null,
): T | null {
  for (const kind of trust) {
    for (const source of node.sources) {
      if (documents[source.document]?.kind !== kind) continue
      const value = pick(source.value)
      if (value !== null) return value
    }
  }
  return null
}

/** The source of which a person said this, if any: it stands before every document's own word. */
const bySomeone = (node: Node, ...fields: ItemField[]): MeasuredItem | undefined =>
  node.sources.find(({ value }) => fields.some((field) => value.byPerson?.includes(field)))?.value

const plannedOf = (item: MeasuredItem): PlannedTime | null =>
  item.planned !== null && item.planned.minutes !== null ? item.planned : null
const recordedOf = (item: MeasuredItem): RecordedTime | null =>
  item.recorded !== null && item.recorded.minutes !== null ? item.recorded : null

/**
 * The items of one meeting over all its documents. The agenda's order stands; what only the minutes or the pack
 * have is put in where they have it. Number, title and role come from the most trusted document, planned time
 * from the agenda (else the pack), recorded time from the minutes (else the transcript); an item deferred in any
 * document is deferred.
 */
export function mergeItems(documents: readonly MeasuredDocument[]): MergedMeeting {
  const order = documents
    .map((document, index) => ({ index, trust: TRUST.indexOf(document.kind) }))
    .toSorted((a, b) => a.trust - b.trust || a.index - b.index)
  const root = newNode(null)
  const nodesOf: Node[][] = documents.map(() => [])
  for (const { index } of order) {
    const flat = flatten(root)
    nodesOf[index] = addDocument(root, flat, index, documents[index]?.items ?? [])
  }

  const flat = flatten(root)
  const position = new Map(flat.map((node, index) => [node, index]))
  const items = flat.map((node): MergedItem => {
    const parent = node.parent === null || node.parent === root ? null : (position.get(node.parent) ?? null)
    const first = node.sources[0]?.value
    const numbered = bySomeone(node, 'number')
    const led = bySomeone(node, 'lead')
    const purposed = bySomeone(node, 'purpose')
    const deferring = bySomeone(node, 'deferred')
    const planning = bySomeone(node, 'plannedStart', 'plannedMinutes')
    const recording = bySomeone(node, 'recordedStart', 'recordedMinutes')
    return {
      number: numbered ? numbered.number : firstBy(node, documents, TRUST, (item) => item.number),
      title: (bySomeone(node, 'title') ?? first)?.title ?? '',
      level: first?.level ?? 1,
      parent,
      lead: led ? led.lead : firstBy(node, documents, TRUST, (item) => item.lead),
      purpose: purposed ? purposed.purpose : firstBy(node, documents, TRUST, (item) => item.purpose),
      role: (bySomeone(node, 'role') ?? first)?.role ?? 'topic',
      deferred: deferring ? deferring.deferred : node.sources.some((source) => source.value.deferred),
      planned: planning
        ? planning.planned
        : (firstBy(node, documents, PLANNED_TRUST, plannedOf) ??
          firstBy(node, documents, PLANNED_TRUST, (item) => item.planned)),
      recorded: recording
        ? recording.recorded
        : (firstBy(node, documents, RECORDED_TRUST, recordedOf) ??
          firstBy(node, documents, RECORDED_TRUST, (item) => item.recorded)),
      sources: node.sources.map(({ document, item }) => ({ document, item })),
    }
  })
  return { items, itemOf: nodesOf.map((nodes) => nodes.map((node) => position.get(node) ?? 0)) }
}

/** Parents before children, without recursion: a hostile outline may be deep. */
function flatten(root: Node): Node[] {
  const flat: Node[] = []
  const waiting = root.children.toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    flat.push(node)
    for (let i = node.children.length - 1; i >= 0; i -= 1) {
      const child = node.children[i]
      if (child !== undefined) waiting.push(child)
    }
  }
  return flat
}
