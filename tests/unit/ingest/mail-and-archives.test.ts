import { describe, expect, test } from 'vitest'
import { containerKind, eachEntry } from '../../../electron/ingest/entries/each-entry.ts'
import { ReadRefusal } from '../../../electron/ingest/read-refusal.ts'
import { shortDocument } from './blocks-text.ts'
import { bytesOf, readBytes, refusalOf, structureOf } from './read-helpers.ts'
import { writeZip } from './write-zip.ts'

const HEAD =
  'From: Ines Okafor <ines@ferry.example>\r\nTo: The board <board@ferry.example>\r\nSubject: =?utf-8?Q?Papers_f=C3=BCr_May?=\r\nDate: Tue, 14 Apr 2026 09:00:00 +0000\r\nMessage-ID: <1@ferry.example>\r\nMIME-Version: 1.0\r\n'
const multipart = (parts: readonly string[], more = ''): string =>
  `${HEAD}Content-Type: multipart/mixed; boundary="edge"\r\n\r\n${parts.map((part) => `--edge\r\n${part}\r\n`).join('')}--edge--\r\n${more}`
const attached = (name: string, content: string, type = 'application/octet-stream'): string =>
  `Content-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}`

async function entriesOf(bytes: Uint8Array | string, depth = 0): Promise<string[]> {
  const given = typeof bytes === 'string' ? bytesOf(bytes) : bytes
  const kind = containerKind(given)
  if (kind === null) return ['no container']
  const found: string[] = []
  try {
    await eachEntry(given, kind, { depth }, (entry) => {
      found.push(
        entry.kind === 'file'
          ? `${entry.label}: ${new TextDecoder().decode(entry.bytes.subarray(0, 20))}`
          : `${entry.label} refused ${entry.code}`,
      )
      return Promise.resolve()
    })
  } catch (error) {
    if (!(error instanceof ReadRefusal)) throw error
    found.push(`all refused ${error.code}`)
  }
  return found
}

