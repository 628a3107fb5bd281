import { Download, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { BeliefRound } from '../../../shared/model/belief.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/confirm-dialog.tsx'
import { Failed, Loading, Notice, errorWords } from '../../components/page-state.tsx'
import { dateLong, dateMonthYear } from '../../format/dates.ts'
import { counted, percent, rangeInWords } from '../../format/numbers.ts'
import { useAsk, useChange } from '../../host/queries.ts'
import { saveFile } from '../../host/save-file.ts'
import { useService } from '../../host/service-context.tsx'
import { addressOf, go, useRoute } from '../../navigation/hash-route.ts'
import { useView } from '../../navigation/use-view.ts'
import { useAnnounce } from '../../shell/announcer.tsx'
import { AnswerForms } from './answer-form.tsx'
import { beliefCsv } from './belief-csv.ts'
import { believedOf, groupInWords } from './group-words.ts'
import { RoundResult } from './round-result.tsx'
import { StartRound } from './start-round.tsx'

/** What directors believe beside what the record shows, round by round. */
export function BeliefPage({ id }: { id: string | null }) {
  const route = useRoute()
  const { board, boards, lens = 'planned' } = useView()
  const [starting, setStarting] = useState(false)
  const rounds = useAsk('belief.rounds', board === undefined ? {} : { boardId: board.id }, {
    enabled: board !== undefined,
  })
  if (boards?.length === 0)
    return (
      <Notice
        title="No meeting is in the library yet."
        action={
          <Button look="strong" onClick={() => go(addressOf(route, 'import'))}>
            Import documents
          </Button>
        }
      >
        A round asks what people believe about a board’s meetings; the record they are set beside comes from
        documents.
      </Notice>
    )
  if (rounds.isError) return <Failed error={rounds.error} retry={() => void rounds.refetch()} />
  if (rounds.data === undefined || board === undefined) return <Loading what="the rounds" />
  const round = rounds.data.find((known) => known.id === id)
  return (
    <div className="page flex flex-col gap-7 [&>*]:max-w-[64rem]">
      {round === undefined ? (
        <>
          <header className="flex flex-wrap items-center gap-4">
            <h1 className="heading-serif text-2xl">Belief and record</h1>
            {!starting && (
              <Button
                look={rounds.data.length === 0 ? 'strong' : 'plain'}
                className="ml-auto"
                onClick={() => setStarting(true)}
              >
                Start a round
              </Button>
            )}
            <div className="basis-full">
              <p className="max-w-2xl text-soft">
                What people believe of the board’s time, in a short questionnaire without names, beside what
                its documents show. Answers are shown when a round has ended, never one by one, and never of
                fewer than three people.
              </p>
            </div>
          </header>
          {starting && (
            <StartRound
              board={board}
              lens={lens}
              onStarted={(started) => go(addressOf(route, 'belief', started))}
              onCancel={() => setStarting(false)}
            />
          )}
          {rounds.data.length === 0 ? (
            !starting && <p className="text-soft">No round has been held on this board yet.</p>
          ) : (
            <ul className="flex flex-col">
              {rounds.data.toReversed().map((known) => (
                <RoundRow key={known.id} round={known} />
              ))}
            </ul>
          )}
        </>
      ) : (
        <RoundView round={round} />
      )}
    </div>
  )
}

/** One round in the list: its believed shares and the measured one, so that rounds can be compared. */
function RoundRow({ round }: { round: BeliefRound }) {
  const route = useRoute()
  const result = useAsk('belief.result', { id: round.id }).data
  const believed = (result?.groups ?? []).flatMap((group) => {
    const share = believedOf(group, 'customerShare')
    return share === null ? [] : [`${groupInWords(group.group)}: about ${percent(share.mean)}`]
  })
  const measured = result?.measured ?? null
  return (
    <li className="flex flex-wrap items-baseline gap-x-5 gap-y-1 border-b border-line py-3">
      <a className="quiet-link font-medium" href={addressOf(route, 'belief', round.id)}>
        {round.name}
      </a>
      <span className="text-soft">
        {dateMonthYear(round.from)} to {dateMonthYear(round.to)}
      </span>
      <span className="figures ml-auto text-[0.8125rem] text-faint">
        {round.closed
          ? `Ended, ${counted(round.answers, 'form')}`
          : `Open, ${counted(round.answers, 'form')} handed in`}
      </span>
      {round.closed && (
        <p className="figures w-full text-[0.8125rem]">
          <span className="font-semibold text-customer-ink">
            {measured === null ? 'Not measured' : `Recorded ${rangeInWords(measured.customer)}`}
          </span>
          <span className="text-soft">
            {believed.length === 0 ? '' : ` · Believed: ${believed.join('; ')}`}
          </span>
        </p>
      )}
    </li>
  )
}

function RoundView({ round }: { round: BeliefRound }) {
  const route = useRoute()
  const announce = useAnnounce()
  const { client } = useService()
  const result = useAsk('belief.result', { id: round.id })
  const rounds = useAsk('belief.rounds', round.boardId === null ? {} : { boardId: round.boardId })
  const close = useChange('belief.close')
  const remove = useChange('belief.remove')
  const [answering, setAnswering] = useState(false)
  const [asking, setAsking] = useState<'close' | 'remove' | null>(null)
  const saveForm = async (format: 'pdf' | 'docx'): Promise<void> => {
    try {
      const file = await client.call('belief.form', { id: round.id, format })
      saveFile(file.name, file.bytes, file.type)
    } catch (error) {
      announce(errorWords(error))
    }
  }
  return (
    <>
      <header className="flex flex-col gap-2">
        <a className="quiet-link no-print text-[0.8125rem]" href={addressOf(route, 'belief')}>
          All rounds
        </a>
        <h1 className="heading-serif text-2xl">{round.name}</h1>
        <p className="figures text-soft">
          About the meetings from {dateLong(round.from)} to {dateLong(round.to)}, asked on{' '}
          {dateLong(round.askedOn)}. {counted(round.answers, 'form')} handed in.{' '}
          {round.closed ? 'The round has ended.' : 'The round is open.'}
        </p>
        <div className="no-print flex flex-wrap items-center gap-2 pt-2">
          {!round.closed && (
            <>
              <Button look="strong" onClick={() => setAnswering(true)}>
                Answer on this device
              </Button>
              <Button onClick={() => setAsking('close')}>End the round</Button>
            </>
          )}
          <Button look="bare" onClick={() => void saveForm('pdf')}>
            <Download aria-hidden="true" className="size-4" />
            Form to print (PDF)
          </Button>
          <Button look="bare" onClick={() => void saveForm('docx')}>
            Form (Word)
          </Button>
          {result.data !== undefined && round.closed && (
            <Button look="bare" onClick={() => saveFile('belief.csv', beliefCsv(result.data), 'text/csv')}>
              CSV
            </Button>
          )}
          <Button look="bare" className="ml-auto" onClick={() => setAsking('remove')}>
            <Trash2 aria-hidden="true" className="size-4" />
            Delete the round
          </Button>
        </div>
      </header>
      {!round.closed && (
        <p className="max-w-2xl rounded-lg bg-sunken px-4 py-3 text-soft">
          Nothing is shown of the answers while the round is open, so that no answer can be told from what was
          shown before it. Forms filled in on paper are typed in under “Answer on this device”.
        </p>
      )}
      {result.isError ? (
        <Failed within error={result.error} retry={() => void result.refetch()} />
      ) : result.data === undefined ? (
        <Loading what="the round" />
      ) : (
        <RoundResult result={result.data} />
      )}
      {answering && (
        <AnswerForms
          round={round}
          onEnd={() => {
            setAnswering(false)
            void rounds.refetch()
          }}
        />
      )}
      <ConfirmDialog
        open={asking === 'close'}
        title="End this round?"
        confirm="End the round"
        onClose={() => setAsking(null)}
        onConfirm={() =>
          close.mutate(
            { id: round.id },
            {
              onSuccess: () => announce('The round has ended.'),
              onError: (error) => announce(errorWords(error)),
            },
          )
        }
      >
        <p>
          No more forms can be handed in, and it cannot be opened again. What can be shown is shown from then
          on.
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'remove'}
        title="Delete this round?"
        confirm="Delete for good"
        onClose={() => setAsking(null)}
        onConfirm={() =>
          remove.mutate(
            { id: round.id },
            {
              onSuccess: () => {
                announce('The round was deleted.')
                go(addressOf(route, 'belief'))
              },
              onError: (error) => announce(errorWords(error)),
            },
          )
        }
      >
        <p>
          The round and its {counted(round.answers, 'form')} are deleted from this computer without a trace.
          This cannot be undone.
        </p>
      </ConfirmDialog>
    </>
  )
}
