/**
 * Works on several inputs at a time and hands the results on in the order of the inputs. No more than `ahead` results
 * wait for a slower one before them, so memory stays bounded however long the list is.
 */
export async function* inOrder<I, O>(
  inputs: readonly I[],
  parallel: number,
  work: (input: I) => Promise<O>,
  ahead = parallel * 4,
): AsyncGenerator<O> {
  const pending: Promise<O>[] = []
  let active = 0
  const waiting: (() => void)[] = []
  const begin = async (input: I): Promise<O> => {
    // A place that becomes free is handed to the next in line, so the count stays.
    if (active >= parallel) await new Promise<void>((resolve) => waiting.push(resolve))
    else active += 1
    try {
      return await work(input)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else active -= 1
    }
  }
  for (const input of inputs) {
    const begun = begin(input)
    // Its rejection is met where the result is awaited.
    begun.catch(() => undefined)
    pending.push(begun)
    if (pending.length > ahead) {
      const first = pending.shift()
      if (first) yield await first
    }
  }
  for (const result of pending) yield await result
}
