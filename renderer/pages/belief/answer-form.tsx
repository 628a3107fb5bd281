import { useEffect, useId, useRef, useState } from 'react'
import {
  BELIEF_ROLES,
  QUESTIONS,
  QUESTIONS_OF_ROLE,
  beliefAnswerSchema,
} from '../../../shared/model/belief.ts'
import type { BeliefRole, BeliefRound, QuestionName } from '../../../shared/model/belief.ts'
import { CHOICE_WORDS, QUESTION_WORDS, ROLE_WORDS } from '../../../shared/model/belief-words.ts'
import { Button } from '../../components/button.tsx'
import { errorWords } from '../../components/page-state.tsx'
import { useService } from '../../host/service-context.tsx'
import { dateLong } from '../../format/dates.ts'

type Given = Partial<Record<QuestionName, string>>
const OPEN = ''
const SHARES = Array.from({ length: 21 }, (_, index) => String(index * 5))

/** One question with its choices; left open until one is taken. */
function Question({
  name,
  number,
  value,
  onChange,
}: {
  name: QuestionName
  number: number
  value: string
  onChange: (value: string) => void
}) {
  const id = useId()
  const isShare = QUESTIONS[name].kind === 'share'
  const choices = Object.entries(CHOICE_WORDS[name] ?? {})
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="heading-serif mb-3 text-xl leading-snug">
        <span className="figures mr-3 text-faint">{number}</span>
        {QUESTION_WORDS[name]}
      </legend>
      {isShare ? (
        <label htmlFor={id} className="flex items-center gap-3">
          <span className="sr-only">Part in per cent</span>
          <select
            id={id}
            className="control min-h-11 w-56 text-base"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          >
            <option value={OPEN}>Left open</option>
            {SHARES.map((share) => (
              <option key={share} value={share}>
                {share} %
              </option>
            ))}
          </select>
        </label>
      ) : (
        <div className="flex flex-col gap-2">
          {[...choices, [OPEN, 'Left open'] as const].map(([choice, words]) => (
            <label
              key={choice}
              className="flex min-h-10 cursor-pointer items-center gap-3 rounded-lg border border-line bg-surface px-4 py-2 has-checked:border-ink has-checked:bg-chosen has-focus-visible:outline-2 has-focus-visible:outline-focus"
            >
              <input
                type="radio"
                name={id}
                className="size-4 accent-(--ink)"
                value={choice}
                checked={value === choice}
                onChange={() => onChange(choice)}
              />
              {words}
            </label>
          ))}
        </div>
      )}
    </fieldset>
  )
}

/** Each step is read from its heading. */
const focusHeading = (heading: HTMLHeadingElement | null): void => heading?.focus()

/** One person's form: a role, the questions, and thanks. Nothing of it is left when it is handed in. */
function OneForm({ round, onNext, onEnd }: { round: BeliefRound; onNext: () => void; onEnd: () => void }) {
  const { client } = useService()
  const [role, setRole] = useState<BeliefRole | null>(null)
  const [given, setGiven] = useState<Given>({})
  const [state, setState] = useState<'filling' | 'sending' | 'done'>('filling')
  const [problem, setProblem] = useState<string | null>(null)

  const handIn = async (): Promise<void> => {
    if (role === null || state !== 'filling') return
    setState('sending')
    const answer = beliefAnswerSchema.parse(
      Object.fromEntries(
        Object.entries(given).flatMap(([name, value]) =>
          value === OPEN ? [] : [[name, SHARES.includes(value) ? Number(value) : value]],
        ),
      ),
    )
    try {
      await client.call('belief.answer', { roundId: round.id, role, answer })
      setGiven({})
      setState('done')
    } catch (error) {
      setProblem(errorWords(error))
      setState('filling')
    }
  }

  if (state === 'done')
    return (
      <div className="flex flex-col gap-5">
        <h1 ref={focusHeading} tabIndex={-1} className="heading-serif text-3xl outline-none">
          Thank you. The form is handed in.
        </h1>
        <p className="text-lg text-soft">
          Nobody can look at it on its own. Hand the device on, or end here.
        </p>
        <div className="flex gap-3">
          <Button look="strong" className="min-h-11! px-5 text-base" onClick={onNext}>
            Next person
          </Button>
          <Button className="min-h-11! px-5 text-base" onClick={onEnd}>
            End
          </Button>
        </div>
      </div>
    )
  if (role === null)
    return (
      <div className="flex flex-col gap-5">
        <h1 ref={focusHeading} tabIndex={-1} className="heading-serif text-3xl outline-none">
          What do you believe?
        </h1>
        <p className="text-lg leading-relaxed text-soft">
          A few questions about the meetings from {dateLong(round.from)} to {dateLong(round.to)}. No name is
          asked and no time is kept. Answers are shown only when the round has ended, and only where at least
          three people of a role have answered. You may leave any question open.
        </p>
        <h2 className="mt-2 font-semibold">You answer as</h2>
        <div className="flex flex-col gap-2.5">
          {BELIEF_ROLES.map((known) => (
            <Button
              key={known}
              className="min-h-12! justify-start px-5 text-base"
              onClick={() => setRole(known)}
            >
              {ROLE_WORDS[known]}
            </Button>
          ))}
        </div>
        <div>
          <Button look="bare" onClick={onEnd}>
            Back without answering
          </Button>
        </div>
      </div>
    )
  return (
    <form
      autoComplete="off"
      className="flex flex-col gap-10"
      onSubmit={(event) => {
        event.preventDefault()
        void handIn()
      }}
    >
      <h1 ref={focusHeading} tabIndex={-1} className="text-soft outline-none">
        {round.name} · {ROLE_WORDS[role]}
      </h1>
      {QUESTIONS_OF_ROLE[role].map((name, index) => (
        <Question
          key={name}
          name={name}
          number={index + 1}
          value={given[name] ?? OPEN}
          onChange={(value) => setGiven((now) => ({ ...now, [name]: value }))}
        />
      ))}
      {problem !== null && <p role="alert">{problem}</p>}
      <div className="flex gap-3 border-t border-line pt-6">
        <Button
          look="strong"
          type="submit"
          className="min-h-11! px-5 text-base"
          disabled={state === 'sending'}
        >
          Hand in
        </Button>
        <Button className="min-h-11! px-5 text-base" onClick={onNext}>
          Begin again
        </Button>
      </div>
    </form>
  )
}

/** The whole window is the form, so that nothing else can be looked at meanwhile. */
export function AnswerForms({ round, onEnd }: { round: BeliefRound; onEnd: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      aria-label="Questionnaire"
      onClose={onEnd}
      className="m-0 h-full max-h-none w-full max-w-none overflow-y-auto bg-paper text-ink"
    >
      <div className="mx-auto max-w-2xl px-6 py-14">
        {/* A new key leaves nothing of the form before. */}
        <OneForm
          key={turn}
          round={round}
          onNext={() => {
            dialog.current?.scrollTo?.({ top: 0 })
            setTurn((before) => before + 1)
          }}
          onEnd={() => dialog.current?.close()}
        />
      </div>
    </dialog>
  )
}
