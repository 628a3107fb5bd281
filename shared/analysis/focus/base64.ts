const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Int16Array(128).fill(-1)
for (let i = 0; i < 64; i += 1) VALUES[ALPHABET.charCodeAt(i)] = i

/** Standard base64 with padding; null when the text is none. The language itself has no decoder yet. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let out = 0
  for (let i = 0; i < text.length; i += 4) {
    let group = 0
    for (let j = i; j < i + 4; j += 1) {
      const value = j >= text.length - padding ? 0 : (VALUES[text.charCodeAt(j)] ?? -1)
      if (value < 0) return null
      group = (group << 6) | value
    }
    bytes[out] = group >> 16
    if (out + 1 < bytes.length) bytes[out + 1] = (group >> 8) & 255
    if (out + 2 < bytes.length) bytes[out + 2] = group & 255
    out += 3
  }
  return bytes
}

export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let i = 0; i < bytes.length; i += 3) {
    const group = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const left = bytes.length - i
    parts.push(
      ALPHABET.charAt(group >> 18) +
        ALPHABET.charAt((group >> 12) & 63) +
        (left > 1 ? ALPHABET.charAt((group >> 6) & 63) : '=') +
        (left > 2 ? ALPHABET.charAt(group & 63) : '='),
    )
  }
  return parts.join('')
}
