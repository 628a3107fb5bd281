import { useMemo } from 'react'
import type { DocumentSummary, PassageView } from '../../../shared/model/library.ts'
import { kindInWords } from '../../components/document-badge.tsx'
import { FocusSwatch } from '../../components/focus-chip.tsx'
import { MarkedText } from '../../components/marked-text.tsx'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { percent } from '../../format/numbers.ts'
import { focusOf } from './meeting-model.ts'

interface Group {
  readonly item: string | null
  readonly passages: PassageView[]
}

/** Neighbours under the same item stand under one heading; the order is the list's. */
function groupByItem(
  passages: readonly PassageView[],
  itemNameOf: (passage: PassageView) => string | null,
): Group[] {
  const groups: Group[] = []
  for (const passage of passages) {
    const item = itemNameOf(passage)
    const last = groups.at(-1)
    if (last?.item === item) last.passages.push(passage)
    else groups.push({ item, passages: [passage] })
  }
  return groups
}

function labelInWords(passage: PassageView): string {
  const focus = FOCUS_WORDS[focusOf(passage)]
  if (passage.human === null) return `${focus}, ${percent(passage.confidence)}`
  return `${focus}${passage.human.fromCustomers ? ', from customers' : ''}, settled by a person`
}

/** Every passage of the list as paper shows it: under its item, with its label and the page it stands on. */
export function PassagePrint({
  passages,
  documents,
  itemNameOf,
}: {
  passages: readonly PassageView[]
  documents: readonly DocumentSummary[]
  itemNameOf: (passage: PassageView) => string | null
}) {
  const kinds = useMemo(() => new Map(documents.map(({ id, kind }) => [id, kindInWords(kind)])), [documents])
  return (
    <div className="hidden px-4 py-2 print:block">
      {groupByItem(passages, itemNameOf).map((group, index) => (
        <div key={index} className="pt-3">
          {group.item !== null && <h3 className="break-after-avoid font-semibold">{group.item}</h3>}
          {group.passages.map((passage) => (
            <p key={passage.id} className="break-inside-avoid py-1.5 leading-relaxed">
              <span className="figures block text-xs text-soft">
                <FocusSwatch focus={focusOf(passage)} className="mr-1.5" />
                {labelInWords(passage)}
                {` · ${kinds.get(passage.documentId) ?? 'Document'}, page ${passage.page}`}
              </span>
              <span className="break-words whitespace-pre-line">
                <MarkedText text={passage.text} spans={passage.evidence} />
              </span>
            </p>
          ))}
        </div>
      ))}
    </div>
  )
}
