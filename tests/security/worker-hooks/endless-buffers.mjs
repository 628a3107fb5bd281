import { onJob } from './answer.mjs'

onJob(() => {
  const kept = []
  const grow = () => {
    kept.push(new Uint8Array(64 * 1024 * 1024).fill(1))
    setTimeout(grow, 5)
  }
  grow()
})
