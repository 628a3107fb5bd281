import type { PlanChange, PlanContent } from '../../../shared/model/planner.ts'
import { Button } from '../../components/button.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { asPlanItem } from './plan-figures.ts'
import type { PlanWork } from './use-plan.ts'

const KIND_WORDS: Record<PlanChange['kind'], string> = {
  shortened: 'Shortened',
  lengthened: 'Longer',
  consent: 'Consent agenda',
  cut: 'Cut',
  added: 'Added',
  moved: 'Moved up',
}

/** What became of each item, and why. */
export function ChangesList({ content, work }: { content: PlanContent; work: PlanWork }) {
  const { changes, base, items } = content
  const putBack = (id: string): void => {
    const item = base.find((known) => known.id === id)
    if (item !== undefined) work.arrange([...items, asPlanItem(item)], { handSet: id })
  }
  return (
    <section className="flex flex-col gap-2" aria-labelledby="changes-title">
      <h2 id="changes-title" className="heading-serif text-xl">
        What changed, and why
      </h2>
      {changes.length === 0 ? (
        <p className="text-soft">Nothing: the agenda stays as it was.</p>
      ) : (
        <ul className="border-t border-line">
          {changes.map((change) => (
            <li
              key={`${change.id}-${change.kind}`}
              className="flex flex-col gap-1 border-b border-line py-2.5"
            >
              <div className="flex items-baseline gap-3">
                <span className="w-28 shrink-0 text-xs font-semibold text-soft">
                  {KIND_WORDS[change.kind]}
                </span>
                <div className="flex min-w-0 flex-1 flex-col gap-0.5">
                  <h3 className="leading-snug break-words">{change.title}</h3>
                  <p className="text-[0.8125rem] text-soft">{change.reason}</p>
                  {(change.kind === 'cut' || change.kind === 'consent') && (
                    <EvidenceList evidence={change.evidence} />
                  )}
                </div>
                {(change.kind === 'cut' || change.kind === 'consent') && (
                  <Button
                    small
                    className="no-print"
                    aria-label={`Put back: ${change.title}`}
                    onClick={() => putBack(change.id)}
                  >
                    Put back
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
