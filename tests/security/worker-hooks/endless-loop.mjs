import { onJob } from './answer.mjs'

onJob(() => {
  for (;;);
})
