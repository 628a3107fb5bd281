import { EVIDENCE_KINDS } from '../../../shared/model/customers.ts'
import type { EvidenceKind, Voice } from '../../../shared/model/customers.ts'
import { Button } from '../../components/button.tsx'
import { Failed, Loading, Notice } from '../../components/page-state.tsx'
import { Segmented } from '../../components/segmented.tsx'
import { counted } from '../../format/numbers.ts'
import { useAsk } from '../../host/queries.ts'
import { addressOf, go, setParams, useRoute } from '../../navigation/hash-route.ts'
import { useView } from '../../navigation/use-view.ts'
import { coverWords, EVIDENCE_WORDS } from './customer-words.ts'
import { EvidenceTable } from './evidence-table.tsx'
import { PassageLine } from './passage-line.tsx'
import { Gap } from './top-ten-tab.tsx'

const WHERE_WORDS = {
  'same-passage': 'in the same passage, before it',
  'same-item': 'under the same item',
  'same-meeting': 'earlier in the meeting',
  'earlier-meeting': 'in an earlier meeting',
} as const

/** What rests on customers: before decisions, in assertions, over time. */
export function VoiceTab() {
  const route = useRoute()
  const { boards, board } = useView()
  const asked = useAsk(
    'voice.get',
    { boardId: board?.id ?? '' },
    { enabled: board !== undefined, keepPrevious: true },
  )
  if (boards !== undefined && board === undefined)
    return (
      <Notice
        within
        title="No meeting is in the library yet."
        action={
          <Button look="strong" onClick={() => go(addressOf(route, 'import'))}>
            Import documents
          </Button>
        }
      >
        This view shows what customers had said before each decision about them.
      </Notice>
    )
  if (asked.isError) return <Failed within error={asked.error} retry={() => void asked.refetch()} />
  if (asked.data === undefined) return <Loading what="the record" />
  const voice = asked.data
  const unheard = voice.decisions.filter(({ inputs }) => inputs.length === 0).length
  const onlyUnheard = route.params['heard'] === 'none'
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-2">
        <p className="figures text-[0.8125rem] text-faint">{coverWords(voice.record)}</p>
        <p className="heading-serif text-lg" data-summary>
          {voice.decisions.length === 0
            ? 'No decision about customers was found in the minutes of the record.'
            : `Of ${counted(voice.decisions.length, 'decision')} about customers, ${unheard === 0 ? 'each had something from customers before it' : `${unheard} had nothing from customers before ${unheard === 1 ? 'it' : 'them'}`} in the imported record.`}
        </p>
      </div>
      <section aria-labelledby="decisions-title" className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-4">
          <h2 id="decisions-title" className="heading-serif text-lg">
            Before decisions
          </h2>
          {unheard > 0 && unheard < voice.decisions.length && (
            <Segmented
              legend="Decisions shown"
              hideLegend
              options={[
                { value: 'all', label: 'All' },
                { value: 'none', label: 'With none found' },
              ]}
              value={onlyUnheard ? 'none' : 'all'}
              onChange={(heard) => setParams({ heard: heard === 'none' ? 'none' : undefined })}
            />
          )}
        </div>
        <p className="max-w-[75ch] text-[0.8125rem] text-faint">
          What rests on something customers said or did, read before the decision: under its item, or
          elsewhere with the same customer or the same subject. That something came before does not say that
          it was heeded.
        </p>
        <ol className="flex max-w-4xl flex-col">
          {voice.decisions
            .filter(({ inputs }) => !onlyUnheard || inputs.length === 0)
            .map((decision) => (
              <li
                key={decision.passageId}
                data-decision
                className="flex flex-col gap-1.5 border-b border-line py-4"
              >
                <PassageLine place={decision} spans={[decision]}>
                  <Inputs inputs={decision.inputs} />
                </PassageLine>
              </li>
            ))}
        </ol>
      </section>
      <section aria-labelledby="assertions-title" className="flex flex-col gap-2">
        <h2 id="assertions-title" className="heading-serif text-lg">
          Said of customers without evidence
        </h2>
        <p className="max-w-[75ch] text-[0.8125rem] text-faint">
          Sentences that say what customers want, feel or think, with no survey, visit, complaint or other
          source in the passage or beside it. Only clear wording is listed, so there may be more.
        </p>
        {voice.assertions.length === 0 ? (
          <p className="text-soft">None was found in the imported record.</p>
        ) : (
          <ol className="flex max-w-4xl flex-col">
            {voice.assertions.map((assertion) => (
              <li
                key={assertion.passageId}
                data-assertion
                className="flex flex-col gap-1.5 border-b border-line py-3"
              >
                <PassageLine place={assertion} spans={[assertion]} />
              </li>
            ))}
          </ol>
        )}
      </section>
      <section aria-labelledby="evidence-title" className="flex flex-col gap-2">
        <h2 id="evidence-title" className="heading-serif text-lg">
          Kinds of evidence over time
        </h2>
        <Evidence voice={voice} />
      </section>
    </div>
  )
}

function Inputs({ inputs }: { inputs: Voice['decisions'][number]['inputs'] }) {
  if (inputs.length === 0)
    return (
      <p>
        <Gap>None found in the imported record</Gap>
      </p>
    )
  return (
    <details className="rounded-lg border border-line">
      <summary className="px-3 py-2 text-[0.8125rem]">
        {counted(inputs.length, 'passage')} from customers before it:{' '}
        {[...new Set(inputs.map(({ where }) => WHERE_WORDS[where]))].join(', ')}
      </summary>
      <ol className="flex flex-col px-3">
        {inputs.map((input) => (
          <li key={input.passageId} className="flex flex-col gap-1.5 border-t border-line py-3">
            <PassageLine place={input}>
              <p className="text-[0.8125rem] text-soft">
                {kindsInWords(input.kinds)}, {WHERE_WORDS[input.where]}
                {input.shared.length > 0 && `; both speak of ${input.shared.join(', ')}`}
              </p>
            </PassageLine>
          </li>
        ))}
      </ol>
    </details>
  )
}

function kindsInWords(kinds: readonly EvidenceKind[]): string {
  return kinds.map((kind) => (kind === 'other' ? 'From customers' : EVIDENCE_WORDS[kind])).join(', ')
}

function Evidence({ voice }: { voice: Voice }) {
  const { params } = useRoute()
  const at = voice.evidence.find(({ meetingId }) => meetingId === params['at'])
  const kind = EVIDENCE_KINDS.find((known) => known === params['kind'])
  const asked = useAsk(
    'voice.passages',
    { boardId: voice.boardId, meetingId: at?.meetingId ?? '', kind: kind ?? 'other' },
    { enabled: at !== undefined && kind !== undefined, keepPrevious: true },
  )
  return (
    <>
      <EvidenceTable evidence={voice.evidence} chosen={{ meetingId: at?.meetingId, kind }} />
      {at !== undefined && kind !== undefined && (
        <ol className="flex max-w-4xl flex-col" aria-label={`${EVIDENCE_WORDS[kind]}: passages`} data-behind>
          {(asked.data ?? []).map((place) => (
            <li key={place.passageId} className="flex flex-col gap-1.5 border-b border-line py-3">
              <PassageLine place={place} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
