import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../electron/ingest/read-document.ts'
import { structureDocument } from '../../../shared/analysis/structure/structure-document.ts'

async function itemsOf(text: string) {
  const document = await readDocument(new TextEncoder().encode(text), { fileName: 'agenda.md' })
  return structureDocument(document, { fileName: 'agenda.md', dateOrder: 'from-documents' }).items
}

const table = (rows: string[]) =>
  ['# Agenda', '', '| Item | Topic | Time |', '| --- | --- | --- |', ...rows.map((row) => `| ${row} |`), ''].join(
    '\n',
  )

describe('breaks', () => {
  test('stand beside the item they follow, and take nothing off its time', async () => {
    const items = await itemsOf(
      table(['1 | Members’ survey | 25 min', ' | Break | 10 min', '2 | Finance report | 30 min']),
    )
    expect(items.map(({ title, level, parent }) => [title, level, parent])).toEqual([
      ['Members’ survey', 1, null],
      ['Break', 1, null],
      ['Finance report', 1, null],
    ])
  })
})
