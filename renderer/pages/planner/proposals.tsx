import { Check, X } from 'lucide-react'
import type { PlanContent, PlanProposal } from '../../../shared/model/planner.ts'
import { Button } from '../../components/button.tsx'
import { counted } from '../../format/numbers.ts'
import { EvidenceList } from './evidence-list.tsx'
import type { PlanWork } from './use-plan.ts'

function decide(content: PlanContent, id: string, decision: PlanProposal['decision']): PlanContent {
  return {
    ...content,
    proposals: content.proposals.map((proposal) =>
      proposal.id === id ? { ...proposal, decision } : proposal,
    ),
  }
}

/** What is missing and could be put on the agenda, each with where it rests. */
export function Proposals({ content, work }: { content: PlanContent; work: PlanWork }) {
  const { proposals, items } = content
  if (proposals.length === 0)
    return (
      <section className="flex flex-col gap-2" aria-labelledby="proposals-title">
        <h2 id="proposals-title" className="heading-serif text-xl">
          What is missing
        </h2>
        <p className="text-soft">Nothing was found that the record leaves open.</p>
      </section>
    )
  return (
    <section className="flex flex-col gap-2" aria-labelledby="proposals-title">
      <h2 id="proposals-title" className="heading-serif text-xl">
        What is missing
      </h2>
      <p className="text-[0.8125rem] text-faint">
        {counted(proposals.length, 'item')} from what the record leaves open. An undecided one is taken where
        the target needs it; each counts as wholly about customers.
      </p>
      <ul className="border-t border-line">
        {proposals.map((proposal) => {
          const isOn = items.some(({ id }) => id === proposal.id)
          const toggle = (decision: PlanProposal['decision']): void =>
            work.solve(
              (before) => decide(before, proposal.id, proposal.decision === decision ? 'open' : decision),
              {
                keepHand: true,
              },
            )
          return (
            <li key={proposal.id} className="flex flex-col gap-1.5 border-b border-line py-3">
              <div className="flex items-start gap-3">
                <div className="flex min-w-0 flex-1 flex-col gap-1">
                  <h3 className="leading-snug font-medium break-words">{proposal.title}</h3>
                  <p className="text-[0.8125rem] text-soft">
                    {isOn && (
                      <span className="mr-1.5 font-semibold text-customer-ink">On the new agenda.</span>
                    )}
                    {proposal.because}
                  </p>
                </div>
                <Button
                  small
                  aria-pressed={proposal.decision === 'accepted'}
                  aria-label={`Accept: ${proposal.title}`}
                  look={proposal.decision === 'accepted' ? 'strong' : 'plain'}
                  onClick={() => toggle('accepted')}
                >
                  <Check aria-hidden="true" className="size-3.5" />
                  {proposal.decision === 'accepted' ? 'Accepted' : 'Accept'}
                </Button>
                <Button
                  small
                  aria-pressed={proposal.decision === 'rejected'}
                  aria-label={`Reject: ${proposal.title}`}
                  look={proposal.decision === 'rejected' ? 'strong' : 'plain'}
                  onClick={() => toggle('rejected')}
                >
                  <X aria-hidden="true" className="size-3.5" />
                  {proposal.decision === 'rejected' ? 'Rejected' : 'Reject'}
                </Button>
              </div>
              <EvidenceList evidence={proposal.evidence} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
