import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { buildSampleBoard, type SampleBoard } from '../../../resources/sample-board/build-documents.ts'
import { meetings } from '../../../resources/sample-board/content/meetings.ts'
import { filesOf } from '../../../resources/sample-board/files.ts'
import { readZip } from '../../../resources/sample-board/zip-archive.ts'

const folder = join(import.meta.dirname, '../../../resources/sample-board')
const documents = join(folder, 'documents')
const paths = meetings.flatMap((meeting) => filesOf(meeting)).map((file) => file.path)
let board: SampleBoard = { documents: new Map(), expected: [] }

beforeAll(async () => {
  board = await buildSampleBoard()
})

/** What a document holds once unpacked: two versions of zlib may pack the same words differently. */
function unpacked(path: string, data: Buffer): string {
  if (path.endsWith('.docx') || path.endsWith('.odt')) {
    return readZip(data)
      .map((entry) => `${entry.name}\n${entry.data.toString('utf8')}`)
      .join('\n')
  }
  return path.endsWith('.pdf') ? streamsOf(data) : data.toString('utf8')
}

function streamsOf(pdf: Buffer): string {
  const streams: string[] = []
  let at = pdf.indexOf('\nstream\n')
  while (at >= 0) {
    const end = pdf.indexOf('\nendstream', at)
    streams.push(inflateSync(pdf.subarray(at + 8, end)).toString('latin1'))
    at = pdf.indexOf('\nstream\n', end)
  }
  return streams.join('\n')
}

test('the committed documents are those that the content gives, and no others', () => {
  const found = readdirSync(documents, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(documents.length + 1))
  expect(found.toSorted()).toEqual(paths.toSorted())
  expect([...board.documents.keys()].toSorted()).toEqual(paths.toSorted())
})

test.each(paths)('%s is what the generator writes', (path) => {
  const committed = readFileSync(join(documents, path))
  const fresh = board.documents.get(path) ?? Buffer.alloc(0)
  const words = unpacked(path, fresh)
  expect(words.length).toBeGreaterThan(500)
  expect(unpacked(path, committed)).toBe(words)
})

test('two builds give the same bytes', async () => {
  const again = await buildSampleBoard()
  const different = [...board.documents].filter(
    ([path, data]) => again.documents.get(path)?.equals(data) !== true,
  )
  expect(different.map(([path]) => path)).toEqual([])
})

test('together they are small enough to ship', () => {
  const total = [...board.documents.values()].reduce((sum, data) => sum + data.length, 0)
  expect(total).toBeLessThan(3 * 1024 * 1024)
})

test('the expected facts are those of the content', () => {
  const expected: unknown = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
  expect(expected).toEqual({ meetings: board.expected })
})

test('the board says who its customers are and what share it wants for them', () => {
  const settings = z
    .strictObject({
      name: z.string(),
      customerTerms: z.array(z.string()).min(1),
      target: z.number().min(0).max(1),
    })
    .parse(JSON.parse(readFileSync(join(folder, 'board.json'), 'utf8')))
  expect(settings.target).toBe(0.4)
})
