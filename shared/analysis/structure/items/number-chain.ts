/** A line that may open an item, under one reading of its number. */
export interface ChainLink {
  /** Position in the list of lines. */
  at: number
  value: number
  /** How much this looks like a title: −1 to 5. */
  weight: number
  /** Lines of one list look alike: same text means same look. */
  look: string
}

interface State {
  link: ChainLink
  score: number
  length: number
  previous: State | null
}

/**
 * The likeliest run of item numbers among many readings: counting up by one is rewarded, gaps and restarts cost,
 * links that look alike attract each other. Time is linear in the number of links.
 */
export function bestChain(
  links: readonly ChainLink[],
  options: { restarts: boolean },
): { links: ChainLink[]; score: number } {
  const ending = new Map<number, State[]>()
  let bestAny: State | null = null
  let top: State | null = null
  for (const link of links) {
    let state: State = { link, score: link.weight + startCost(link.value), length: 1, previous: null }
    const consider = (previous: State | undefined | null, bonus: number) => {
      if (!previous || previous.link.at >= link.at) return
      const alike = previous.link.look === link.look ? 1 : -0.5
      const score = previous.score + link.weight + bonus + alike
      if (score > state.score) state = { link, score, length: previous.length + 1, previous }
    }
    for (const s of ending.get(link.value - 1) ?? []) consider(s, 2)
    for (const s of ending.get(link.value - 2) ?? []) consider(s, -0.5)
    for (const s of ending.get(link.value - 3) ?? []) consider(s, -1.5)
    // A number printed twice by mistake.
    for (const s of ending.get(link.value) ?? []) if (s.link.value > 1) consider(s, -1)
    // A list inside an item starts at one as well; a second agenda starts with a title that looks like one.
    if (options.restarts && link.value === 1) consider(bestAny, link.weight >= 2 ? -2.5 : -9)
    keep(ending, state)
    if (!bestAny || state.score > bestAny.score) bestAny = state
    if (!top || state.score > top.score) top = state
  }
  const chosen: ChainLink[] = []
  for (let s: State | null = top; s; s = s.previous) chosen.push(s.link)
  return { links: chosen.toReversed(), score: top?.score ?? 0 }
}

/** Lists begin at one; a list that begins later is less likely one, unless its numbers run over the years. */
function startCost(value: number): number {
  if (value === 1) return 1
  if (value <= 3) return -0.5
  return value > 20 ? 0 : -1.5
}

/** Up to two states per value, of different looks. */
function keep(ending: Map<number, State[]>, state: State): void {
  const states = ending.get(state.link.value) ?? []
  const alike = states.findIndex((s) => s.link.look === state.link.look)
  if (alike >= 0) {
    const old = states[alike]
    if (!old || state.score >= old.score) states[alike] = state
  } else if (states.length < 3) states.push(state)
  else {
    const weakest = states.reduce((w, s, i) => (s.score < (states[w]?.score ?? Infinity) ? i : w), 0)
    if (state.score > (states[weakest]?.score ?? -Infinity)) states[weakest] = state
  }
  ending.set(state.link.value, states)
}
