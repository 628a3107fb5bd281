import type { StructuredItem } from '../../model/analysis.ts'
import type { ComparedItem, VersionDifference } from '../../model/corrections.ts'
import { matchItems } from '../measure/match-items.ts'
import { normaliseNumber, normaliseTitle } from '../measure/title-similarity.ts'

interface Version {
  items: readonly Pick<StructuredItem, 'number' | 'title' | 'level' | 'planned' | 'recorded'>[]
  passages: readonly { text: string }[]
  actions: readonly { text: string }[]
}

type Time = { start: string | null; minutes: number | null; minutesMax?: number | null } | null

function timeInWords(time: Time): string | null {
  if (time === null || (time.start === null && time.minutes === null)) return null
  const { start, minutes, minutesMax } = time
  const length =
    minutes === null
      ? null
      : minutesMax !== null && minutesMax !== undefined && minutesMax !== minutes
        ? `${minutes}–${minutesMax} min`
        : `${minutes} min`
  return [start, length].filter((part) => part !== null).join(', ')
}

const shown = (item: Version['items'][number]): ComparedItem => ({
  number: item.number,
  title: item.title,
  planned: timeInWords(item.planned),
  recorded: timeInWords(item.recorded),
})

/** How many of these texts the others do not have, each counted as often as it stands there. */
function without(texts: readonly { text: string }[], others: readonly { text: string }[]): number {
  const left = new Map<string, number>()
  for (const { text } of others) left.set(normaliseTitle(text), (left.get(normaliseTitle(text)) ?? 0) + 1)
  let count = 0
  for (const { text } of texts) {
    const key = normaliseTitle(text)
    const there = left.get(key) ?? 0
    if (there === 0) count += 1
    else left.set(key, there - 1)
  }
  return count
}

/** Indices of a longest increasing run: what kept its order while others were moved. */
function inOrder(values: readonly number[]): Set<number> {
  const tails: number[] = []
  const before: number[] = []
  values.forEach((value, index) => {
    let at = tails.findIndex((tail) => (values[tail] ?? 0) >= value)
    if (at === -1) at = tails.length
    before.push(at === 0 ? -1 : (tails[at - 1] ?? -1))
    tails[at] = index
  })
  const kept = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at)
  return kept
}

/** What a later version of a paper added, took out, renamed, renumbered, retimed or moved. */
export function compareVersions(earlier: Version, later: Version): VersionDifference {
  const twins = matchItems(
    earlier.items.map((item) => item),
    later.items.map((item) => item),
  )
  const paired = [...twins].toSorted(([left], [right]) => left - right)
  const steady = inOrder(paired.map(([, old]) => old))
  const moved = new Set(paired.flatMap(([index], at) => (steady.has(at) ? [] : [index])))
  const laterOf = new Map(paired.map(([index, old]) => [old, index]))

  const items: VersionDifference['items'] = []
  let unchanged = 0
  let nextOld = 0
  const flushRemoved = (until: number): void => {
    for (; nextOld < until; nextOld += 1) {
      const gone = earlier.items[nextOld]
      if (gone !== undefined && !laterOf.has(nextOld))
        items.push({ before: shown(gone), after: null, changes: ['removed'] })
    }
  }
  later.items.forEach((item, index) => {
    const twin = twins.get(index)
    const old = twin === undefined ? undefined : earlier.items[twin]
    if (twin === undefined || old === undefined) {
      items.push({ before: null, after: shown(item), changes: ['added'] })
      return
    }
    if (!moved.has(index)) flushRemoved(twin)
    const [before, after] = [shown(old), shown(item)]
    const changes: VersionDifference['items'][number]['changes'] = []
    if (normaliseNumber(old.number) !== normaliseNumber(item.number)) changes.push('renumbered')
    if (normaliseTitle(old.title) !== normaliseTitle(item.title)) changes.push('retitled')
    if (before.planned !== after.planned || before.recorded !== after.recorded) changes.push('retimed')
    if (moved.has(index)) changes.push('moved')
    if (changes.length === 0) unchanged += 1
    else items.push({ before, after, changes })
  })
  flushRemoved(earlier.items.length)
  return {
    items,
    unchanged,
    passagesAdded: without(later.passages, earlier.passages),
    passagesRemoved: without(earlier.passages, later.passages),
    actionsAdded: without(later.actions, earlier.actions),
    actionsRemoved: without(earlier.actions, later.actions),
  }
}
