import type { DocumentKind } from '../../model/analysis.ts'
import { actionWords } from './action-words.ts'

const COLUMN_HEADS = new Set(
  'action actions owner due date status lead progress who when by no ref update'.split(' '),
)
const FIGURE = /^[\s([£$€+\-–−]*\d/

/**
 * False for rows of figures and column heads that were read as actions ("Bank debt | (45.0) | (46.0)"): they are left
 * out here and counted, so that nobody looks for their owner.
 */
export function isPlausibleAction(action: {
  readonly text: string
  readonly owner: string | null
  readonly dueText: string | null
  readonly rule: string
  readonly kind: DocumentKind
  readonly status: 'open' | 'done' | 'unknown'
}): boolean {
  if (action.owner !== null && (FIGURE.test(action.owner) || isColumnHeads(action.owner))) return false
  if (!action.rule.startsWith('action-table')) return true
  if (action.dueText !== null && /^[\s([£$€+\-–−]*[\d.,]+[\s)%]*$/.test(action.dueText)) return false
  const isPaper = action.kind === 'pack' || action.kind === 'paper'
  // A table of a paper that names nobody, no date and no state is a list of something else.
  if (isPaper && action.owner === null && action.dueText === null && action.status === 'unknown') return false
  return actionWords(action.text).stems.size >= 2
}

const isColumnHeads = (owner: string): boolean =>
  owner
    .toLowerCase()
    .split(/[^a-z]+/)
    .every((word) => word === '' || COLUMN_HEADS.has(word))
