import type { Voice } from '../../model/customers.ts'
import type { DecisionGap } from './gaps.ts'

/** Decisions about customers before which nothing was found that customers said or did; one for each item. */
export function decisionGaps(decisions: Voice['decisions']): DecisionGap[] {
  const found = new Map<string, DecisionGap>()
  for (const { inputs, item, meetingId, date, documentId, passageId, page, text } of decisions) {
    const key = item ?? ''
    if (inputs.length > 0 || found.has(key)) continue
    const evidence = { meetingId, date, documentId, passageId, page, quote: text.slice(0, 600) }
    found.set(key, { itemTitle: item, evidence })
  }
  return [...found.values()]
}
