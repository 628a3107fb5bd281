import type { Line } from '../line.ts'

/** An action as a parser proposes it. */
export interface ActionDraft {
  at: number
  line: Line
  text: string
  owner: string | null
  dueText: string | null
  status: 'open' | 'done' | 'unknown'
  rule: string
}
