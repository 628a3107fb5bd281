import { setImmediate } from 'node:timers/promises'
import type { VerifyProblem, VerifyReport } from './library-store.ts'
import type { Library } from './library.ts'
import { computeRollUp } from './read-meeting.ts'

function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

/** True when the object holds the same values, whatever their order. */
const same = (left: unknown, right: unknown): boolean => {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null)
    return (
      left === right ||
      (typeof left === 'number' && typeof right === 'number' && Math.abs(left - right) < 1e-9)
    )
  const entries = Object.entries(left)
  const others = new Map(Object.entries(right))
  return entries.length === others.size && entries.every(([key, value]) => same(value, others.get(key)))
}

/**
 * Compares all that is stored with its hashes and recomputes every roll-up. SQLite's own checks miss most changed
 * bytes of text; the hashes do not. Nothing is mended. Other work goes on between documents.
 */
export async function verifyLibrary(library: Library): Promise<VerifyReport> {
  const problems: VerifyProblem[] = []
  const report = (
    kind: VerifyProblem['kind'],
    message: string,
    meetingId: string | null = null,
    documentId: string | null = null,
  ) => problems.push({ kind, meetingId, documentId, message })

  if (attempt(() => library.db.pragma('quick_check(1)', { simple: true })) !== 'ok')
    report('database', 'The library file has damaged pages.')
  const broken = attempt(() => library.db.pragma('foreign_key_check'))
  if (!Array.isArray(broken) || broken.length > 0)
    report('database', 'Parts of the library do not fit together.')
  const index = attempt(() => {
    library.db.exec("INSERT INTO passages_index (passages_index, rank) VALUES ('integrity-check', 1)")
    return true
  })
  if (index === null) report('database', 'The search index does not match what is stored.')

  const documents = attempt(() => library.documents.allIds()) ?? []
  for (const id of documents) {
    await setImmediate()
    const meetingId = attempt(() => library.documents.brief(id))?.meeting_id ?? null
    if (attempt(() => library.documents.isWhole(id)) !== true)
      report('document', 'A document is not as it was stored.', meetingId, id)
  }
  for (const id of attempt(() => library.meetings.allIds()) ?? []) {
    await setImmediate()
    const isRight = attempt(() => {
      const { measures, passages, settled } = computeRollUp(library, id)
      const stored = library.meetings.summaryOf(id)
      return same(measures, stored.measures) && passages === stored.passages && settled === stored.settled
    })
    if (isRight !== true) report('roll-up', 'The figures of a meeting are not those of its documents.', id)
  }
  const originals = [...(attempt(() => library.documents.neededOriginals()) ?? [])]
  for (const sha256 of originals) {
    const now = await library.originals.hashNow(sha256).catch(() => null)
    if (now === sha256) continue
    const document = attempt(() => library.documents.byOriginal(sha256))
    report(
      'original',
      now === null ? 'An original is missing.' : 'An original is not as it was given.',
      document?.meeting_id ?? null,
      document?.id ?? null,
    )
  }
  return { documents: documents.length, originals: originals.length, problems }
}
