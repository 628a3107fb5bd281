const WORD = /[\p{L}\p{N}]+/gu

/** Runs of letters and digits: what a passage weighs. */
export function countWords(text: string): number {
  let count = 0
  for (const _ of text.matchAll(WORD)) count += 1
  return count
}
