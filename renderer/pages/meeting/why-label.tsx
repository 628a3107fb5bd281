import { Popover } from 'radix-ui'
import { Fragment } from 'react'
import { FOCI } from '../../../shared/model/focus.ts'
import type { LearnedMark } from '../../../shared/model/learned-mark.ts'
import type { PassageView } from '../../../shared/model/library.ts'
import { FocusSwatch } from '../../components/focus-chip.tsx'
import { FOCUS_MEANING, FOCUS_PAINT, FOCUS_WORDS } from '../../format/focus-words.ts'
import { percent } from '../../format/numbers.ts'

/** Each deciding word once, the heaviest first. */
function strongestWords(passage: PassageView): string[] {
  const byWeight = passage.evidence.toSorted((a, b) => b.weight - a.weight)
  const once = new Map(byWeight.toReversed().map(({ text }) => [text.toLowerCase(), text]))
  return [...once.values()].toReversed()
}

/** Says that people's labels made the difference, and what the shipped model said. */
function LearnedWords({ learned, focus }: { learned: LearnedMark; focus: PassageView['focus'] }) {
  const machine = `${FOCUS_WORDS[learned.machine].toLowerCase()} (${percent(learned.machineProbabilities[learned.machine])})`
  return (
    <p>
      <strong className="font-semibold">Learnt from your labels.</strong>{' '}
      <span className="text-soft">
        {learned.sameWords
          ? 'A person labelled the same words elsewhere.'
          : 'Passages of like words were labelled by a person.'}{' '}
        {learned.machine === focus
          ? `The shipped model says the same with another probability: ${machine}.`
          : `The shipped model alone says ${machine}.`}
      </span>
    </p>
  )
}

/** Why the machine labelled a passage so: the words that decided and every focus's probability. */
export function WhyLabel({ passage }: { passage: PassageView }) {
  const words = strongestWords(passage)
  return (
    <Popover.Root>
      <Popover.Trigger
        data-why
        className="quiet-link text-[0.8125rem] text-soft"
        aria-label={`Why this label: ${FOCUS_WORDS[passage.focus]}`}
      >
        Why
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          sideOffset={6}
          collisionPadding={12}
          aria-label="Why this label"
          className="z-30 flex w-80 flex-col gap-3 rounded-xl border border-line bg-surface p-4 text-[0.8125rem] shadow-(--shadow) outline-none"
        >
          <p>
            <strong className="font-semibold">{FOCUS_WORDS[passage.focus]}.</strong>{' '}
            <span className="text-soft">{FOCUS_MEANING[passage.focus]}</span>
          </p>
          {passage.learned != null && <LearnedWords learned={passage.learned} focus={passage.focus} />}
          {words.length === 0 ? (
            <p className="text-soft">No single words decided; the passage as a whole and its item did.</p>
          ) : (
            <p>
              <span className="text-faint">Words that spoke for it: </span>
              {words.map((word, index) => (
                <Fragment key={word}>
                  {index > 0 && ', '}
                  <mark>{word}</mark>
                </Fragment>
              ))}
            </p>
          )}
          <table className="w-full">
            <caption className="pb-1 text-left text-faint">Probability of each label</caption>
            <tbody>
              {FOCI.map((focus) => (
                <tr key={focus}>
                  <th scope="row" className="py-0.5 pr-2 text-left font-normal">
                    <span className="flex items-center gap-1.5 whitespace-nowrap">
                      <FocusSwatch focus={focus} className="size-2.5" />
                      {FOCUS_WORDS[focus]}
                    </span>
                  </th>
                  <td className="w-full py-0.5" aria-hidden="true">
                    <span
                      className={`block h-2 min-w-px rounded-sm ${FOCUS_PAINT[focus]}`}
                      style={{ width: `${passage.probabilities[focus] * 100}%` }}
                    />
                  </td>
                  <td className="py-0.5 pl-2 text-right whitespace-nowrap">
                    {percent(passage.probabilities[focus])}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {passage.human !== null && (
            <p className="text-soft">
              A person settled it as {FOCUS_WORDS[passage.human.focus].toLowerCase()}.
            </p>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
