import { ListCounter } from '../lists/list-counter.ts'
import type { CountedLevel } from '../lists/list-counter.ts'
import type { NumberStyle } from '../lists/format-number.ts'
import type { WordFile } from './word-file.ts'

const STYLES: Readonly<Record<number, NumberStyle | 'bullet'>> = {
  0: 'decimal',
  1: 'upper-roman',
  2: 'lower-roman',
  3: 'upper-letter',
  4: 'lower-letter',
  5: 'ordinal',
  22: 'decimal-zero',
  23: 'bullet',
  255: 'none',
}

const PLAN = 0x2e2
const INSTANCES = 0x2ea
const LIST_BYTES = 28
const LEVEL_BYTES = 28
const INSTANCE_BYTES = 16
const MOST_LISTS = 4096

/** Placeholders in a number's text are the levels themselves, as characters 0 to 8. */
const shown = (text: string): string =>
  Array.from(text, (mark) => {
    const code = mark.charCodeAt(0)
    return code < 9 ? `%${code + 1}` : mark
  }).join('')

function readLevel(table: Buffer, at: number): { level: CountedLevel; next: number } {
  const paragraphBytes = table.readUInt8(at + 25)
  const runBytes = table.readUInt8(at + 24)
  const textAt = at + LEVEL_BYTES + paragraphBytes + runBytes
  const length = table.readUInt16LE(textAt)
  return {
    level: {
      start: table.readInt32LE(at),
      style: STYLES[table.readUInt8(at + 4)] ?? 'decimal',
      text: shown(table.toString('utf16le', textAt + 2, textAt + 2 + length * 2)),
    },
    next: textAt + 2 + length * 2,
  }
}

function readDefinitions(file: WordFile): Map<number, CountedLevel[]> {
  const { main, table } = file
  const definitions = new Map<number, CountedLevel[]>()
  const plan = file.part(PLAN)
  if (plan.byteLength < 2) return definitions
  const count = Math.min(plan.readInt16LE(0), MOST_LISTS)
  let at = main.readUInt32LE(PLAN) + main.readUInt32LE(PLAN + 4)
  for (let index = 0; index < count; index += 1) {
    const head = 2 + index * LIST_BYTES
    const levels: CountedLevel[] = []
    const isSimple = (plan.readUInt8(head + 26) & 1) === 1
    for (let level = 0; level < (isSimple ? 1 : 9); level += 1) {
      const read = readLevel(table, at)
      levels.push(read.level)
      at = read.next
    }
    definitions.set(plan.readUInt32LE(head), levels)
  }
  return definitions
}

interface Instance {
  readonly list: number
  readonly starts: readonly (readonly [number, number])[]
}

function readInstances(file: WordFile): Instance[] {
  const plan = file.part(INSTANCES)
  if (plan.byteLength < 4) return []
  const count = Math.min(plan.readUInt32LE(0), MOST_LISTS)
  const instances: Instance[] = []
  let at = 4 + count * INSTANCE_BYTES
  for (let index = 0; index < count; index += 1) {
    const head = 4 + index * INSTANCE_BYTES
    const overrides = plan.readUInt8(head + 12)
    const starts: [number, number][] = []
    at += 4
    for (let one = 0; one < overrides && at + 8 <= plan.byteLength; one += 1) {
      const flags = plan.readUInt32LE(at + 4)
      if ((flags & 0x10) !== 0) starts.push([flags & 0xf, plan.readInt32LE(at)])
      at += 8
      if ((flags & 0x20) !== 0) at = readLevel(plan, at).next
    }
    instances.push({ list: plan.readUInt32LE(head), starts })
  }
  return instances
}

export interface WordLists {
  /** Counts one paragraph of list `index` (1-based) and gives its number as displayed. */
  next(index: number, level: number): string | null
}

/** Reads the numbering of lists; a file whose lists are damaged has text without numbers. */
export function readWordLists(file: WordFile): WordLists {
  let definitions = new Map<number, CountedLevel[]>()
  let instances: Instance[] = []
  try {
    definitions = readDefinitions(file)
    instances = readInstances(file)
  } catch {
    // Numbers are the least of what such a file says.
  }
  const counters = new Map<number, ListCounter>()
  const started = new Set<number>()
  return {
    next: (index, level) => {
      const instance = instances[index - 1]
      const levels = instance ? definitions.get(instance.list) : undefined
      if (!instance || !levels) return null
      const counter = counters.get(instance.list) ?? new ListCounter(levels)
      counters.set(instance.list, counter)
      if (!started.has(index)) for (const [at, start] of instance.starts) counter.restart(at, start)
      started.add(index)
      return counter.next(level)
    },
  }
}
