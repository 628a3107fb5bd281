import { describe, expect, test } from 'vitest'
import { shortDocument } from './blocks-text.ts'
import { bytesOf, readBytes, refusalOf, structureOf } from './read-helpers.ts'

const page = (body: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>A page</title></head><body>${body}</body></html>`
const short = async (body: string) => shortDocument(await readBytes(page(body), 'a.html'))

const words = (document: Awaited<ReturnType<typeof readBytes>>) => shortDocument(document)[0]

const MINUTES = page(`
<nav><a href="/">Home</a><a href="/boards">Boards</a></nav>
<h1>Minutes of the Saltmarsh Ferry board</h1>
<p>Tuesday 14 April 2026</p>
<p>Present: Ines Okafor (chair), Bram Teller
<h2>1. Opening (10:00)</h2><p>The meeting was called to order at 10:00.
<h2>2. Letters from passengers</h2>
<p>Forty letters were read.</p>
<table><thead><tr><th>Action<th>Owner<th>Due<th>Status</thead>
<tr><td>Write to those who complained<td>Bram Teller<td>30 April 2026<td>Open
<tr><td>Put the timetable on the piers<td>Ines Okafor<td>15 May 2026<td>Done</table>
<h2>3. Close</h2><p>The meeting was adjourned at 11:40.</p>
<script>document.write('no')</script>`)

describe('web pages', () => {
  test('headings, nested lists, breaks, tables with spans, boxes that are ticked', async () => {
    expect(
      await short(`<h2>Part &amp; parcel</h2><p>One<br>two &#8217; &eacute;&nbsp;x</p>
        <ol start=3><li>three<ul><li>deeper</ul><li><p>four</p><p>still four</p></ol>
        <ol type=a><li>letter</ol>
        <table><tr><td rowspan=2>A<td colspan=2>B<tr><td>C<td>D</table>
        <input type=checkbox checked> Done`),
    ).toEqual([
      'Part & parcel',
      'One\ntwo ’ é x',
      '{3.} three',
      '{•} deeper',
      '{4.} four',
      'still four',
      '{a.} letter',
      [
        ['A', 'B'],
        ['', 'C', 'D'],
      ],
      '[x] Done',
    ])
  })

  test('what is hidden, run, or only leads elsewhere is left out', async () => {
    expect(
      await short(`<p>Seen</p><p hidden>no</p><p style="display: none">no</p><template><p>no</p></template>
        <style>p{}</style><noscript>no</noscript><iframe src=x>no</iframe><svg><title>no</title><text>no</text></svg>
        <!-- no --><select><option>no</select><nav>no</nav><p style="color:red">Also seen</p>`),
    ).toEqual(['Seen', 'Also seen'])
  })

  test('tables that only set out the page are opened', async () => {
    expect(
      await short(`<table><tr><td>Menu</td><td><h1>Agenda</h1><p>Words</p>
        <table><tr><th>Item<th>Time<tr><td>Welcome<td>5 min</table></td></tr></table>`),
    ).toEqual([
      'Menu',
      'Agenda',
      'Words',
      [
        ['Item', 'Time'],
        ['Welcome', '5 min'],
      ],
    ])
  })

  test('minutes keep their date, items, times and actions', async () => {
    const structure = await structureOf(MINUTES, 'page.html')
    expect(structure.kind).toBe('minutes')
    expect(structure.date?.value).toBe('2026-04-14')
    expect(structure.items.map(({ title }) => title)).toEqual([
      expect.stringContaining('Opening'),
      expect.stringContaining('Letters from passengers'),
      expect.stringContaining('Close'),
    ])
    expect(structure.items[0]?.recorded?.start).toBe('10:00')
    expect(structure.window.recorded?.end).toBe('11:40')
    expect(structure.actions.map(({ owner, due, status }) => ({ owner, due, status }))).toEqual([
      { owner: 'Bram Teller', due: '2026-04-30', status: 'open' },
      { owner: 'Ines Okafor', due: '2026-05-15', status: 'done' },
    ])
  })

  test('encodings: named, marked, and named wrongly', async () => {
    const named = Buffer.concat([
      Buffer.from('<html><meta charset="iso-8859-2"><p>'),
      Buffer.from([0xb1, 0xea, 0xf3]),
    ])
    expect(words(await readBytes(new Uint8Array(named), 'a.html'))).toBe('ąęó')
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<html><p>Größe', 'utf16le')])
    expect(words(await readBytes(new Uint8Array(marked), 'a.html'))).toBe('Größe')
    const japanese = Buffer.concat([
      Buffer.from('<html><meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS"><p>'),
      Buffer.from([0x89, 0xef, 0x8b, 0x63]),
    ])
    expect(words(await readBytes(new Uint8Array(japanese), 'a.html'))).toBe('会議')
    expect(words(await readBytes(bytesOf('<html><meta charset="no-such"><p>Größe'), 'a.html'))).toBe('Größe')
  })

  test.each([
    ['elements without end', '<div>'.repeat(200_000), 'html'],
    ['tables in tables', `${'<table><tr><td>'.repeat(20_000)}Words`, 'html'],
    ['a tag without end', `<p>Words<a ${'x '.repeat(500_000)}`, 'html'],
    ['many tags without end', `<p>Words${'<a '.repeat(300_000)}`, 'html'],
    ['comments without end', `<p>Words${'<!--'.repeat(200_000)}`, 'html'],
    ['scripts without end', `<p>Words${'<script>'.repeat(100_000)}`, 'html'],
    ['end tags alone', `<p>Words${'</b>'.repeat(300_000)}`, 'html'],
    ['names of prototypes', '<__proto__ constructor=1><p __proto__="x">Words</__proto__>', 'html'],
    ['huge spans', '<table><tr><td colspan=1e9 rowspan=99999999>A<td>B<tr><td>C</table>', 'html'],
    ['nothing to read', '<script>x</script>', 'empty'],
    ['only pictures', '<img src="file:///dev/zero">', 'no-text-needs-ocr'],
  ])('%s', async (_, body, expected) => {
    const text =
      expected === 'html' && !body.includes('Words') && !body.includes('<td>') ? `${body}Words` : body
    expect(await refusalOf(page(text), 'a.html')).toBe(expected)
  })
})
