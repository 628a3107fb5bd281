import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  analyseShape,
  backupShape,
  classifyShape,
  customersShape,
  importShape,
  meetingsShape,
  questionsShape,
  trendShape,
  verifyShape,
} from '../../electron/cli/shapes.ts'

const root = resolve(import.meta.dirname, '../..')
const main = join(root, 'electron/cli/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'empty-chair-cli-'))
const papers = join(folder, 'larkmoor-water')
const data = join(folder, 'library')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the real program as its own process. */
function cli(
  words: readonly string[],
  options: { input?: string; env?: Record<string, string> } = {},
): Promise<Ended> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [main, ...words], {
      cwd: folder,
      env: { ...process.env, EMPTY_CHAIR_LIBRARY: '', ...options.env },
    })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.once('error', fail)
    child.once('close', (code) => done({ code, out, err }))
    child.stdin.end(options.input ?? '')
  })
}
const lines = <T extends z.ZodType>(shape: T, out: string): z.output<T>[] =>
  out
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => shape.parse(JSON.parse(line)))

const agenda = (date: string): string => `# Larkmoor Water

Board of Directors: Agenda

Date: ${date}
Time: 09:00 - 10:30

| No | Item | Lead | Time |
|---|---|---|---|
| 1 | Welcome and apologies | Chair | 5 minutes |
| 2 | Results of the household survey | Dana Pell | 40 minutes |
| 3 | Budget and forecast | Rui Okafor | 45 minutes |
`
const minutes = (date: string): string => `# Larkmoor Water

Minutes of the Board of Directors, ${date}

## 1. Welcome and apologies

The chair welcomed everyone. Apologies were received from one director.

## 2. Results of the household survey

Households told the interviewers that they wait too long for an answer to a complaint. The board asked for a plan.

## 3. Budget and forecast

The board noted a forecast revenue of £1.2 million and costs of £1.1 million.
`

beforeAll(() => {
  mkdirSync(join(papers, 'deeper'), { recursive: true })
  writeFileSync(join(papers, '2025-01-agenda.md'), agenda('14 January 2025'))
  writeFileSync(join(papers, '2025-01-minutes.md'), minutes('14 January 2025'))
  writeFileSync(join(papers, '2025-02-agenda.md'), agenda('11 February 2025'))
  writeFileSync(join(papers, 'deeper/2025-03-agenda.md'), agenda('11 March 2025'))
  writeFileSync(join(papers, 'broken.pdf'), '%PDF-1.7\nthis goes nowhere')
  writeFileSync(join(papers, 'empty.txt'), '')
  writeFileSync(join(papers, '.hidden.md'), agenda('1 January 2020'))
  symlinkSync(join(folder, 'elsewhere.md'), join(papers, 'link.md'))
  writeFileSync(join(folder, 'elsewhere.md'), agenda('1 January 2021'))
})

describe('analyse', () => {
  test('gives one line per file, in the order given, in the shape written down', async () => {
    const { code, out, err } = await cli(['analyse', 'larkmoor-water', 'nowhere.pdf', '--json'])
    const found = lines(analyseShape, out)
    expect(found.map(({ file, result, code: why }) => [file, result.startsWith('imported') || why])).toEqual([
      ['larkmoor-water/2025-01-agenda.md', true],
      ['larkmoor-water/2025-01-minutes.md', true],
      ['larkmoor-water/2025-02-agenda.md', true],
      ['larkmoor-water/broken.pdf', 'damaged'],
      ['larkmoor-water/deeper/2025-03-agenda.md', true],
      ['larkmoor-water/empty.txt', 'empty'],
      ['nowhere.pdf', 'not-found'],
    ])
    expect(code).toBe(1)
    expect(err).toContain('nowhere.pdf: There is no file at this place.')
    const [first] = found
    const bytes = readFileSync(join(papers, '2025-01-agenda.md'))
    expect(first).toMatchObject({
      sha256: createHash('sha256').update(bytes).digest('hex'),
      kind: 'agenda',
      meeting: { date: '2025-01-14', start: '09:00', end: '10:30' },
    })
    expect(first?.items.map((item) => [item.title, item.planned?.minutes])).toEqual([
      ['Welcome and apologies', 5],
      ['Results of the household survey', 40],
      ['Budget and forecast', 45],
    ])
    for (const { items, passages } of found)
      for (const { probabilities } of [...items.flatMap((item) => item.passages), ...passages])
        expect(Object.values(probabilities).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6)
    const top = Object.keys(JSON.parse(out.split('\n')[0] ?? '{}'))
    expect(top.filter((key) => key !== 'code')).toEqual([
      'file',
      'sha256',
      'result',
      'kind',
      'pages',
      'meeting',
      'items',
      'passages',
      'actions',
      'decisions',
      'attendance',
      'measures',
      'warnings',
    ])
  })
})

