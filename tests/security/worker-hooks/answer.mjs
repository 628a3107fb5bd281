// What a well-behaved child does with an answer of its own choosing.
export function answer(job, outcome) {
  const part = Buffer.from(typeof outcome === 'string' ? outcome : JSON.stringify(outcome))
  process.send({ type: 'answer', sequence: job.sequence, part: new Uint8Array(part), last: true })
}
export const onJob = (act) => process.on('message', act)
export const refused = { kind: 'refused', code: 'empty' }
