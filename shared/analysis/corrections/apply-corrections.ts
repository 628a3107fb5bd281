import type { DocumentKind } from '../../model/analysis.ts'
import type { CorrectionOf, ItemAnchor } from '../../model/corrections.ts'
import { mergeItems } from '../measure/merge-items.ts'
import { meetingWindow } from '../measure/meeting-window.ts'
import { correctWindows, foldWindowCorrections, saidOf, windowMark } from './correct-window.ts'
import { matchActionAnchors, matchItemAnchors } from './match-anchors.ts'
import type { Named } from './match-anchors.ts'
import { bySequence, isOn } from './placed-correction.ts'
import type { Corrected, CorrectableDocument, PlacedCorrection } from './placed-correction.ts'
import { noCorrections, rebuildDocument } from './rebuild-document.ts'
import type { DocumentCorrections } from './rebuild-document.ts'

/** Which document takes what a person added to the meeting as a whole. */
const ITEM_HOSTS: readonly DocumentKind[] = ['agenda', 'minutes', 'pack', 'transcript', 'paper', 'action log']
const ACTION_HOSTS: readonly DocumentKind[] = [
  'minutes',
  'action log',
  'transcript',
  'agenda',
  'pack',
  'paper',
]

export const namesOf = (document: Pick<CorrectableDocument, 'items'>): Named[] =>
  document.items.map(({ number, title }) => ({ names: [{ number, title }] }))

/** The meeting's items as read, each under the names its documents give it, with where it stands. */
export function mergedNames(
  documents: readonly CorrectableDocument[],
): (Named & { sources: { document: number; item: number }[] })[] {
  return mergeItems(documents).items.map(({ sources }) => ({
    sources,
    names: sources.flatMap(({ document, item }) => {
      const found = documents[document]?.items[item]
      return found === undefined ? [] : [{ number: found.number, title: found.title }]
    }),
  }))
}

