import { useState } from 'react'
import { FOCI } from '../../../shared/model/focus.ts'
import type { Focus } from '../../../shared/model/focus.ts'
import type { LearningState } from '../../../shared/model/learning.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { Failed, Loading, errorWords } from '../../components/page-state.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { FOCUS_WORDS_LOWER } from '../../format/focus-words.ts'
import { PageSection } from '../../components/page-section.tsx'
import { counted } from '../../format/numbers.ts'
import { useAsk, useChange } from '../../host/queries.ts'
import { saveFile } from '../../host/save-file.ts'
import { useService } from '../../host/service-context.tsx'
import { useAnnounce } from '../../shell/announcer.tsx'
import { LearningPreviewPanel } from './learning-preview.tsx'

const byFocusWords = (counts: Record<Focus, number>): string =>
  FOCI.flatMap((focus) => (counts[focus] === 0 ? [] : [`${counts[focus]} ${FOCUS_WORDS_LOWER[focus]}`])).join(
    ', ',
  )

function stateWords({ learned, on, adjusted, changed, documentsLeft }: LearningState): string {
  if (learned === null) return 'Nothing is learnt yet. Every label is the shipped model’s or a person’s.'
  const from = `Learnt from ${counted(learned.labels, 'label')}`
  if (!on) return `${from}, and switched off: every label is the shipped model’s or a person’s.`
  if (documentsLeft > 0) return `${from}; being laid over ${counted(documentsLeft, 'more document')}.`
  const nothing =
    learned.strength === 0 ? ' Beyond equal words the labels agree with no rule worth following.' : ''
  return `${from}: ${counted(changed, 'label')} changed, ${counted(adjusted, 'passage')} with other probabilities.${nothing}`
}

/** Learning from people's labels: shown before it is applied, switched, exported, forgotten. */
export function LearningSection() {
  const announce = useAnnounce()
  const { client } = useService()
  const state = useAsk('learning.state', {})
  const use = useChange('learning.use')
  const reset = useChange('learning.reset')
  const [looking, setLooking] = useState(false)
  const [asking, setAsking] = useState(false)
  const failed = (error: Error): void => announce(errorWords(error))
  const save = async (): Promise<void> => {
    try {
      const { model } = await client.call('learning.export', {})
      if (model !== null) saveFile('learned-labels.json', JSON.stringify(model, null, 1), 'application/json')
    } catch (error) {
      announce(errorWords(error))
    }
  }
  if (state.isError)
    return (
      <PageSection title="Learning from labels">
        <Failed within error={state.error} retry={() => void state.refetch()} />
      </PageSection>
    )
  if (state.data === undefined)
    return (
      <PageSection title="Learning from labels">
        <Loading what="what was learnt" />
      </PageSection>
    )
  const { learned, on, labels, labelsByFocus, isStale } = state.data
  return (
    <PageSection title="Learning from labels">
      <div className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-5">
        <p className="text-soft">
          Passages that a person labelled teach the rest: the same words get the same label, and like words
          lean towards it. Only people’s labels are learnt from, none of them is ever changed, and the shipped
          model stays as it is underneath.
        </p>
        <p className="figures">{stateWords(state.data)}</p>
        <p className="figures text-[0.8125rem] text-faint">
          {labels === 0
            ? 'No passage has been labelled by a person yet. Labels are given on a meeting’s page.'
            : `${counted(labels, 'passage')} labelled by people: ${byFocusWords(labelsByFocus)}.${
                learned !== null && isStale ? ' They are not those learnt from: look again.' : ''
              }`}
        </p>
        {learned !== null && (
          <Segmented
            legend="What was learnt is"
            options={[
              { value: 'on', label: 'On' },
              { value: 'off', label: 'Off' },
            ]}
            value={on ? 'on' : 'off'}
            onChange={(value) =>
              use.mutate(
                { on: value === 'on' },
                {
                  onSuccess: () => announce(value === 'on' ? 'Learning is on.' : 'Learning is off.'),
                  onError: failed,
                },
              )
            }
          />
        )}
        <div className="flex flex-wrap gap-3">
          <Button
            look={isStale ? 'strong' : 'plain'}
            disabled={labels === 0}
            aria-expanded={looking}
            onClick={() => setLooking(!looking)}
          >
            {looking ? 'Hide what would change' : 'See what would change'}
          </Button>
          <Button disabled={learned === null} onClick={() => void save()}>
            Export what was learnt
          </Button>
          <Button disabled={learned === null || reset.isPending} onClick={() => setAsking(true)}>
            Forget what was learnt
          </Button>
        </div>
        {looking && labels > 0 && <LearningPreviewPanel onDone={() => setLooking(false)} />}
        <p className="text-[0.8125rem] text-faint">
          The export holds hashes of words, with weights, and no document’s text.
        </p>
      </div>
      <ConfirmDialog
        open={asking}
        title="Forget what was learnt?"
        confirm="Forget"
        onClose={() => setAsking(false)}
        onConfirm={() =>
          reset.mutate(
            {},
            { onSuccess: () => announce('What was learnt is forgotten. The labels stay.'), onError: failed },
          )
        }
      >
        The shipped model’s labels come back. People’s labels stay, so that the same can be learnt again. This
        cannot be undone.
      </ConfirmDialog>
    </PageSection>
  )
}
