import { onJob } from './answer.mjs'

onJob((job) => {
  const part = new Uint8Array(4 * 1024 * 1024).fill(32)
  const more = () => {
    process.send({ type: 'answer', sequence: job.sequence, part, last: false }, undefined, undefined, more)
  }
  more()
})