describe('classify', () => {
  test('answers each line in order and goes on after one it does not understand', async () => {
    const given = [
      { id: 'a', text: 'Households complained that nobody answers the telephone.', item: 'Survey' },
      { id: 2, text: 'Apologies were received.', before: 'The chair opened the meeting.', after: null },
    ]
    const input = `${JSON.stringify(given[0])}\n\nnonsense\n${JSON.stringify(given[1])}\n`
    const { code, out, err } = await cli(['classify', '--customer-terms', 'households'], { input })
    expect(lines(classifyShape, out).map(({ id }) => id)).toEqual(['a', 2])
    expect(code).toBe(1)
    expect(err).toBe('Line 3 was not understood.\n')
  })
})

describe('a library', () => {
  test('takes a folder in, reads it back, and knows it again', async () => {
    const imported = await cli(['import', 'larkmoor-water', '--data', data, '--json'])
    const first = lines(importShape, imported.out)
    expect(imported.code).toBe(1)
    expect(first.map(({ result, code }) => (result === 'refused' ? code : 'in'))).toEqual([
      'in',
      'in',
      'in',
      'damaged',
      'in',
      'empty',
    ])
    expect(new Set(first.flatMap(({ meeting }) => (meeting ? [meeting.board] : []))).size).toBe(1)

    const meetings = meetingsShape.parse(JSON.parse((await cli(['meetings', '--data', data, '--json'])).out))
    expect(meetings.map(({ date }) => date)).toEqual(['2025-01-14', '2025-02-11', '2025-03-11'])
    expect(meetings[0]?.documents.map(({ kind }) => kind).toSorted()).toEqual(['agenda', 'minutes'])
    expect(meetings[0]?.measures.planned?.total).toBe(90)

    const trend = lines(trendShape, (await cli(['trend', '--data', data, '--json'])).out)
    expect(trend).toMatchObject([{ lens: 'planned', trend: { verdict: 'too few meetings' } }])
    expect(trend[0]?.meetings).toHaveLength(3)
    const csv = (await cli(['trend', '--lens', 'record', '--csv', '--data', data])).out.trim().split('\r\n')
    expect(csv).toHaveLength(2)
    expect(csv[0]).toMatch(/^board,lens,date,total/)

    const meeting = await cli(['meeting', meetings[0]?.id ?? '', '--data', data, '--json'])
    expect(JSON.parse(meeting.out)).toMatchObject({ date: '2025-01-14' })
    const search = await cli(['search', 'complaint', '--data', data, '--json'])
    expect(JSON.parse(search.out)).toMatchObject({ total: 1, hits: [{ date: '2025-01-14' }] })

    cpSync(join(papers, '2025-01-agenda.md'), join(folder, 'copy.md'))
    const again = await cli([
      'import',
      'larkmoor-water/2025-01-agenda.md',
      'copy.md',
      '--data',
      data,
      '--json',
    ])
    expect(again.code).toBe(0)
    for (const line of lines(importShape, again.out)) {
      expect(line).toMatchObject({
        result: 'refused',
        code: 'duplicate',
        duplicateOf: { name: '2025-01-agenda.md' },
      })
      expect(line.meeting?.date).toBe('2025-01-14')
    }
  })

  test('says nothing but JSON on standard output, and words on the other', async () => {
    const { out, err } = await cli(['meetings', '--data', data])
    expect(() => JSON.parse(out)).not.toThrow()
    expect(err).toContain('2025-01-14')
  })

  test('prints the register and the questions in the shapes written down', async () => {
    const { out } = await cli(['meetings', '--json', '--data', data])
    const board = lines(meetingsShape, out)[0]?.[0]?.board ?? ''
    const customers = await cli(['customers', '--json', '--data', data, '--board', board])
    expect(lines(customersShape, customers.out)[0]).toMatchObject({
      customers: [],
      record: { withMinutes: 1 },
    })
    const questions = await cli(['questions', '--json', '--data', data, '--board', board])
    expect(lines(questionsShape, questions.out)[0]?.questions).toHaveLength(8)
  })

  test('files under the board that is named', async () => {
    const other = join(folder, 'other')
    const { out } = await cli([
      'import',
      'elsewhere.md',
      '--board',
      'The Trustees',
      '--data',
      other,
      '--json',
    ])
    expect(lines(importShape, out)[0]?.meeting?.board).toBe('The Trustees')
  })

  test('goes on with what a killed import left behind', async () => {
    const place = join(folder, 'killed')
    const many = join(folder, 'many')
    mkdirSync(many)
    for (let n = 1; n <= 8; n += 1) writeFileSync(join(many, `${n}.md`), agenda(`${n} June 2025`))
    const child = spawn(process.execPath, [main, 'import', many, '--data', place, '--json'], {
      stdio: 'ignore',
    })
    await new Promise((next) => setTimeout(next, 1800))
    child.kill('SIGKILL')
    await new Promise((next) => child.once('close', next))
    const again = await cli(['import', many, '--data', place, '--json'])
    expect(again.code).toBe(0)
    const after = meetingsShape.parse(JSON.parse((await cli(['meetings', '--data', place, '--json'])).out))
    expect(after.map(({ date }) => date)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((day) => `2025-06-0${day}`))
    expect(after.every(({ documents }) => documents.length === 1)).toBe(true)
  })

  test('a library that another program holds open is said to be', async () => {
    const serving = spawn(process.execPath, [main, 'serve', '--data', data], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const words = await new Promise<string>((next) => {
      let text = ''
      serving.stderr.setEncoding('utf8').on('data', (piece: string) => {
        text += piece
        if (text.includes('Ctrl+C')) next(text)
      })
    })
    const address = /http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{64}/.exec(words)?.[0] ?? ''
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303)
    const busy = await cli(['meetings', '--data', data])
    expect(busy.code).toBe(1)
    expect(busy.err).toContain('open in another window')
    serving.kill('SIGTERM')
    const code = await new Promise((next) => serving.once('close', next))
    expect(code).toBe(0)
    expect((await cli(['meetings', '--data', data])).code).toBe(0)
  })
})

