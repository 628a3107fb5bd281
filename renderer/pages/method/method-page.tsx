import type { ProcedureOutput } from '../../../shared/contract/procedures.ts'
import { FOCI } from '../../../shared/model/focus.ts'
import { LENSES } from '../../../shared/model/measures.ts'
import { FocusSwatch } from '../../components/focus-chip.tsx'
import { PageSection } from '../../components/page-section.tsx'
import { FOCUS_MEANING, FOCUS_WORDS } from '../../format/focus-words.ts'
import { LENS_WORDS } from '../../format/lens-words.ts'
import { counted } from '../../format/numbers.ts'
import { useAsk } from '../../host/queries.ts'
import { OwnAccuracy } from './own-accuracy.tsx'

const LENS_MEANING = {
  planned: 'The minutes an agenda gives its items.',
  recorded: 'The minutes between the times the minutes or the transcript write down.',
  record: 'The words of the passages in the minutes.',
  pack: 'The pages of papers in the pack, by the item they stand under.',
} as const

const RULES: readonly (readonly [title: string, text: string])[] = [
  [
    'How an item is shared out',
    'An item’s minutes are split by the mix of its passages: those in the minutes, else those in its papers, else what its title says. Where the mix comes from is shown beside each item.',
  ],
  [
    'Time that is not known',
    'Time that no document states is never filled in. A share is one figure when every substantive item is timed; otherwise it is a range, from the share if all untimed minutes went elsewhere to the share if they all went there. A meeting without any time is left out of that lens, and the trend says so.',
  ],
  [
    'Out of what',
    'Shares are out of substance, which is everything but procedure and breaks. The switch “Of everything” puts procedure back in. Deferred items are not counted, and a parent’s time is not added to its children’s.',
  ],
  [
    'Labels as probabilities',
    'A passage no person has settled counts with its probability for each label, not as its likeliest label alone; a settled one counts whole. The figures in a lighter hand beside a share are the 90 % band those probabilities leave.',
  ],
  [
    'Over the year',
    'The share over several meetings counts each meeting by its size: its minutes, words or pages. It is a range where some of the time is not known.',
  ],
  [
    'Trend',
    'The slope is Theil and Sen’s, in percentage points a year; p is Mann and Kendall’s. Under four meetings no trend is stated. A board is compared only with its own history and its own target.',
  ],
]

const named = ({ version, hash }: { version: string; hash: string }): string =>
  `${version} (${hash.slice(0, 12)})`

/** Which models the labels come from. */
function modelWords({ model, carefulModel }: ProcedureOutput<'app.info'>): string {
  return carefulModel === null
    ? `Labels come from the fast model ${named(model)} alone: the careful one’s files or its runtime are not on this computer.`
    : `Labels come from two models: the fast one ${named(model)} answers at once, and the careful one ${named(carefulModel)} settles them a little later. Both run on this computer only.`
}

/** How each number is computed, with this library's own counts. */
export function MethodPage() {
  const info = useAsk('app.info', {}).data
  const meetings = useAsk('meetings.list', {}).data ?? []
  const sum = (of: (meeting: (typeof meetings)[number]) => number): number =>
    meetings.reduce((total, meeting) => total + of(meeting), 0)
  return (
    <div className="page flex flex-col gap-10">
      <header className="flex max-w-[61rem] flex-col gap-2">
        <h1 className="heading-serif text-2xl">Method</h1>
        <p className="figures text-soft">
          This library holds {counted(meetings.length, 'meeting')},{' '}
          {counted(
            sum((meeting) => meeting.documents.length),
            'document',
          )}{' '}
          and{' '}
          {counted(
            sum((meeting) => meeting.passages),
            'passage',
          )}
          ; people have settled {sum((meeting) => meeting.settled)} of them.
        </p>
        {info !== undefined && <p className="figures text-soft">{modelWords(info)}</p>}
      </header>
      <PageSection title="What a passage can be about">
        <dl className="flex flex-col gap-2.5">
          {FOCI.map((focus) => (
            <div key={focus} className="grid gap-x-5 sm:grid-cols-[12rem_1fr]">
              <dt className="flex items-center gap-2 self-start font-medium">
                <FocusSwatch focus={focus} />
                {FOCUS_WORDS[focus]}
              </dt>
              <dd className="text-soft">{FOCUS_MEANING[focus]}</dd>
            </div>
          ))}
        </dl>
      </PageSection>
      <PageSection title="What is shared out">
        <p className="text-soft">Lenses are never blended; every chart names its own.</p>
        <dl className="flex flex-col gap-2.5">
          {LENSES.map((lens) => (
            <div key={lens} className="grid gap-x-5 sm:grid-cols-[12rem_1fr]">
              <dt className="font-medium">{LENS_WORDS[lens].name}</dt>
              <dd className="text-soft">
                {LENS_MEANING[lens]}
                {meetings.length > 0 && (
                  <span className="text-faint">
                    {' '}
                    {meetings.filter((meeting) => meeting.measures[lens] !== null).length} of{' '}
                    {counted(meetings.length, 'meeting')} {meetings.length === 1 ? 'has' : 'have'} it.
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </PageSection>
      <OwnAccuracy />
      {RULES.map(([title, text]) => (
        <PageSection key={title} title={title}>
          <p className="text-soft">{text}</p>
        </PageSection>
      ))}
    </div>
  )
}
