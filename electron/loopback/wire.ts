const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

/** Parses a call's body: JSON in which `{ "$bytes": "<base64>" }` stands for a Uint8Array. Throws on anything else. */
export function decodeInput(body: string): unknown {
  return JSON.parse(body, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('$bytes' in value)) return value
    const text = value.$bytes
    if (typeof text !== 'string' || Object.keys(value).length !== 1 || !BASE64.test(text))
      throw new SyntaxError('Bytes must be base64')
    return new Uint8Array(Buffer.from(text, 'base64'))
  })
}

/** The same way round, for a page or a test that speaks to the loopback host. */
export function encodeInput(input: unknown): string {
  return JSON.stringify(input, (_key, value: unknown) =>
    value instanceof Uint8Array ? { $bytes: Buffer.from(value).toString('base64') } : value,
  )
}
