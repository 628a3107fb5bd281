import type { DocumentKind, TimeWindow } from '../../model/analysis.ts'
import type { MeasuredDocument } from './measured-document.ts'

const PLANNED_KINDS: readonly DocumentKind[] = ['agenda', 'pack', 'paper', 'minutes', 'transcript']
const RECORDED_KINDS: readonly DocumentKind[] = ['minutes', 'transcript']

/**
 * The meeting's window over its documents: a person's word first, then the most trusted kind that gives both ends,
 * then the most trusted that gives one.
 */
export function meetingWindow(
  documents: readonly Pick<MeasuredDocument, 'kind' | 'window' | 'windowByPerson'>[],
  which: 'planned' | 'recorded',
): TimeWindow | null {
  const said = documents.find((document) => document.windowByPerson?.[which] === true)
  if (said !== undefined) return said.window[which]
  const kinds = which === 'planned' ? PLANNED_KINDS : RECORDED_KINDS
  const found = kinds
    .flatMap((kind) => documents.filter((document) => document.kind === kind))
    .map((document) => document.window[which])
    .filter((window) => window !== null)
  return found.find((window) => window.start !== null && window.end !== null) ?? found[0] ?? null
}
