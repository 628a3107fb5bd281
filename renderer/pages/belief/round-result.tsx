import type { BeliefResult } from '../../../shared/model/belief.ts'
import { BELIEF_ROLES, QUESTION_NAMES } from '../../../shared/model/belief.ts'
import { DISCIPLINE_WORDS, QUESTION_WORDS } from '../../../shared/model/belief-words.ts'
import { dateMiddle } from '../../format/dates.ts'
import { LENS_WORDS } from '../../format/lens-words.ts'
import { counted, shareInShort } from '../../format/numbers.ts'
import { addressOf, useRoute } from '../../navigation/hash-route.ts'
import { BelievedChart } from './believed-chart.tsx'
import { believedOf, groupInWords, summaryInWords } from './group-words.ts'

/** What a closed round shows beside the record. */
export function RoundResult({ result }: { result: BeliefResult }) {
  const route = useRoute()
  const { groups, measured, round } = result
  if (groups === null) return null
  const others = QUESTION_NAMES.filter((name) => name !== 'customerShare' && name !== 'numbersShare').flatMap(
    (name) => {
      const rows = groups.flatMap(({ group, questions }) => {
        const summary = questions.find(({ question }) => question === name)
        return summary === undefined ? [] : [{ group, summary }]
      })
      return rows.length === 0 ? [] : [{ name, rows }]
    },
  )
  const hasFigures = groups.some((group) => believedOf(group, 'numbersShare') !== null)
  const silent = BELIEF_ROLES.filter(
    (role) => groups.find(({ group }) => group === role)?.questions.length === 0,
  )
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="share-title" className="flex flex-col gap-3">
        <h2 id="share-title" className="heading-serif text-lg">
          Time on customers: believed and recorded
        </h2>
        <BelievedChart
          question="customerShare"
          groups={groups}
          measured={measured?.customer ?? null}
          meetings={measured?.meetings.length ?? 0}
        />
        <p className="text-[0.8125rem] text-faint">
          The bar runs over steps of twenty per cent and the mark is to the nearest ten, so that no single
          answer can be read from them.
          {silent.length > 0 && ` Nothing is shown of: ${silent.map(groupInWords).join(', ').toLowerCase()}.`}
        </p>
        {measured === null ? (
          <p className="text-soft">
            No meeting of the period {LENS_WORDS[round.lens].missing.replace(/^states/, 'states')}: not
            measured.
          </p>
        ) : (
          <p className="figures flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem]">
            <span className="text-soft">
              {LENS_WORDS[measured.lens].name}
              {measured.absent > 0 && `, ${counted(measured.absent, 'meeting')} of the period without it`}:
            </span>
            {measured.meetings.map(({ id, date, customer, untimedItems }) => (
              <a key={id} className="quiet-link whitespace-nowrap" href={addressOf(route, 'meeting', id)}>
                {dateMiddle(date)}: {shareInShort(customer, untimedItems)}
              </a>
            ))}
          </p>
        )}
      </section>
      {hasFigures && (
        <section aria-labelledby="figures-title" className="flex flex-col gap-3">
          <h2 id="figures-title" className="heading-serif text-lg">
            Time on figures: believed and recorded
          </h2>
          <BelievedChart
            question="numbersShare"
            groups={groups}
            measured={measured?.numbers ?? null}
            meetings={measured?.meetings.length ?? 0}
          />
        </section>
      )}
      <section aria-labelledby="discipline-title" className="flex flex-col gap-1">
        <h2 id="discipline-title" className="heading-serif text-lg">
          What the organisation sets out to be best at
        </h2>
        <p>
          Declared:{' '}
          {round.discipline === null ? 'not stated' : DISCIPLINE_WORDS[round.discipline].toLowerCase()}.
        </p>
        <p className="text-soft">Observed: not measured. The documents’ labels do not tell it.</p>
      </section>
      {others.map(({ name, rows }) => (
        <section key={name} className="flex flex-col gap-2">
          <h2 className="font-semibold">{QUESTION_WORDS[name]}</h2>
          <dl className="flex flex-col gap-1">
            {rows.map(({ group, summary }) => (
              <div key={group} className="grid gap-x-5 sm:grid-cols-[14rem_1fr]">
                <dt className="figures text-soft">
                  {groupInWords(group)} <span className="text-faint">({summary.answers})</span>
                </dt>
                <dd className="figures">{summaryInWords(summary)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