describe('safety', () => {
  test('a backup is made, the library checked, and the backup put back in a new place', async () => {
    const file = join(folder, 'library.emptychair')
    const made = await cli(['backup', file, '--json', '--data', data])
    expect(made.code).toBe(0)
    const [entry] = lines(backupShape, made.out)
    expect(entry).toMatchObject({ file, kind: 'whole' })
    expect(entry?.documents).toBeGreaterThan(0)
    expect(await cli(['backup', file, '--data', data])).toMatchObject({ code: 2 })
    const checked = await cli(['verify', '--json', '--data', data])
    expect(checked.code).toBe(0)
    expect(lines(verifyShape, checked.out)[0]).toMatchObject({ documents: entry?.documents, problems: [] })

    const elsewhere = join(folder, 'elsewhere')
    expect(await cli(['restore', file, '--data', elsewhere])).toMatchObject({ code: 0 })
    const before = await cli(['meetings', '--json', '--data', data])
    expect((await cli(['meetings', '--json', '--data', elsewhere])).out).toBe(before.out)
    writeFileSync(join(folder, 'no-backup'), 'no backup')
    expect(await cli(['restore', join(folder, 'no-backup'), '--data', elsewhere])).toMatchObject({ code: 1 })
    expect((await cli(['meetings', '--json', '--data', elsewhere])).out).toBe(before.out)
  })
})

describe('misuse', () => {
  test.each([
    [[]],
    [['unknown']],
    [['analyse']],
    [['import']],
    [['import', 'x', '--lens', 'planned']],
    [['trend', '--lens', 'guessed']],
    [['trend', '--json', '--csv']],
    [['trend', '--board', 'No such board']],
    [['questions']],
    [['meeting']],
    [['meeting', 'nosuchmeeting']],
    [['search']],
    [['serve', '--port', '99999']],
    [['meetings', '--nonsense']],
  ])('%j ends with 2 and a sentence', async (words) => {
    const { code, out, err } = await cli(words, { env: { EMPTY_CHAIR_LIBRARY: join(folder, 'misused') } })
    expect([code, out]).toEqual([2, ''])
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(err).not.toMatch(/\n\s+at /)
  })

  test('help and version are answers', async () => {
    expect(await cli(['--help'])).toMatchObject({ code: 0, out: expect.stringContaining('analyse FILE') })
    expect(await cli(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    })
  })
})
