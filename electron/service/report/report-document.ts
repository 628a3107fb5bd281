import { FOCUS_NAMES, LENS_NAMES, counted, dateWords } from '../../../shared/analysis/report/report-words.ts'
import { SUBSTANTIVE_FOCI } from '../../../shared/model/focus.ts'
import type { ChairReport } from '../../../shared/model/report.ts'
import type { WrittenBlock, WrittenDocument } from '../writing/written-document.ts'

const section = (heading: string, blocks: readonly WrittenBlock[]): WrittenBlock[] =>
  blocks.length === 0 ? [] : [{ kind: 'heading', level: 2, text: heading }, ...blocks]
const list = (items: readonly string[]): WrittenBlock[] =>
  items.length === 0 ? [] : [{ kind: 'list', items }]

/** The report as a document that every writer can write: one page, then the appendix. */
export function reportDocument(report: ChairReport, withAppendix: boolean): WrittenDocument {
  const { first, latest, changedSince } = report
  const span = first === null || latest === null ? '' : `, ${dateWords(first)} to ${dateWords(latest)}`
  return {
    title: `${report.board}: customers at the board’s table`,
    blocks: [
      { kind: 'heading', level: 1, text: 'Customers at the board’s table' },
      { kind: 'paragraph', look: 'strong', text: report.board },
      {
        kind: 'paragraph',
        look: 'quiet',
        text: `${LENS_NAMES[report.lens]}, ${counted(report.meetings, 'meeting')}${span}. Made on ${dateWords(report.made)}.`,
      },
      { kind: 'paragraph', look: 'strong', text: report.headline },
      { kind: 'paragraph', text: report.verdict },
      ...(report.bars.length === 0
        ? []
        : [
            {
              kind: 'shares',
              caption: `${LENS_NAMES[report.lens]}: shares of the latest ${counted(report.bars.length, 'meeting')}, without procedure`,
              heads: ['Meeting', 'Customers', 'Only in numbers'],
              legend: SUBSTANTIVE_FOCI.map((focus) => ({ focus, label: FOCUS_NAMES[focus] })),
              rows: report.bars.map((bar) => ({
                label: dateWords(bar.date),
                parts: bar.parts,
                figures: [bar.customers, bar.inNumbers],
                pale: bar.partlyUntimed,
              })),
            } as const,
          ]),
      ...section(
        `What changed since ${changedSince === null ? 'the meeting before' : dateWords(changedSince)}`,
        list(report.changes),
      ),
      ...section(
        'Questions that the record leaves open',
        list(report.questions.map(({ question, because }) => `${question} ${because}`)),
      ),
      ...section('Notes', list(report.notes)),
      ...section('How to read this', [{ kind: 'paragraph', look: 'quiet', text: report.method.join(' ') }]),
      ...(withAppendix ? appendixOf(report) : []),
    ],
  }
}

function appendixOf({ latest, passages, passagesLeftOut }: ChairReport): WrittenBlock[] {
  if (latest === null) return []
  const left =
    passagesLeftOut === 0
      ? ''
      : ` ${counted(passagesLeftOut, 'further passage')} ${passagesLeftOut === 1 ? 'is' : 'are'} in the app.`
  const group = (focus: 'customer' | 'customer-in-numbers'): WrittenBlock[] => {
    const own = passages.filter((passage) => passage.focus === focus)
    if (own.length === 0) return []
    return [
      { kind: 'heading', level: 3, text: FOCUS_NAMES[focus] },
      ...own.flatMap(({ text, place, basis }): WrittenBlock[] => [
        { kind: 'paragraph', look: 'quiet', text: `${place} (${basis})` },
        { kind: 'paragraph', look: 'quote', text },
      ]),
    ]
  }
  return [
    { kind: 'new page' },
    { kind: 'heading', level: 2, text: `Appendix: the passages behind ${dateWords(latest)}` },
    {
      kind: 'paragraph',
      text:
        passages.length === 0
          ? 'No passage of that meeting is about customers.'
          : `What the documents of that meeting say of customers, as it was counted.${left}`,
    },
    ...group('customer'),
    ...group('customer-in-numbers'),
  ]
}
