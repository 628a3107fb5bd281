import type { AnalysedDocument, AnalysedPassage, TimeWindow } from '../../shared/model/analysis.ts'
import type { RefusalCode } from '../../shared/model/import-result.ts'
import type { Measures } from '../../shared/model/measures.ts'
import type { AnalyseLine } from './shapes.ts'

/** What the command line says of one file that was read. */
export function analyseLine(file: string, sha256: string, analysis: AnalysedDocument): AnalyseLine {
  const { kind, window, warnings } = analysis
  const ofMinutes = kind === 'minutes' || kind === 'transcript'
  const windows = ofMinutes ? [window.recorded, window.planned] : [window.planned, window.recorded]
  const first = (part: 'start' | 'end'): string | null =>
    windows.map((given) => given?.[part] ?? null).find((time) => time !== null) ?? null
  return {
    file,
    sha256,
    result: warnings.length > 0 ? 'imported-with-warning' : 'imported',
    ...(warnings[0] ? { code: warnings[0].code } : {}),
    kind,
    pages: analysis.pages,
    meeting: {
      body: analysis.body?.value ?? null,
      date: analysis.date?.value ?? null,
      start: first('start'),
      end: first('end'),
      window: { planned: plainWindow(window.planned), recorded: plainWindow(window.recorded) },
    },
    items: analysis.items.map((item, index) => ({
      ...item,
      passages: analysis.passages.filter((passage) => passage.item === index).map(plainPassage),
    })),
    passages: analysis.passages.filter((passage) => passage.item === null).map(plainPassage),
    actions: analysis.actions,
    decisions: analysis.decisions.map(({ evidence, ...decision }) => ({
      ...decision,
      page: evidence.page,
      quote: evidence.quote,
    })),
    attendance: analysis.attendance,
    measures: plainMeasures(analysis.measures),
    warnings,
  }
}

/** The same line for a file that was refused: nothing is known of it. */
export function refusedLine(
  file: string,
  sha256: string | null,
  code: RefusalCode,
  message: string,
): AnalyseLine {
  return {
    file,
    sha256,
    result: 'refused',
    code,
    kind: null,
    pages: null,
    meeting: { body: null, date: null, start: null, end: null, window: { planned: null, recorded: null } },
    items: [],
    passages: [],
    actions: [],
    decisions: [],
    attendance: [],
    measures: { planned: null, recorded: null, record: null, pack: null },
    warnings: [{ code, message }],
  }
}

const plainWindow = (window: TimeWindow | null) => (window ? { start: window.start, end: window.end } : null)

const plainPassage = (passage: AnalysedPassage): AnalyseLine['passages'][number] => {
  const { text, page, focus, confidence, probabilities, fromCustomers, topics, evidence } = passage
  return { text, page, focus, confidence, probabilities, fromCustomers, topics, evidence }
}

/** Lens by lens, what the command line shows of the measures. */
export function plainMeasures(measures: Measures): AnalyseLine['measures'] {
  const { planned, recorded, record, pack } = measures
  return { planned, recorded, record, pack }
}
