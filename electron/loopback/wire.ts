const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

/** Parses JSON in which `{ "$bytes": "<base64>" }` stands for a Uint8Array. Throws on anything else. */
export function decodeWire(body: string): unknown {
  return JSON.parse(body, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('$bytes' in value)) return value
    const text = value.$bytes
    if (typeof text !== 'string' || Object.keys(value).length !== 1 || !BASE64.test(text))
      throw new SyntaxError('Bytes must be base64')
    return new Uint8Array(Buffer.from(text, 'base64'))
  })
}

/** Writes a call's input or its answer in the same form. */
export function encodeWire(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Uint8Array ? { $bytes: Buffer.from(part).toString('base64') } : part,
  )
}
