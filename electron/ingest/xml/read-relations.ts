import type { Archive } from '../archive/open-archive.ts'
import { parseXml } from './parse-xml.ts'

export interface Relation {
  readonly id: string
  readonly type: string
  /** A name in the archive. */
  readonly target: string
}

/** A target beside or above its source, as a name in the archive; it never leads out of it. */
function resolved(source: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts = source.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

/** What a part of an Office package points to inside it; '' is the package itself. What lies outside is left out. */
export async function readRelations(archive: Archive, source: string): Promise<Relation[]> {
  const slash = source.lastIndexOf('/')
  const bytes = await archive.read(`${source.slice(0, slash + 1)}_rels/${source.slice(slash + 1)}.rels`)
  const relations: Relation[] = []
  if (!bytes) return relations
  parseXml(bytes, {
    open: (name, attributes) => {
      if (!name.endsWith('Relationship') || attributes['TargetMode'] === 'External') return
      relations.push({
        id: attributes['Id'] ?? '',
        type: attributes['Type'] ?? '',
        target: resolved(source, attributes['Target'] ?? ''),
      })
    },
    close: () => undefined,
    text: () => undefined,
  })
  return relations
}
