import { structureDocument } from '../../shared/analysis/structure/structure-document.ts'
import { textDocument } from '../golden/structure/text-document.ts'
import { ATTACK_SEEDS, attackTexts } from '../unit/structure/attack-strings.ts'

/**
 * How the work of structuring grows with hostile text: the time of twice the text over the time of the text, for
 * each seed and shape; 2 is linear. Times under 60 ms say nothing and are marked so.
 * usage: attack-strings.ts [CHARACTERS = 250000] [PART OF A SEED'S NAME]
 */
const size = Number(process.argv[2] ?? 250_000)
const only = process.argv[3] ?? ''
const ALLOWED = 2.5

function milliseconds(text: string): number {
  const document = textDocument(text)
  // Processor time: what else the machine does has no part in it.
  const started = process.cpuUsage()
  structureDocument(document, { fileName: 'input.txt', dateOrder: 'from-documents' })
  return process.cpuUsage(started).user / 1000
}

const rows: { seed: string; shape: string; ms: number; doubled: number; ratio: number }[] = []
milliseconds('Board minutes\n\n1. Welcome')
for (const [seed, value] of Object.entries(ATTACK_SEEDS)) {
  if (!seed.includes(only)) continue
  const half = attackTexts(value, size)
  const whole = attackTexts(value, size * 2)
  half.forEach(({ shape, text }, i) => {
    // The better of two runs: what the machine does beside it only ever adds.
    const ms = Math.min(milliseconds(text), milliseconds(text))
    const doubled = Math.min(milliseconds(whole[i]?.text ?? ''), milliseconds(whole[i]?.text ?? ''))
    rows.push({ seed, shape, ms: Math.round(ms), doubled: Math.round(doubled), ratio: doubled / ms })
  })
}
const worst = rows
  .filter((row) => row.doubled >= 60)
  .toSorted((a, b) => b.ratio - a.ratio)
  .map((row) => ({ ...row, ratio: Number(row.ratio.toFixed(2)) }))
console.table(worst.slice(0, 40))
console.log({
  characters: [size, size * 2],
  measured: rows.length,
  tooShortToTell: rows.length - worst.length,
  over: worst.filter((row) => row.ratio > ALLOWED).length,
  slowestMs: Math.max(...rows.map((row) => row.doubled)),
})
