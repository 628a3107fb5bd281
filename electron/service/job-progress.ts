export type JobStage = 'reading' | 'structuring' | 'classifying' | 'storing'

/** How much of a file's time each stage takes, by measurement on long packs; they sum to 1. */
export const STAGE_WEIGHTS: Readonly<Record<JobStage, number>> = {
  reading: 0.6,
  structuring: 0.1,
  classifying: 0.25,
  storing: 0.05,
}

const ORDER: readonly JobStage[] = ['reading', 'structuring', 'classifying', 'storing']

/** Progress over all stages, 0 to 1, from how far one stage is. Fractions outside 0 to 1 are held to it. */
export function overallProgress(stage: JobStage, fraction: number): number {
  const before = ORDER.slice(0, ORDER.indexOf(stage)).reduce(
    (sum, earlier) => sum + STAGE_WEIGHTS[earlier],
    0,
  )
  const within = Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : 0
  return Math.min(1, before + STAGE_WEIGHTS[stage] * within)
}
