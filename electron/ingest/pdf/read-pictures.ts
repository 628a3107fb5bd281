import type { Line } from '../layout/text-run.ts'
import type { ReadOptions } from '../document-reader.ts'
import { RecognitionNeeded } from '../read-refusal.ts'
import { recognitionOf } from '../recognise/recognised-page.ts'
import type { RecognisedPage } from '../recognise/recognised-page.ts'
import { startTextEngine } from '../recognise/text-engine.ts'
import type { ReadPage } from './read-pages.ts'
import { holdsPictures, leastShareFor, recognisePages } from './recognise-pages.ts'

/** A stamp, a page number or a running head; a page of this little text may be a scan all the same. */
const FEW_LETTERS = 60
/** Recognised words replace a page's own only where there are so many times more of them. */
const FAR_MORE = 3

const lettersOf = (lines: readonly Line[]): number =>
  lines.reduce(
    (sum, line) => sum + line.segments.reduce((letters, { characters }) => letters + characters, 0),
    0,
  )

function withPicture(read: ReadPage, recognised: RecognisedPage | undefined): ReadPage {
  if (!recognised || lettersOf(recognised.lines) < FAR_MORE * lettersOf(read.lines)) return read
  const { number, width, height } = read.page
  const onSide = recognised.turns % 2 === 1
  const size = onSide
    ? { width: recognised.height, height: recognised.width }
    : { width: recognised.width, height: recognised.height }
  return {
    page: {
      number,
      width: width ?? size.width,
      height: height ?? size.height,
      hasText: true,
      recognition: recognitionOf(recognised),
    },
    lines: recognised.lines,
    upright: true,
    rules: recognised.rules,
    turned: read.lines.length > 0 ? [read.lines, ...read.turned] : read.turned,
    failed: false,
    recognised,
  }
}

/**
 * Adds the words of pages that are pictures. Where the engine is not installed, or nobody allowed the time for it,
 * the pages stay as they are.
 * @throws RecognitionNeeded where that is to be asked for first
 */
export async function readPictures(
  bytes: Uint8Array,
  pages: readonly ReadPage[],
  options: ReadOptions,
): Promise<{ pages: readonly ReadPage[]; leftOut: readonly number[] }> {
  const { recognition, password, signal } = options
  const numbers = new Map(
    pages
      .map(({ page, lines }) => [page.number, lettersOf(lines)] as const)
      .filter(([, letters]) => letters < FEW_LETTERS)
      .map(([number, letters]) => [number, leastShareFor(letters)]),
  )
  if (recognition === undefined || numbers.size === 0) return { pages, leftOut: [] }
  if (recognition === 'ask') {
    if ((await startTextEngine()) !== null && (await holdsPictures(bytes, numbers, password)))
      throw new RecognitionNeeded(numbers.size)
    return { pages, leftOut: [] }
  }
  const engine = await startTextEngine()
  if (engine === null) return { pages, leftOut: [] }
  const { pages: recognised, leftOut } = await recognisePages({
    ...recognition,
    bytes,
    numbers,
    engine,
    password,
    signal,
  })
  return {
    pages: pages.map((read) => withPicture(read, recognised.get(read.page.number))),
    leftOut: leftOut.filter((number) => numbers.get(number) === leastShareFor(0)),
  }
}
