/** Letters and digits only, so that line ends, tabs and bullets do not keep the same words apart. */
const KEPT = /[\p{L}\p{N}]/u

/** The kept characters of a text and where each stood. */
function skeleton(text: string): { letters: string; places: number[] } {
  let letters = ''
  const places: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (!KEPT.test(character)) continue
    letters += character
    places.push(at)
  }
  return { letters, places }
}

/** Where a passage stands in a block's text, in the block's offsets; null where it is not there as such. */
export function findPassage(blockText: string, passageText: string): { start: number; end: number } | null {
  const block = skeleton(blockText)
  const passage = skeleton(passageText)
  if (passage.letters === '') return null
  const at = block.letters.indexOf(passage.letters)
  if (at === -1) return null
  const start = block.places[at]
  const last = block.places[at + passage.letters.length - 1]
  return start === undefined || last === undefined ? null : { start, end: last + 1 }
}

/** Offsets of a passage's words carried over to the block it stands in. */
export function carrySpans(
  blockText: string,
  passageText: string,
  spans: readonly { start: number; end: number }[],
): { start: number; end: number }[] {
  const block = skeleton(blockText)
  const passage = skeleton(passageText)
  const at = passage.letters === '' ? -1 : block.letters.indexOf(passage.letters)
  if (at === -1) return []
  return spans.flatMap((span) => {
    const first = passage.places.findIndex((place) => place >= span.start)
    const last = passage.places.findLastIndex((place) => place < span.end)
    const start = block.places[at + first]
    const end = block.places[at + last]
    return first === -1 || last < first || start === undefined || end === undefined
      ? []
      : [{ start, end: end + 1 }]
  })
}
