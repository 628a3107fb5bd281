import { onJob } from './answer.mjs'

onJob(() => process.send({ type: 'please-run', command: 'x' }))
