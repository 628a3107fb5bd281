import { measureMeeting } from '../../../shared/analysis/measure/measure-meeting.ts'
import { documentKindSchema } from '../../../shared/model/analysis.ts'
import type { AnalysedDocument } from '../../../shared/model/analysis.ts'
import type { Document } from '../../../shared/model/document.ts'
import { focusSchema } from '../../../shared/model/focus.ts'
import type { Classification, Focus } from '../../../shared/model/focus.ts'
import { refusalCodeSchema } from '../../../shared/model/import-result.ts'
import type { AnalyseFile, FileContext } from '../../../electron/service/analyse-file.ts'

/** A stand-in for the reader: papers in a form that says everything outright, so that only the service is tested. */
export interface FakeReader {
  readonly analyse: AnalyseFile
  /** Contexts it was asked with, in order. */
  readonly asked: { fileName: string; context: FileContext }[]
  /** Files with the line `wait` are held until this is called. */
  release(): void
}

/** One paper in the form FakeReader reads. */
export function paper(facts: {
  board?: string
  date?: string
  kind?: string
  items?: readonly (readonly [title: string, minutes: number | null, focus: Focus, ...passages: string[]])[]
  also?: string
}): Uint8Array {
  const lines = [
    ...(facts.board === undefined ? [] : [`board: ${facts.board}`]),
    ...(facts.date === undefined ? [] : [`date: ${facts.date}`]),
    `kind: ${facts.kind ?? 'minutes'}`,
    ...(
      facts.items ?? [['The survey', 20, 'customer', 'Customers said they wait too long.'] as const]
    ).flatMap(([title, minutes, focus, ...passages]) => [
      `item: ${title} | ${minutes ?? ''} | ${focus}`,
      ...passages.map((text) => `- ${text}`),
    ]),
    ...(facts.also === undefined ? [] : [facts.also]),
  ]
  return new TextEncoder().encode(lines.join('\n'))
}

export function createFakeReader(): FakeReader {
  const held: (() => void)[] = []
  const asked: FakeReader['asked'] = []
  return {
    asked,
    release: () => {
      for (const next of held.splice(0)) next()
    },
    analyse: async ({ bytes, fileName, context, signal, onProgress, password }) => {
      asked.push({ fileName, context })
      if (signal?.aborted) return { kind: 'refused', code: 'cancelled' }
      onProgress?.('reading', 0.5)
      const lines = new TextDecoder().decode(bytes).split('\n')
      if (lines.includes('wait'))
        await new Promise<void>((resolve) => {
          held.push(resolve)
          signal?.addEventListener('abort', () => resolve(), { once: true })
        })
      await new Promise((resolve) => setImmediate(resolve))
      if (signal?.aborted) return { kind: 'refused', code: 'cancelled' }
      const secret = lines.find((line) => line.startsWith('password: '))?.slice(10)
      if (secret !== undefined && password !== secret) return { kind: 'refused', code: 'encrypted' }
      const refused = lines.find((line) => line.startsWith('refuse: '))
      if (refused) return { kind: 'refused', code: refusalCodeSchema.parse(refused.slice(8)) }
      if (lines.includes('throw')) throw new Error('a secret of the board')
      onProgress?.('structuring', 0.5)
      onProgress?.('classifying', 0.5)
      return { kind: 'analysed', ...readPaper(lines, context) }
    },
  }
}

function classification(focus: Focus): Classification {
  const probabilities = {
    customer: 0.05,
    'customer-in-numbers': 0.05,
    numbers: 0.05,
    other: 0.05,
    procedural: 0.05,
    [focus]: 0.8,
  }
  return { focus, confidence: 0.8, probabilities, fromCustomers: false, topics: [], evidence: [] }
}

const fact = (text: string | null) => (text === null ? null : { value: text, evidence: null })

function readPaper(
  lines: readonly string[],
  context: FileContext,
): { document: Document; analysis: AnalysedDocument } {
  const value = (name: string): string | null =>
    lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? null
  const items: AnalysedDocument['items'] = []
  const passages: AnalysedDocument['passages'] = []
  for (const [block, line] of lines.entries()) {
    if (line.startsWith('item: ')) {
      const [title = '', minutes = '', focusName = ''] = line.slice(6).split(' | ')
      const focus = focusSchema.parse(focusName)
      items.push({
        number: String(items.length + 1),
        title,
        level: 1,
        parent: null,
        lead: null,
        purpose: null,
        role: focus === 'procedural' ? 'procedural' : 'topic',
        deferred: false,
        planned:
          minutes === ''
            ? null
            : {
                start: null,
                minutes: Number(minutes),
                minutesMax: Number(minutes),
                basis: 'stated',
                evidence: null,
              },
        recorded: null,
        pages: null,
        evidence: { page: 1, block, quote: title, rule: 'fake' },
        titleClassification: classification(focus),
        focus,
        shares: classification(focus).probabilities,
        mixBasis: 'minutes',
      })
    }
    const focus = items.at(-1)?.focus
    if (line.startsWith('- ') && focus !== undefined)
      passages.push({ text: line.slice(2), page: 1, block, item: items.length - 1, ...classification(focus) })
  }
  const kind = documentKindSchema.parse(value('kind'))
  const warning = value('warn')
  const structured = {
    kind,
    kindEvidence: null,
    title: null,
    body: fact(value('board')),
    date: fact(value('date')),
    window: { planned: null, recorded: null },
    items,
    passages,
    actions: [],
    decisions: [],
    attendance: [],
    talk: [],
    customerTerms: context.customerTerms ?? ['customers'],
    warnings: warning === null ? [] : [{ code: warning, message: 'Something to know.' }],
    pages: 1,
  }
  return {
    document: {
      format: 'text',
      paged: false,
      pages: [{ number: 1, width: null, height: null, hasText: true }],
      blocks: lines.map((text) => ({
        kind: 'text' as const,
        page: 1,
        text,
        marker: null,
        box: null,
        style: { fontSize: null, bold: false, italic: false, headingLevel: null, listLevel: null },
        furniture: null,
      })),
      outline: [],
      properties: { title: null },
      warnings: [],
    },
    analysis: { ...structured, measures: measureMeeting([structured]) },
  }
}