describe('messages', () => {
  test('subject and text; who sent it and when is no part of the text', async () => {
    const document = await readBytes(
      `${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\nDear all,\r\n\r\nplease find the agenda attached.\r\n`,
      'a.eml',
    )
    expect(document.format).toBe('mail')
    expect(shortDocument(document)).toEqual([
      '[header] From: Ines Okafor',
      '[header] To: The board',
      '[header] Sent: Tue, 14 Apr 2026 09:00:00 +0000',
      'Papers für May',
      'Dear all,',
      'please find the agenda attached.',
    ])
  })

  test('a covering message is a paper without a date; minutes in a message are minutes', async () => {
    const cover = await structureOf(`${HEAD}\r\nThe agenda for the board meeting is attached.\r\n`, 'a.eml')
    expect([cover.kind, cover.date]).toEqual(['paper', null])
    const body =
      '<h2>Minutes of the ferry board, 14 April 2026</h2><p>Present: Bram Teller</p><h3>1. Opening</h3><p>The meeting was called to order at 10:05.</p><h3>2. Letters</h3><ul><li>ACTION: Bram Teller to write to passengers by 30 April 2026</li></ul>'
    const minutes = await structureOf(`${HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n${body}`, 'a.eml')
    expect([minutes.kind, minutes.date?.value]).toEqual(['minutes', '2026-04-14'])
    expect(minutes.window.recorded?.start).toBe('10:05')
    expect(minutes.actions.map(({ owner, due }) => ({ owner, due }))).toEqual([
      { owner: 'Bram Teller', due: '2026-04-30' },
    ])
  })

  test('attachments are files of their own; pictures of the text, signatures and invitations are none', async () => {
    expect(
      await entriesOf(
        multipart([
          'Content-Type: text/plain\r\n\r\nHello',
          attached('agenda.txt', 'An agenda'),
          attached('../../evil.txt', 'Words'),
          attached('logo.png', 'x', 'image/png').replace('attachment;', 'inline;'),
          attached('invite.ics', 'BEGIN:VCALENDAR', 'text/calendar'),
          attached('forwarded.eml', `${HEAD}\r\nInner`, 'message/rfc822').replace('base64\r\n', '8bit\r\n'),
          attached('papers.zip', Buffer.from(writeZip({ 'a/b.txt': 'Packed' })).toString('latin1')),
        ]),
      ),
    ).toEqual(expect.arrayContaining(['agenda.txt: An agenda', '.._.._evil.txt: Words']))
  })

  test('a web page that was saved as a message is a page', async () => {
    const document = await readBytes(
      'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://ferry.example/\r\nSubject: A page\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="e"\r\n\r\n--e\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<h1>Caf=C3=A9</h1>\r\n--e--\r\n',
      'a.mhtml',
    )
    expect([document.format, ...shortDocument(document)]).toEqual(['html', 'Café'])
  })

  test.each([
    [
      'encrypted',
      `${HEAD}Content-Type: multipart/encrypted; boundary="e"\r\n\r\n--e--`,
      'encrypted save-unprotected',
    ],
    ['too many parts', multipart(Array.from({ length: 1500 }, () => 'X: y\r\n\r\nz')), 'too-many-entries'],
    [
      'parts in parts',
      `${HEAD}${Array.from({ length: 60 }, (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`).join('')}Content-Type: text/plain\r\n\r\nDeep`,
      'too-many-entries',
    ],
    ['no words', multipart([attached('a.txt', 'x')]), 'empty'],
    ['headers named like prototypes', `__proto__: x\r\nconstructor: y\r\n${HEAD}\r\nWords`, 'mail'],
    ['a header without end', `${HEAD}X-Long: ${'a'.repeat(3_000_000)}`, 'damaged'],
  ])('%s', async (_, text, expected) => {
    expect(await refusalOf(text, 'a.eml')).toBe(expected)
    expect(Object.prototype).not.toHaveProperty('x')
  })
})

describe('archives', () => {
  test('files under their names, archives in archives, what systems leave behind silently out', async () => {
    expect(
      await entriesOf(
        writeZip({
          'pack/agenda.txt': 'An agenda',
          '__MACOSX/pack/._agenda.txt': 'x',
          'pack/.DS_Store': 'x',
          'pack/Thumbs.db': 'x',
          'pack/inner.zip': writeZip({ 'deep/minutes.txt': 'Minutes' }),
        }),
      ),
    ).toEqual(['pack/agenda.txt: An agenda', 'pack/inner.zip › deep/minutes.txt: Minutes'])
  })

  test('a name that leads out costs that entry only', async () => {
    expect(
      await entriesOf(
        writeZip({
          '../../etc/passwd': 'x',
          '/root.txt': 'x',
          'C:\\windows.txt': 'x',
          'a\\..\\b.txt': 'x',
          'turned\u202Etxt.exe': 'Words',
          good: 'Words',
        }),
      ),
    ).toEqual([
      '../../etc/passwd refused unsafe-name',
      '/root.txt refused unsafe-name',
      'C:/windows.txt refused unsafe-name',
      'a/../b.txt refused unsafe-name',
      'turnedtxt.exe: Words',
      'good: Words',
    ])
  })

  test('links, encrypted entries and unknown ways of packing are refused one by one', async () => {
    const bytes = Buffer.from(writeZip({ link: 'target', secret: 'x', odd: 'x', good: 'Words' }))
    const directory = (name: string): number => bytes.lastIndexOf(Buffer.from(name)) - 46
    bytes.writeUInt32LE((0xa1ff << 16) >>> 0, directory('link') + 38)
    bytes.writeUInt16LE(0x0801, directory('secret') + 8)
    bytes.writeUInt16LE(14, directory('odd') + 10)
    expect(await entriesOf(new Uint8Array(bytes))).toEqual([
      'link refused unsafe-name',
      'secret refused encrypted',
      'odd refused unsupported-type',
      'good: Words',
    ])
  })

  test('an entry that is damaged costs itself', async () => {
    const bytes = Buffer.from(writeZip({ broken: 'x'.repeat(500), good: 'Words' }))
    bytes.fill(0xff, 36, 40)
    expect(await entriesOf(new Uint8Array(bytes))).toEqual(['broken refused damaged', 'good: Words'])
  })

  test('two entries of one name are both there', async () => {
    const bytes = Buffer.from(writeZip({ 'a.txt': 'One', 'b.txt': 'Two' }))
    for (let at = bytes.indexOf('b.txt'); at >= 0; at = bytes.indexOf('b.txt', at + 1)) bytes.write('a', at)
    expect(await entriesOf(new Uint8Array(bytes))).toEqual(['a.txt: One', 'a.txt: Two'])
  })

  test('what swells is stopped by what really comes out', async () => {
    const zeros = new Uint8Array(30 * 1024 * 1024)
    expect(await entriesOf(writeZip({ bomb: zeros, good: 'Words' }, { claimedSize: 0 }))).toEqual([
      'bomb refused bomb',
      'good: Words',
    ])
    const inner = writeZip({ a: zeros })
    expect((await entriesOf(writeZip({ 'inner.zip': inner }))).at(-1)).toMatch(/refused bomb$/)
  })

  test('no deeper than three, no more than five thousand', async () => {
    let bytes = writeZip({ 'words.txt': 'Words' })
    for (let at = 0; at < 3; at += 1) bytes = writeZip({ [`${at}.zip`]: bytes })
    expect(await entriesOf(bytes)).toEqual(['2.zip › 1.zip › 0.zip refused bomb'])
    expect(await entriesOf(writeZip({ 'a.zip': writeZip({ b: 'x' }) }), 2)).toEqual(['a.zip refused bomb'])
    const many = Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`${at}`, 'x']))
    expect(await entriesOf(writeZip(many))).toEqual(['all refused too-many-entries'])
  })

  test('documents that are ZIPs by their bytes are no archives', async () => {
    expect(await entriesOf(writeZip({ '[Content_Types].xml': 'x', 'word/document.xml': 'x' }))).toEqual([
      'no container',
    ])
    expect(await entriesOf(writeZip({ mimetype: 'application/epub+zip' }))).toEqual(['no container'])
    const stored = writeZip({ 'a.docx': 'PK [Content_Types].xml word/document.xml mimetype' })
    expect(await entriesOf(stored)).toEqual(['a.docx: PK [Content_Types].x'])
  })
})
