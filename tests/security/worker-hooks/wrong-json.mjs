import { answer, onJob } from './answer.mjs'

onJob((job) => answer(job, '{"kind":"analysed","document":'))
