import type { Service } from '../service/service.ts'
import type { Output } from './output.ts'

const ENDED = new Set(['kept', 'discarded', 'undone', 'refused', 'cancelled', 'opened', 'review'])

/** Puts the sample board into an empty library and waits until all of it is kept. */
export async function prepareDemo(service: Service, output: Output): Promise<void> {
  if (!service.store.isEmpty()) return
  output.say('Reading the papers of the sample board. This takes a moment.')
  const reply = await service.call('sample.import', {})
  if (!reply.ok) {
    output.say(reply.failure.message)
    return
  }
  const ids = service.imports.list().map((job) => job.id)
  await Promise.all(ids.map((id) => service.imports.settled(id)))
  // Keeping follows the last reading at once; jobs still in review then were never asked to be kept.
  await new Promise<void>((resolve) => setImmediate(resolve))
  const jobs = service.imports.list()
  const kept = jobs.filter((job) => job.state === 'kept').length
  output.say(
    `${kept} of ${jobs.filter((job) => ENDED.has(job.state)).length} papers are in the sample library.`,
  )
  await service.call('imports.clear', {})
}
