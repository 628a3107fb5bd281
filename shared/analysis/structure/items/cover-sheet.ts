import type { ItemPurpose } from '../../../model/analysis.ts'
import type { Line } from '../line.ts'
import { isLead, tidyLead } from './item-lead.ts'
import { isOnlyPurpose, purposeOf } from './item-purpose.ts'
import { looksLikeSentence, wordCount } from './title-shape.ts'

/** What a paper's cover sheet says of its item; null where it does not. */
export interface CoverFields {
  lead: string | null
  purpose: ItemPurpose | null
}

/** A cover sheet's fields stand among the first lines of the paper's first page. */
const COVER_LINES = 30
const LONGEST_VALUE = 240

const LEAD =
  /^(?:(?:executive|responsible|accountable|presenting|sponsoring|board|report|paper) )?(?:lead|presenter|presented by|presenting|led by|sponsor|sponsored by)(?: (?:director|officer|executive|member|trustee|sponsor|governor))?(?:\(s\)|s)?$/i
const AUTHOR =
  /^(?:(?:report|paper|lead) )?authors?(?:\(s\))?$|^(?:prepared|written|submitted|report|paper) by$/i
const PURPOSE =
  /^(?:purpose(?: of (?:the |this )?(?:report|paper|item))?|action (?:required|requested|sought)|paper (?:is )?for|presented for|for)$/i
const RECOMMENDATION = /^recommend(?:ed )?(?:ations?|actions?)(?:\(s\))?$|^recommendation\(s\)$/i
const ASKED =
  /^(?:that )?(?:the |this )?(?:\w+ ){0,4}(?:is|are) (?:asked|invited|requested|recommended) to:? ([a-z]+)/i
const TO_DO = /^(?:to )?(approve|adopt|agree|ratify|decide|endorse|note|receive|discuss|consider|review)\b/i

/**
 * For each item, who leads it and what it is for, from the cover sheet of its papers: rows of a table, or
 * "Label: value" lines. `itemOf` names for every line the item whose papers it stands in.
 */
export function coverFields(
  lines: readonly Line[],
  itemOf: readonly (number | null)[],
  items: number,
): CoverFields[] {
  const fields: CoverFields[] = Array.from({ length: items }, () => ({ lead: null, purpose: null }))
  const begun = new Map<number, number>()
  const authors = new Map<number, string>()
  const recommended = new Map<number, ItemPurpose>()
  itemOf.forEach((item, at) => {
    const line = lines[at]
    if (item === null || !line) return
    const start = begun.get(item) ?? at
    begun.set(item, start)
    const own = fields[item]
    if (!own || at - start > COVER_LINES || line.page !== lines[start]?.page) return
    const pair = labelled(line, lines[at + 1])
    if (!pair) return
    const { label, value } = pair
    if (LEAD.test(label) && isPerson(value)) own.lead ??= tidyLead(value)
    else if (AUTHOR.test(label) && isPerson(value) && !authors.has(item)) authors.set(item, tidyLead(value))
    else if (PURPOSE.test(label)) own.purpose ??= statedPurpose(value)
    else if (RECOMMENDATION.test(label) && !recommended.has(item)) {
      const verb = ASKED.exec(value)?.[1] ?? TO_DO.exec(value)?.[1]
      const purpose = verb === undefined ? null : purposeOf(verb)
      if (purpose) recommended.set(item, purpose)
    }
  })
  return fields.map((own, item) => ({
    lead: own.lead ?? authors.get(item) ?? null,
    purpose: own.purpose ?? recommended.get(item) ?? null,
  }))
}

/** "Author<tab>A. Name", "Author: A. Name", or the label alone with its value on the next line of its block. */
function labelled(line: Line, next: Line | undefined): { label: string; value: string } | null {
  const cells = line.cells?.filter((cell) => cell.trim() !== '') ?? line.text.slice(0, 400).split('\t')
  const [first = '', ...rest] = cells.map((cell) => cell.replace(/\s+/g, ' ').trim())
  if (rest.length > 0) return pairOf(first.replace(/\s*:$/, ''), rest.join(' '))
  const colon = first.indexOf(':')
  if (colon <= 0 || colon > 40) return null
  const value = first.slice(colon + 1).trim()
  const below = value === '' && next && next.block === line.block && !next.cells ? next.text : value
  return pairOf(first.slice(0, colon).trim(), below)
}

function pairOf(label: string, value: string): { label: string; value: string } | null {
  return value === '' || value.length > LONGEST_VALUE ? null : { label, value }
}

function isPerson(value: string): boolean {
  if (isLead(value)) return true
  return /^[A-Z]/.test(value) && wordCount(value) <= 9 && !looksLikeSentence(value) && !/\d/.test(value)
}

/** "For decision"; boxes of which one is ticked say nothing that can be relied on. */
function statedPurpose(value: string): ItemPurpose | null {
  if (/[☐☒☑□■]|\[[ xX]?\]/.test(value)) return null
  if (isOnlyPurpose(value)) return purposeOf(value)
  const verb = TO_DO.exec(value)?.[1]
  return verb === undefined ? null : purposeOf(verb)
}
