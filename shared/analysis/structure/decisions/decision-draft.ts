import type { DecisionKind, StructuredDecision } from '../../../model/analysis.ts'
import type { Line } from '../line.ts'

/** A decision as a parser proposes it. */
export interface DecisionDraft {
  at: number
  line: Line
  text: string
  kind: DecisionKind
  mover: string | null
  seconder: string | null
  outcome: StructuredDecision['outcome']
  rule: string
}
