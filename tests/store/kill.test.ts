/* oxlint-disable vitest/no-conditional-expect -- a generated or timed case need not reach every branch */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLibraryStore } from '../../electron/store/open-library-store.ts'
import { NOW, withFolder } from './library-fixture.ts'

const KILLS = 30
const child = join(import.meta.dirname, 'kill-child.ts')

/** Runs the importing child, kills it at a moment of its own, and returns what it acknowledged. */
function runAndKill(root: string, run: number, afterOpen: number): Promise<string[][]> {
  return new Promise((resolve, reject) => {
    const running = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', child, root, String(run)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    let output = ''
    let isTimed = false
    running.stdout.on('data', (data: Buffer) => {
      output += data.toString()
      if (isTimed || !output.includes('OPEN')) return
      isTimed = true
      try {
        expect(() => openLibraryStore({ folder: join(root, 'library'), now: NOW })).toThrow(
          expect.objectContaining({ code: 'library-busy' }),
        )
      } catch (error) {
        reject(error instanceof Error ? error : new Error('the library was not busy'))
      }
      setTimeout(() => running.kill('SIGKILL'), afterOpen)
    })
    running.on('error', reject)
    running.on('close', (exitCode) => {
      if (exitCode !== null) reject(new Error(`the child ended by itself with ${exitCode}`))
      // The last line may be cut: what was not said in full was not acknowledged.
      else
        resolve(
          output
            .split('\n')
            .slice(0, -1)
            .map((line) => line.split(' ')),
        )
    })
  })
}

test(
  `${KILLS} kills while importing and deleting: one owner at a time, what was acknowledged is whole, nothing is half`,
  { timeout: 180_000 },
  () =>
    withFolder(async (root) => {
      const kept = new Map<string, string>()
      const dropping = new Set<string>()
      const gone = new Set<string>()
      for (let run = 0; run < KILLS; run += 1) {
        const lines = await runAndKill(root, run, (run * 137) % 700)
        for (const [word, id = '', sha256 = ''] of lines) {
          if (word === 'ACK') kept.set(id, sha256)
          if (word === 'DROP') dropping.add(id)
          if (word === 'GONE') gone.add(id)
        }
        const store = openLibraryStore({ folder: join(root, 'library'), now: NOW, check: true })
        const documents = store.boards().flatMap((board) => store.documentsOf(board.id))
        const ids = new Set(documents.map((document) => document.id))
        for (const id of kept.keys()) {
          if (gone.has(id)) expect(ids.has(id)).toBe(false)
          else if (!dropping.has(id)) expect(ids.has(id)).toBe(true)
        }
        for (const meeting of store.meetings()) {
          const detail = store.meeting(meeting.id)
          for (const document of detail.documents)
            expect(detail.passages.filter((passage) => passage.documentId === document.id)).toHaveLength(40)
        }
        for (const document of documents) expect(store.originalPath(document.sha256)).not.toBeNull()
        for (const job of store.jobs()) if (job.state === 'review') expect(store.draft(job.id)).not.toBeNull()
        expect((await store.verify()).problems).toEqual([])
        store.close()
      }
      expect(kept.size).toBeGreaterThan(KILLS)
    }),
)
