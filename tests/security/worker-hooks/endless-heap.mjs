import { onJob } from './answer.mjs'

onJob(() => {
  const kept = []
  for (;;) kept.push({ at: kept.length, words: `${kept.length}` })
})
