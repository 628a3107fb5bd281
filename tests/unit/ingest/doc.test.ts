import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inShort } from './blocks-text.ts'
import { readBytes, refusalOf, structureOf } from './read-helpers.ts'
import { writeCompound } from './write-compound.ts'

// The fixture is our own text, saved by a word processor as "Word 97-2003".
const minutes = (): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, 'fixtures/saltmarsh-minutes.doc')))

describe('Word 97 to 2003', () => {
  test('headings, lists with their numbers, and tables', async () => {
    const document = await readBytes(minutes(), 'minutes.doc')
    expect(document.format).toBe('doc')
    expect(inShort(document.blocks)).toEqual([
      'Saltmarsh Ferry Company: minutes of the board',
      'Held on Tuesday 14 April 2026, 10:00 to 12:15',
      'Present: Ines Okafor (chair), Bram Teller, Yusra Haddad',
      '1. Opening',
      'The chair opened the meeting at 10:02.',
      '2. What passengers told us',
      'Passengers on the evening boats asked for earlier word of cancellations.',
      '{•} forty letters were read',
      '{•} two passengers came in person',
      '{1.} Bring the letters to every board',
      '{2.} Ask the crew as well',
      [
        ['Action', 'Owner', 'Due', 'Status'],
        ['Write to the passengers who complained', 'Yusra Haddad', '30 April 2026', 'Open'],
        ['Put the timetable on the piers', 'Bram Teller', '15 May 2026', 'Done'],
      ],
      '3. Close',
      'There being no further business the meeting closed at 12:10.',
    ])
    const levels = document.blocks.map((block) => (block.kind === 'text' ? block.style.headingLevel : null))
    expect(levels.filter((level) => level !== null)).toEqual([1, 2, 2, 2])
  })

  test('what it says of the meeting survives: kind, date, items, times, actions', async () => {
    const structure = await structureOf(minutes(), 'paper.doc')
    expect(structure.kind).toBe('minutes')
    expect(structure.date?.value).toBe('2026-04-14')
    expect(structure.window.recorded).toMatchObject({ start: '10:02', end: '12:10' })
    expect(structure.items.filter(({ level }) => level === 1).map(({ title }) => title)).toEqual([
      expect.stringContaining('Opening'),
      expect.stringContaining('What passengers told us'),
      expect.stringContaining('Close'),
    ])
    expect(structure.actions.map(({ owner, due, status }) => ({ owner, due, status }))).toEqual([
      { owner: 'Yusra Haddad', due: '2026-04-30', status: 'open' },
      { owner: 'Bram Teller', due: '2026-05-15', status: 'done' },
    ])
  })

  test('a password is said to be needed', async () => {
    const bytes = minutes()
    const head = Buffer.from(bytes.buffer).indexOf(Buffer.from([0xec, 0xa5]))
    bytes[head + 0x0b] = (bytes[head + 0x0b] ?? 0) | 1
    expect(await refusalOf(bytes, 'minutes.doc')).toBe('encrypted save-unprotected')
  })

  test('cut short or with a byte changed anywhere, it ends in one class and no other error', async () => {
    const whole = minutes()
    for (let at = 0; at < 60; at += 1) {
      const cut = whole.slice(0, Math.floor((whole.byteLength * (at + 1)) / 61))
      const changed = whole.slice()
      for (let one = 0; one < 40; one += 1) changed[(at * 7919 + one * 263) % changed.byteLength] = 0xff
      // oxlint-disable-next-line no-await-in-loop
      expect(typeof (await refusalOf(cut, 'a.doc'))).toBe('string')
      // oxlint-disable-next-line no-await-in-loop
      expect(typeof (await refusalOf(changed, 'a.doc'))).toBe('string')
    }
  })
})

describe('other OLE containers are told apart', () => {
  test.each([
    ['a workbook', { Workbook: 'x' }, 'unsupported-type save-as-xlsx'],
    ['a workbook of Excel 5', { Book: 'x' }, 'unsupported-type save-as-xlsx'],
    ['a presentation', { 'PowerPoint Document': 'x' }, 'unsupported-type save-as-pptx'],
    ['a message', { '__properties_version1.0': 'x' }, 'unsupported-type save-as-eml'],
    ['an encrypted package', { EncryptionInfo: 'x', EncryptedPackage: 'x' }, 'encrypted save-unprotected'],
    ['a drawing', { VisioDocument: 'x' }, 'unsupported-type save-as-pdf'],
    ['a Word file without words', { WordDocument: 'x' }, 'damaged'],
    ['nothing', {}, 'unsupported-type save-as-pdf'],
  ])('%s', async (_, streams, code) => {
    expect(await refusalOf(writeCompound(streams), 'a.doc')).toBe(code)
  })

  test('a Word file that holds a workbook is a Word file', async () => {
    expect(await refusalOf(writeCompound({ WordDocument: 'x', ObjectPool: 'Workbook' }), 'a')).toBe('damaged')
  })

  test('a directory that comes back to itself ends', async () => {
    const bytes = writeCompound({ Workbook: 'x' })
    const directory = 512 + 512
    new DataView(bytes.buffer).setUint32(directory + 128 + 72, 1, true)
    new DataView(bytes.buffer).setUint32(512 + 4, 1, true)
    expect(await refusalOf(bytes, 'a')).toBe('damaged')
  })
})
