/**
 * FNV-1a over bytes (or UTF-16 units), twice with different seeds, as 16 hex digits. It finds damage and mismatched files;
 * it is no defence against forgery. (Fowler, Noll, Vo: IETF draft-eastlake-fnv.)
 */
export function contentHash(content: Uint8Array | string): string {
  let first = 0x811c9dc5
  let second = 0x2f0b4c47
  for (let i = 0; i < content.length; i += 1) {
    const byte = typeof content === 'string' ? content.charCodeAt(i) : (content[i] ?? 0)
    first = Math.imul(first ^ byte, 0x01000193)
    second = Math.imul(second ^ byte, 0x01000193)
  }
  return hex(first) + hex(second)
}

const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0')

/** 32-bit FNV-1a of a short string, as an unsigned number. */
export function wordHash(word: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** One feature number out of two (murmur3's finaliser). */
export function mixHash(left: number, right: number): number {
  let hash = Math.imul(left ^ Math.imul(right + 0x9e3779b9, 0x85ebca6b), 0xc2b2ae35)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}
