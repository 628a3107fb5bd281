import { Copy, Download, Printer } from 'lucide-react'
import type { ChairQuestions } from '../../../shared/model/planner.ts'
import { Button } from '../../components/button.tsx'
import { Failed, Loading, Notice } from '../../components/page-state.tsx'
import { dateLong } from '../../format/dates.ts'
import { counted } from '../../format/numbers.ts'
import { useAsk } from '../../host/queries.ts'
import { useService } from '../../host/service-context.tsx'
import { useAnnounce } from '../../shell/announcer.tsx'
import { EvidenceList } from './evidence-list.tsx'
import { useSaveMadeFile } from './use-save-made-file.ts'

const asText = ({ questions }: ChairQuestions): string =>
  questions.map(({ question, because }, index) => `${index + 1}. ${question}\n   ${because}`).join('\n')

/** Open questions for the chair, built from what the record leaves open. */
export function ChairQuestionsPanel({ boardId }: { boardId: string }) {
  const announce = useAnnounce()
  const saveMade = useSaveMadeFile()
  const { client } = useService()
  const query = useAsk('questions.get', { boardId })
  if (query.isError) return <Failed within error={query.error} retry={() => void query.refetch()} />
  if (query.data === undefined) return <Loading what="the questions" />
  const found = query.data
  if (found.questions.length === 0)
    return (
      <Notice within title="No questions">
        {found.searched === 0
          ? 'There is no dated meeting with passages to look into yet.'
          : `Nothing was found that the record leaves open; ${counted(found.searched, 'meeting')} searched.`}
      </Notice>
    )
  const write = (format: 'docx' | 'md'): Promise<void> =>
    saveMade(client.call('questions.export', { boardId, format }))
  const copy = (): void => {
    navigator.clipboard.writeText(asText(found)).then(
      () => announce('The questions were copied.'),
      () => announce('The clipboard could not be used.'),
    )
  }
  return (
    <section className="flex max-w-[58rem] flex-col gap-4" aria-labelledby="questions-title">
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
        <h2 id="questions-title" className="heading-serif text-xl">
          {found.date === null ? 'Questions' : `After the meeting of ${dateLong(found.date)}`}
        </h2>
        <span className="text-[0.8125rem] text-faint">{counted(found.searched, 'meeting')} searched</span>
        <span className="no-print ml-auto flex items-center gap-0.5">
          <Button small look="bare" onClick={copy}>
            <Copy aria-hidden="true" className="size-3.5" />
            Copy
          </Button>
          <Button small look="bare" onClick={() => void write('docx')}>
            <Download aria-hidden="true" className="size-3.5" />
            Word
          </Button>
          <Button small look="bare" onClick={() => void write('md')}>
            Markdown
          </Button>
          <Button small look="bare" onClick={() => window.print()}>
            <Printer aria-hidden="true" className="size-3.5" />
            Print
          </Button>
        </span>
      </div>
      <ol className="border-t border-line">
        {found.questions.map((question, index) => (
          <li key={question.question} className="flex gap-4 border-b border-line py-4">
            <span aria-hidden="true" className="figures w-6 shrink-0 pt-0.5 text-right text-faint">
              {index + 1}
            </span>
            <div className="flex min-w-0 flex-col gap-1.5">
              <h3 className="heading-serif text-lg leading-snug break-words">{question.question}</h3>
              <p className="text-soft">{question.because}</p>
              <EvidenceList evidence={question.evidence} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
