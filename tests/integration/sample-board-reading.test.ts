import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readDocument } from '../../electron/ingest/read-document.ts'
import { structureDocument } from '../../shared/analysis/structure/structure-document.ts'
import type { StructuredDocument, TimeWindow } from '../../shared/model/analysis.ts'

/** Every document of the sample board, read as a customer's would be, against the truth it was written from. */
const folder = join(import.meta.dirname, '../../resources/sample-board')
const truthSchema = z.object({
  meetings: z.array(
    z.object({
      date: z.string(),
      board: z.string(),
      window: z.object({ start: z.string(), end: z.string() }),
      recorded: z.object({ start: z.string(), end: z.string() }),
      files: z.array(z.object({ path: z.string(), kind: z.enum(['agenda', 'minutes', 'pack']) })),
      items: z.array(
        z.object({
          number: z.string().nullable(),
          title: z.string(),
          lead: z.string().nullable(),
          role: z.string(),
          minutes: z.number().nullable(),
          deferred: z.boolean(),
          notReached: z.boolean(),
          recordedStart: z.string().nullable(),
        }),
      ),
      actions: z.array(z.object({ owner: z.string(), text: z.string(), due: z.string().nullable() })),
    }),
  ),
})
const truth = truthSchema.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')))

const plain = (text: string) => text.toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim()
const clocks = (window: TimeWindow | null) => (window ? { start: window.start, end: window.end } : null)

async function read(path: string): Promise<StructuredDocument> {
  const bytes = new Uint8Array(readFileSync(join(folder, 'documents', path)))
  const document = await readDocument(bytes, { fileName: basename(path) })
  return structureDocument(document, { fileName: basename(path), dateOrder: 'day-first' })
}

const files = truth.meetings.flatMap((meeting) =>
  meeting.files.map((file) => ({ path: file.path, kind: file.kind, meeting })),
)
const of = (...kinds: string[]) => files.filter((file) => kinds.includes(file.kind))

describe('the sample board, read as it was written', () => {
  it.each(files)('$path gives kind, body and date', async ({ path, kind, meeting }) => {
    const said = await read(path)
    expect(said.kind).toBe(kind)
    expect(said.date?.value).toBe(meeting.date)
    expect(said.body?.value).toContain(meeting.board)
  })

  it.each(of('agenda', 'pack'))(
    '$path gives the items, numbers, leads and minutes',
    async ({ path, meeting }) => {
      const said = await read(path)
      expect(
        said.items.map((i) => ({
          number: i.number,
          title: plain(i.title),
          lead: i.lead,
          role: i.role,
          deferred: i.deferred,
          minutes: i.planned?.minutes ?? null,
        })),
      ).toEqual(
        meeting.items.map((i) => ({
          number: i.number,
          title: plain(i.title),
          lead: i.lead,
          role: i.role,
          deferred: i.deferred,
          minutes: i.minutes,
        })),
      )
    },
  )

  it.each(of('agenda'))('$path gives the planned window', async ({ path, meeting }) => {
    const said = await read(path)
    expect(clocks(said.window.planned)).toEqual(meeting.window)
  })

  it.each(of('minutes'))(
    '$path gives the items, when they were taken and what was put off',
    async ({ path, meeting }) => {
      const said = await read(path)
      expect(clocks(said.window.recorded)).toEqual(meeting.recorded)
      expect(
        said.items.map((i) => ({
          title: plain(i.title),
          role: i.role,
          deferred: i.deferred,
          recordedStart: i.recorded?.start ?? null,
        })),
      ).toEqual(
        meeting.items
          .filter((i) => i.role !== 'break')
          .map((i) => ({
            title: plain(i.title),
            role: i.role,
            deferred: i.deferred || i.notReached,
            recordedStart: i.recordedStart,
          })),
      )
    },
  )

  it.each(of('minutes'))('$path gives every action with owner and date', async ({ path, meeting }) => {
    const said = await read(path)
    for (const action of meeting.actions) {
      const found = said.actions.find((a) => plain(a.text).includes(plain(action.text).slice(0, 30)))
      expect({ text: action.text, owner: found?.owner, due: found?.due }).toEqual(action)
    }
  })
})
