import { chairReport } from '../../../shared/analysis/report/chair-report.ts'
import { LENSES } from '../../../shared/model/measures.ts'
import type { Lens } from '../../../shared/model/measures.ts'
import type { Id } from '../../../shared/model/library.ts'
import type { MadeFile } from '../../../shared/model/planner.ts'
import type { ChairReport, ReportFormat } from '../../../shared/model/report.ts'
import type { reportProcedures } from '../../../shared/contract/report-procedures.ts'
import type { LibraryStore } from '../../store/library-store.ts'
import type { MentionScan } from '../customers/mention-scan.ts'
import type { Handlers } from '../dispatch.ts'
import { chairQuestions } from '../../../shared/analysis/planner/chair-questions.ts'
import { gapsOfBoard, latestMeetings } from '../planner/library-gaps.ts'
import { fileNameFrom } from '../planner/write-plan.ts'
import { writeHtml } from '../writing/write-html.ts'
import { writePdf } from '../writing/write-pdf.ts'
import { writeWord } from '../writing/write-word.ts'
import { reportDocument } from './report-document.ts'

export interface ReportWanted {
  readonly boardId: Id
  /** The lens that most meetings have, where none is given. */
  readonly lens?: Lens | undefined
}

const TYPES: Record<ReportFormat, string> = {
  html: 'text/html',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

const two = (value: number): string => String(value).padStart(2, '0')

function lensOfMost(store: LibraryStore, boardId: Id): Lens {
  const count = (lens: Lens): number => store.trend(boardId, lens).meetings.length
  return LENSES.toSorted((left, right) => count(right) - count(left))[0] ?? 'planned'
}

/** Throws `not-found` for a board that is gone. */
export function reportOfBoard(store: LibraryStore, { boardId, lens }: ReportWanted, now: Date): ChairReport {
  const trend = store.trend(boardId, lens ?? lensOfMost(store, boardId))
  const last = trend.meetings.at(-1)
  const questions = chairQuestions(
    store.board(boardId).name,
    gapsOfBoard(store, boardId, latestMeetings(store, boardId), now),
  )
  return chairReport(
    trend,
    last === undefined ? null : store.meeting(last.id),
    questions,
    store.annotations.list(boardId),
    `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
  )
}

export async function writeReport(
  report: ChairReport,
  format: ReportFormat,
  withAppendix: boolean,
  now: Date,
): Promise<MadeFile> {
  const document = reportDocument(report, withAppendix)
  const bytes =
    format === 'html'
      ? writeHtml(document)
      : format === 'pdf'
        ? await writePdf(document, now)
        : await writeWord(document)
  return {
    name: fileNameFrom(`${report.board} report ${report.made}`, format),
    type: TYPES[format],
    bytes: new Uint8Array(bytes),
  }
}

export function createReportHandlers(
  store: LibraryStore,
  clock: () => Date,
  mentions: Pick<MentionScan, 'complete'>,
): Pick<Handlers, keyof typeof reportProcedures> {
  return {
    'report.make': async ({ boardId, lens, format, appendix }) => {
      await mentions.complete()
      const now = clock()
      return writeReport(reportOfBoard(store, { boardId, lens }, now), format, appendix, now)
    },
  }
}
