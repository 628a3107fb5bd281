import { answer, onJob, refused } from './answer.mjs'

onJob((job) => answer({ sequence: job.sequence + 1 }, refused))
