import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { bundleProgram } from './bundle-program.ts'
import { generatePack } from './generate-pack.ts'
import { runMeasured } from './run-measured.ts'
import type { Measured } from './run-measured.ts'

/**
 * A generated pack with bookmarks, imported whole by the program as it is shipped, bundled, against pdf-parse alone
 * extracting its text: whole processes, in turn, in one run. usage: bench.ts [PAGES] [ROUNDS]
 */
const pages = Number(process.argv[2] ?? 300)
const rounds = Number(process.argv[3] ?? 5)
const importedShape = z.object({
  firstProgressMs: z.number(),
  keptMs: z.number(),
  items: z.number(),
  passages: z.number(),
})

const folder = mkdtempSync(join(tmpdir(), 'empty-chair-bench-'))
try {
  const pack = join(folder, 'pack.pdf')
  writeFileSync(pack, await generatePack(pages))
  const importWhole = await bundleProgram()
  const pdfParseAlone = join(import.meta.dirname, 'pdf-parse-alone.ts')
  const wholeRuns: Measured[] = []
  const aloneRuns: Measured[] = []
  // The first round warms the disk's cache and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    const alone = await runMeasured(pdfParseAlone, [pack])
    const whole = await runMeasured(importWhole, [pack])
    if (round === 0) continue
    aloneRuns.push(alone)
    wholeRuns.push(whole)
  }
  const imported = wholeRuns.map((run) => importedShape.parse(JSON.parse(run.stdout)))
  console.table({
    'pdf-parse alone': row(seconds(aloneRuns), memory(aloneRuns)),
    'imported whole': row(seconds(wholeRuns), memory(wholeRuns)),
  })
  console.log({
    pages,
    items: imported[0]?.items,
    passages: imported[0]?.passages,
    ratio: round2(median(wholeRuns.map((run, i) => run.seconds / (aloneRuns[i]?.seconds ?? Number.NaN)))),
    memoryMegabytes: Math.round(Math.max(...memory(wholeRuns))),
    firstProgressSeconds: round2(median(imported.map((run) => run.firstProgressMs / 1000))),
    keptAfterSeconds: round2(median(imported.map((run) => run.keptMs / 1000))),
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function seconds(runs: readonly Measured[]): number[] {
  return runs.map((run) => run.seconds)
}

function memory(runs: readonly Measured[]): number[] {
  return runs.map((run) => run.peakMegabytes ?? Number.NaN)
}

function row(times: readonly number[], megabytes: readonly number[]) {
  return {
    'seconds min': round2(Math.min(...times)),
    'seconds median': round2(median(times)),
    'seconds max': round2(Math.max(...times)),
    'peak MB': Math.round(Math.max(...megabytes)),
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}
