import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureMeeting } from '../../shared/analysis/measure/measure-meeting.ts'
import type { AnalysedDocument, AnalysedItem, DocumentKind } from '../../shared/model/analysis.ts'
import type { Document } from '../../shared/model/document.ts'
import type { Classification, Focus } from '../../shared/model/focus.ts'
import type { Draft, KeepOutcome, LibraryStore } from '../../electron/store/library-store.ts'
import { openLibraryStore } from '../../electron/store/open-library-store.ts'

export const NOW = () => new Date('2026-03-01T09:00:00Z')

/** A folder that is gone when the work is done. */
export async function withFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'empty-chair-store-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function withStore<T>(
  work: (store: LibraryStore, folder: string) => T | Promise<T>,
): Promise<T> {
  return withFolder(async (root) => {
    const folder = join(root, 'library')
    const store = openLibraryStore({ folder, now: NOW })
    try {
      return await work(store, root)
    } finally {
      store.close()
    }
  })
}

export function classification(focus: Focus, confidence = 0.8): Classification {
  const rest = (1 - confidence) / 4
  const probabilities = {
    customer: rest,
    'customer-in-numbers': rest,
    numbers: rest,
    other: rest,
    procedural: rest,
  }
  probabilities[focus] = confidence
  return { focus, confidence, probabilities, fromCustomers: false, topics: [], evidence: [] }
}

export interface FixtureItem {
  title: string
  minutes?: number | null
  focus?: Focus
  deferred?: boolean
  passages?: [text: string, focus: Focus][]
}

export interface FixtureDocument {
  kind?: DocumentKind
  board?: string | null
  date?: string | null
  items?: FixtureItem[]
  actions?: { text: string; owner?: string; due?: string; item?: number }[]
  warnings?: Draft['analysis']['warnings']
}

const style = { fontSize: null, bold: false, italic: false, headingLevel: null, listLevel: null }

/** A document as the analysis would give it, in our own words. */
export function makeDraft(fixture: FixtureDocument): Draft {
  const kind = fixture.kind ?? 'minutes'
  const blocks: Document['blocks'] = []
  const items: AnalysedItem[] = []
  const passages: AnalysedDocument['passages'] = []
  const addBlock = (text: string, page: number) =>
    blocks.push({ kind: 'text', page, text, marker: null, box: null, style, furniture: null }) - 1
  ;(fixture.items ?? []).forEach((item, index) => {
    const page = index + 1
    const block = addBlock(item.title, page)
    const evidence = { page, block, quote: item.title, rule: 'fixture' }
    const minutes = item.minutes ?? null
    const stated =
      minutes === null ? null : { start: null, minutes, basis: 'stated' as const, evidence: null }
    const title = classification(item.focus ?? 'other')
    items.push({
      number: String(index + 1),
      title: item.title,
      level: 1,
      parent: null,
      lead: null,
      purpose: null,
      role: 'topic',
      deferred: item.deferred === true,
      planned: kind === 'agenda' && stated !== null ? { ...stated, minutesMax: null } : null,
      recorded: kind === 'minutes' ? stated : null,
      pages: null,
      evidence,
      titleClassification: title,
      focus: title.focus,
      shares: title.probabilities,
      mixBasis: 'title',
    })
    for (const [text, focus] of item.passages ?? [])
      passages.push({ text, page, block: addBlock(text, page), item: index, ...classification(focus) })
  })
  const analysis: AnalysedDocument = {
    kind,
    kindEvidence: null,
    title: null,
    body: fixture.board === null ? null : { value: fixture.board ?? 'Harbour Board', evidence: null },
    date: fixture.date === null ? null : { value: fixture.date ?? '2025-01-14', evidence: null },
    window: { planned: null, recorded: null },
    pages: Math.max(1, items.length),
    items,
    passages,
    decisions: [],
    attendance: [],
    talk: [],
    actions: (fixture.actions ?? []).map(({ text, owner, due, item }) => ({
      text,
      owner: owner ?? null,
      ownerName: null,
      due: due ?? null,
      dueText: due ?? null,
      status: 'open' as const,
      item: item ?? null,
      evidence: { page: 1, block: addBlock(text, 1), quote: text, rule: 'fixture' },
      focus: 'other' as const,
    })),
    customerTerms: ['members'],
    warnings: fixture.warnings ?? [],
    measures: { planned: null, recorded: null, record: null, pack: null },
  }
  return {
    document: {
      format: 'pdf',
      paged: true,
      pages: Array.from({ length: Math.max(1, items.length) }, (_, index) => ({
        number: index + 1,
        width: 595,
        height: 842,
        hasText: true,
      })),
      blocks,
      outline: [],
      properties: { title: null },
      warnings: [],
    },
    analysis: { ...analysis, measures: measureMeeting([analysis]) },
  }
}

let counter = 0

/** Puts a file in the queue and reads it as the draft says; `bytes` tells files apart. */
export async function review(
  store: LibraryStore,
  root: string,
  name: string,
  fixture: FixtureDocument,
  bytes = `${name} ${(counter += 1)}`,
): Promise<string> {
  const path = join(root, `source-${(counter += 1)}`)
  writeFileSync(path, bytes)
  const original = await store.storeOriginal(path)
  const job = store.addJob({ name, bytes: original.bytes, sha256: original.sha256 })
  store.saveDraft(job.id, makeDraft(fixture))
  rmSync(path)
  return job.id
}

export async function keep(
  store: LibraryStore,
  root: string,
  name: string,
  fixture: FixtureDocument,
  bytes?: string,
): Promise<Extract<KeepOutcome, { outcome: 'kept' }>> {
  const outcome = store.keepJob(await review(store, root, name, fixture, bytes))
  if (outcome.outcome !== 'kept') throw new Error(`not kept: ${outcome.outcome}`)
  return outcome
}

/** Every file under a folder whose bytes hold the words. */
export function filesHolding(folder: string, words: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && readFileSync(path).includes(words))
}
