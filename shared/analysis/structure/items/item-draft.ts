import type { ItemPurpose } from '../../../model/analysis.ts'
import type { Line } from '../line.ts'
import type { TimeCandidate } from '../times/time-candidate.ts'

/** An item as a parser proposes it, before times are settled and levels made into parents. */
export interface ItemDraft {
  /** Position of its title in the list of lines. */
  at: number
  /** Position of the last line its title takes up. */
  titleEnd: number
  line: Line
  number: string | null
  title: string
  level: number
  lead: string | null
  purpose: ItemPurpose | null
  times: TimeCandidate[]
  timeText: string
  pages: [number, number] | null
  /** Text standing on the title's own lines after it. */
  body: string[]
  rule: string
  deferred: boolean
}
