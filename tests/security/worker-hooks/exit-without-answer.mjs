import { onJob } from './answer.mjs'

onJob(() => process.exit(0))
