import { describe, expect, test } from 'vitest'
import { readDocument } from '../../../electron/ingest/read-document.ts'
import { structureDocument } from '../../../shared/analysis/structure/structure-document.ts'

async function dateOf(text: string, fileName: string): Promise<string | null> {
  const document = await readDocument(new TextEncoder().encode(text), { fileName })
  return structureDocument(document, { fileName, dateOrder: 'from-documents' }).date?.value ?? null
}

const BUSINESS = Array.from(
  { length: 20 },
  (_, i) => `- Director ${i + 1} reported on works at the reservoir.`,
)

describe('the date of the meeting', () => {
  test('is not that of a meeting still to come, far from the head', async () => {
    const text = [
      '**LARKMOOR WATER DISTRICT**',
      '',
      '**I. CALL TO ORDER**',
      '- The president called the meeting to order at 6:30 p.m.',
      ...BUSINESS,
      '',
      'A second meeting on the merger will be held on July 31, 2024.',
    ].join('\n')
    expect(await dateOf(text, '2024-07-15_board_minutes.md')).toBe('2024-07-15')
  })

  test('is that of the meeting announced at the head', async () => {
    const text =
      'Larkmoor Water District\n\nA meeting of the board will be held on July 31, 2024 at 6:30 p.m.\n\n1. Opening\n'
    expect(await dateOf(text, 'agenda.md')).toBe('2024-07-31')
  })
})
