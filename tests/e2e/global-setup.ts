import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** What the files of one run share, such as the sample board's library. */
    prepared: string
  }
}

/** A folder for what is prepared once a run; gone when the run ends. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'empty-chair-prepared-'))
  project.provide('prepared', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
