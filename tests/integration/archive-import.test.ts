import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openService } from '../../electron/service/open-service.ts'
import type { Service } from '../../electron/service/service.ts'
import type { ImportJob } from '../../shared/model/library.ts'
import { writeZip } from '../unit/ingest/write-zip.ts'

// The whole way, with real readers in real children: an archive and a message become files of the queue.

const AGENDA =
  'Saltmarsh Ferry Board\nAgenda\n14 April 2026\n\n1. Welcome (5 min)\n2. Letters from passengers (30 min)\n'
const MINUTES =
  'Saltmarsh Ferry Board\nMinutes of the meeting held on 14 April 2026\n\nPresent: Bram Teller\n\n1. Welcome\nAll were welcomed.\n'
const MESSAGE = `From: Ines Okafor <ines@ferry.example>\r\nSubject: Saltmarsh Ferry Board\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="edge"\r\n\r\n--edge\r\n\r\nThe minutes are attached.\r\n--edge\r\nContent-Type: text/plain; name="minutes.txt"\r\nContent-Disposition: attachment; filename="minutes.txt"\r\n\r\n${MINUTES.replaceAll('\n', '\r\n')}--edge--\r\n`

const ended = (job: ImportJob): boolean =>
  !['waiting', 'reading', 'structuring', 'classifying'].includes(job.state)

describe('importing what is packed', () => {
  let folder: string
  let service: Service

  const add = async (name: string, bytes: Uint8Array): Promise<ImportJob> => {
    const writer = await service.store.writeOriginal()
    await writer.append(bytes)
    return service.imports.add(name, await writer.finish(), { batch: 'page', folders: [] })
  }
  const settled = async (): Promise<[string, string, string | null][]> => {
    await expect.poll(() => service.imports.list().every(ended), { timeout: 120_000 }).toBe(true)
    return service.imports.list().map(({ name, state, code }) => [name, state, code])
  }

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'empty-chair-archive-'))
    service = openService({ folder, host: 'command line', log: () => undefined, clock: () => new Date() })
  })
  afterAll(async () => {
    await service?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('each file in it is a file of its own, named by where it was; one that fails costs itself', async () => {
    const bytes = writeZip({
      '2026/agenda.txt': AGENDA,
      '__MACOSX/2026/._agenda.txt': 'x',
      '../outside.txt': 'x',
      'message.eml': MESSAGE,
      'again/agenda.txt': AGENDA,
    })
    const pack = await add('pack.zip', bytes)
    expect(await settled()).toEqual([
      ['pack.zip', 'opened', null],
      ['pack.zip › 2026/agenda.txt', 'review', null],
      ['pack.zip › ../outside.txt', 'refused', 'unsafe-name'],
      ['pack.zip › message.eml', 'review', null],
      ['pack.zip › again/agenda.txt', 'refused', 'duplicate'],
      ['pack.zip › message.eml › minutes.txt', 'review', null],
    ])
    expect(service.imports.job(pack.id).message).toBe('Opened: 4 files were found in it.')
    expect(service.imports.entriesOf(pack.id)).toHaveLength(4)
    const [, agenda, , message, , minutes] = service.imports.list()
    expect([agenda?.kind, message?.kind, minutes?.kind]).toEqual(['agenda', 'paper', 'minutes'])
    expect([agenda?.date, minutes?.date]).toEqual(['2026-04-14', '2026-04-14'])
    // The original kept is the entry's own bytes.
    const sha256 = service.store.jobOriginal(agenda?.id ?? '')
    const path = sha256 === null ? null : service.store.originalPath(sha256)
    expect(path !== null && existsSync(path) && readFileSync(path, 'utf8')).toBe(AGENDA)
  })

  test('an archive that cannot be trusted is refused whole, and leaves nothing', async () => {
    await service.imports.clear()
    const before = service.imports.list().length
    const deep = Object.fromEntries(Array.from({ length: 5001 }, (_, at) => [`${at}.txt`, `${at}`]))
    await add('many.zip', writeZip(deep))
    await add('clutter.zip', writeZip({ '.DS_Store': 'x' }))
    await add('damaged.zip', writeZip({ 'a.txt': 'x' }).slice(0, 60))
    const jobs = (await settled()).slice(before)
    expect(jobs).toEqual([
      ['many.zip', 'refused', 'too-many-entries'],
      ['clutter.zip', 'refused', 'empty'],
      ['damaged.zip', 'refused', 'damaged'],
    ])
  })

  test('stopped half way, none of it is taken in', async () => {
    await service.imports.clear()
    const before = service.imports.list().length
    const files = Object.fromEntries(
      Array.from({ length: 400 }, (_, at) => [`${at}.txt`, `${AGENDA}${at}\n${'word '.repeat(20_000)}`]),
    )
    const job = await add('long.zip', writeZip(files))
    await expect
      .poll(() => service.imports.job(job.id).progress, { timeout: 60_000, interval: 5 })
      .toBeGreaterThan(0)
    service.imports.cancel([job.id])
    expect((await settled()).slice(before)).toEqual([['long.zip', 'cancelled', 'cancelled']])
  })
})
