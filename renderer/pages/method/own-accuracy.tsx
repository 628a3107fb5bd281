import { FOCI } from '../../../shared/model/focus.ts'
import type { LearningAccuracy } from '../../../shared/model/learning.ts'
import { Failed, Loading } from '../../components/page-state.tsx'
import { PageSection } from '../../components/page-section.tsx'
import { FOCUS_WORDS } from '../../format/focus-words.ts'
import { counted, percent } from '../../format/numbers.ts'
import { useAsk } from '../../host/queries.ts'

/** Under this an agreement says nothing. */
const LEAST_LABELS = 10

const rate = ({ agreed, low, high }: LearningAccuracy['machine'], labels: number): string =>
  `${agreed} of ${labels}, ${percent(agreed / labels)} (95 % interval ${percent(low)} to ${percent(high)})`

/** How often the machine was right on the passages that people labelled. */
export function OwnAccuracy() {
  const asked = useAsk('learning.accuracy', {})
  return (
    <PageSection title="How often the machine was right here">
      {asked.isError ? (
        <Failed within error={asked.error} retry={() => void asked.refetch()} />
      ) : asked.data === undefined ? (
        <Loading what="the accuracy" />
      ) : asked.data.labels < LEAST_LABELS ? (
        <p className="text-soft">
          Stated once people have labelled {LEAST_LABELS} passages; so far it is{' '}
          {counted(asked.data.labels, 'passage')}. Confirming a right label counts as much as correcting a
          wrong one.
        </p>
      ) : (
        <Accuracy accuracy={asked.data} />
      )}
    </PageSection>
  )
}

function Accuracy({ accuracy }: { accuracy: LearningAccuracy }) {
  const { labels, machine, learned, confusion } = accuracy
  return (
    <>
      <p className="text-soft">
        Measured on the {counted(labels, 'passage')} that people labelled. They were chosen, not drawn at
        random: where mainly mistakes are corrected, the machine looks worse here than it is over all
        passages.
      </p>
      <dl className="figures grid gap-x-5 gap-y-1.5 sm:grid-cols-[12rem_1fr]">
        <dt className="font-medium">Shipped model</dt>
        <dd>{rate(machine, labels)}</dd>
        <dt className="font-medium">With learning</dt>
        <dd>
          {rate(learned, labels)}
          <span className="block text-[0.8125rem] text-faint">
            Each label was judged by what is learnt from the others, in five parts; equal words stay together.
          </span>
        </dd>
      </dl>
      <div
        className="overflow-x-auto"
        role="region"
        aria-label="What people and the shipped model said"
        // A region that scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        <table className="figures w-full text-[0.8125rem]">
          <caption className="pb-1 text-left text-faint">
            Rows: what people said. Columns: what the shipped model said.
          </caption>
          <thead>
            <tr>
              <td />
              {FOCI.map((focus) => (
                <th
                  key={focus}
                  scope="col"
                  className="px-2 py-1 text-right align-bottom font-normal text-soft"
                >
                  {FOCUS_WORDS[focus]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {FOCI.map((said) => (
              <tr key={said} className="border-t border-line">
                <th scope="row" className="py-1 pr-2 text-left font-normal">
                  {FOCUS_WORDS[said]}
                </th>
                {FOCI.map((machineSaid) => (
                  <td
                    key={machineSaid}
                    className={`px-2 py-1 text-right ${said === machineSaid ? 'font-semibold' : 'text-soft'}`}
                  >
                    {confusion[said][machineSaid]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