function put<V>(map: Map<number, V[]>, key: number, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

const inOrderOf = (documents: readonly CorrectableDocument[], kinds: readonly DocumentKind[]): number[] =>
  kinds.flatMap((kind) => documents.flatMap((document, index) => (document.kind === kind ? [index] : [])))

/**
 * Lays people's corrections over the documents of one meeting (or over one document alone) as they were read. A
 * correction of one paper touches only that paper; one of the meeting touches its item in every document that holds
 * it. The later wins, field by field. What finds nothing to stand on is named in `unapplied`.
 */
export function applyCorrections<D extends CorrectableDocument>(
  documents: readonly D[],
  placed: readonly PlacedCorrection[],
): Corrected<D> {
  const inOrder = placed.toSorted(bySequence)
  const found: DocumentCorrections[] = documents.map(noCorrections)
  const applied = new Set<string>()

  placeItems(documents, inOrder, found, applied)
  placeActions(documents, inOrder, found, applied)
  placeAdditions(documents, inOrder, found, applied)
  for (const corrections of found) {
    for (const list of corrections.items.values()) list.sort(bySequence)
    for (const list of corrections.actions.values()) list.sort(bySequence)
  }

  const rebuilt = documents.map((document, index) =>
    rebuildDocument(document, found[index] ?? noCorrections()),
  )
  const windows = inOrder.filter((one) => isOn(one, 'window'))
  const whole = {
    planned: meetingWindow(documents, 'planned'),
    recorded: meetingWindow(documents, 'recorded'),
  }
  const ofMeeting = foldWindowCorrections(windows.filter((one) => one.documents === null))
  rebuilt.forEach((one, index) => {
    const touching = windows.filter((each) => each.documents === null || each.documents.includes(index))
    if (touching.length === 0) return
    for (const { id } of touching) applied.add(id)
    const set = foldWindowCorrections(touching)
    const own = documents[index]?.window ?? whole
    // A word on the whole meeting completes what the most trusted document says, not what this one does.
    const base = {
      planned: saidOf(ofMeeting).planned ? whole.planned : own.planned,
      recorded: saidOf(ofMeeting).recorded ? whole.recorded : own.recorded,
    }
    one.document = { ...one.document, window: correctWindows(base, set), windowByPerson: saidOf(set) }
    one.windowMark = windowMark(base, set)
  })
  return {
    documents: rebuilt,
    unapplied: inOrder.filter(({ id }) => !applied.has(id)).map(({ id }) => id),
  }
}

function placeItems(
  documents: readonly CorrectableDocument[],
  placed: readonly PlacedCorrection[],
  found: DocumentCorrections[],
  applied: Set<string>,
): void {
  const items = placed.filter((one) => isOn(one, 'item'))
  documents.forEach((document, index) => {
    const own = items.filter((one) => one.documents?.includes(index))
    if (own.length === 0) return
    matchItemAnchors(
      namesOf(document),
      own.map(({ correction }) => correction.anchor),
    ).forEach((position, at) => {
      const one = own[at]
      if (position === null || one === undefined) return
      put(found[index]?.items ?? new Map(), position, one)
      applied.add(one.id)
    })
  })
  const ofMeeting = items.filter((one) => one.documents === null)
  if (ofMeeting.length === 0) return
  const merged = mergedNames(documents)
  matchItemAnchors(
    merged,
    ofMeeting.map(({ correction }) => correction.anchor),
  ).forEach((at, which) => {
    const one = ofMeeting[which]
    if (at === null || one === undefined) return
    for (const { document, item } of merged[at]?.sources ?? [])
      put(found[document]?.items ?? new Map(), item, one)
    applied.add(one.id)
  })
}

function placeActions(
  documents: readonly CorrectableDocument[],
  placed: readonly PlacedCorrection[],
  found: DocumentCorrections[],
  applied: Set<string>,
): void {
  const actions = placed.filter((one) => isOn(one, 'action'))
  const match = (
    own: readonly PlacedCorrection<CorrectionOf<'action'>>[],
    among: readonly number[],
  ): void => {
    const places = among.flatMap((document) =>
      (documents[document]?.actions ?? []).map(({ text }, position) => ({ document, position, text })),
    )
    matchActionAnchors(
      places.map(({ text }) => text),
      own.map(({ correction }) => correction.anchor),
    ).forEach((at, which) => {
      const place = at === null ? undefined : places[at]
      const one = own[which]
      if (place === undefined || one === undefined) return
      put(found[place.document]?.actions ?? new Map(), place.position, one)
      applied.add(one.id)
    })
  }
  if (actions.length === 0) return
  documents.forEach((_, index) => {
    const own = actions.filter((one) => one.documents?.includes(index))
    if (own.length > 0) match(own, [index])
  })
  match(
    actions.filter((one) => one.documents === null),
    inOrderOf(documents, ACTION_HOSTS),
  )
}

function placeAdditions(
  documents: readonly CorrectableDocument[],
  placed: readonly PlacedCorrection[],
  found: DocumentCorrections[],
  applied: Set<string>,
): void {
  /** The first document that holds the anchor's item, else the first of all. */
  const hostOf = (
    anchor: ItemAnchor | null,
    among: readonly number[],
  ): { document: number; item: number | null; matched: boolean } | null => {
    if (anchor !== null)
      for (const document of among) {
        const [item] = matchItemAnchors(namesOf(documents[document] ?? { items: [] }), [anchor])
        if (item !== null && item !== undefined) return { document, item, matched: true }
      }
    const [document] = among
    if (document === undefined) return null
    // Where its neighbour is gone it goes last rather than nowhere.
    const last = (documents[document]?.items.length ?? 0) - 1
    return { document, item: anchor === null || last < 0 ? null : last, matched: false }
  }
  const hostOfAdded = new Map<string, number>()
  for (const one of placed) {
    if (isOn(one, 'new item')) {
      const host = hostOf(one.correction.after, one.documents ?? inOrderOf(documents, ITEM_HOSTS))
      if (host === null) continue
      found[host.document]?.newItems.push({ placed: one, after: host.item })
      hostOfAdded.set(one.id, host.document)
      applied.add(one.id)
    } else if (isOn(one, 'new action')) {
      const { item: anchor, addedItem } = one.correction
      const beside = addedItem === null ? undefined : hostOfAdded.get(addedItem)
      const among = beside === undefined ? inOrderOf(documents, ACTION_HOSTS) : [beside]
      const host = hostOf(anchor, one.documents ?? among)
      if (host === null) continue
      found[host.document]?.newActions.push({ placed: one, item: host.matched ? host.item : null })
      applied.add(one.id)
    }
  }
}
