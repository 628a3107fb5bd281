import type { DocumentKind } from '../../../model/analysis.ts'
import type { Line } from '../line.ts'
import type { ActionDraft } from './action-draft.ts'
import { actionTables } from './action-tables.ts'
import { listedActions } from './listed-actions.ts'
import { markedActions } from './marked-actions.ts'

/** Explicit actions only: marked in the text, listed under a heading that says so, or rows of an action table. */
export function findActions(
  lines: readonly Line[],
  titleLines: ReadonlySet<number>,
  kind: DocumentKind,
): ActionDraft[] {
  if (kind === 'agenda' || kind === 'paper' || kind === 'transcript') {
    return kind === 'agenda' ? [] : actionTables(lines, kind)
  }
  const drafts = [...actionTables(lines, kind)]
  const taken = new Set(drafts.map((d) => d.at))
  drafts.push(...markedActions(lines, taken, titleLines))
  for (const d of drafts) taken.add(d.at)
  drafts.push(...listedActions(lines, taken, titleLines))
  return withoutRepeats(drafts.toSorted((a, b) => a.at - b.at))
}

function withoutRepeats(drafts: readonly ActionDraft[]): ActionDraft[] {
  const seen = new Set<string>()
  return drafts.filter((d) => {
    const key = d.text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
    if (key.length < 4 || seen.has(key)) return false
    seen.add(key)
    return true
  })
}
