import { answer, onJob, refused } from './answer.mjs'

onJob((job) => {
  answer(job, refused)
  answer(job, { kind: 'refused', code: 'damaged' })
})
