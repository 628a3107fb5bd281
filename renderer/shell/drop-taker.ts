/** A screen that wants dropped files for itself, instead of Import. */
export interface DropTaker {
  /** What dropping does there, for the cover that shows while files are over the window. */
  readonly words: string
  take(files: readonly File[]): void
}

let taker: DropTaker | null = null

export const dropTaker = (): DropTaker | null => taker

/** Answers the function that gives the files back to Import. */
export function takeDrops(next: DropTaker): () => void {
  taker = next
  return () => {
    if (taker === next) taker = null
  }
}
