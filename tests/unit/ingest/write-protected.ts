import { createCipheriv, createHash } from 'node:crypto'
import { writeCompound } from './write-compound.ts'

const ROUNDS = 1000
const hash = (name: string, ...parts: readonly Buffer[]): Buffer =>
  createHash(name).update(Buffer.concat(parts)).digest()
const counted = (at: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(at)
  return bytes
}
const padded = (bytes: Buffer, to = 16): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((to - (bytes.byteLength % to)) % to)])

function cipher(mode: 'cbc' | 'ecb', content: Buffer, key: Buffer, start: Buffer | null): Buffer {
  const sealing = createCipheriv(`aes-${key.byteLength * 8}-${mode}`, key, start)
  sealing.setAutoPadding(false)
  return Buffer.concat([sealing.update(padded(content)), sealing.final()])
}
const sized = (content: Buffer, sealed: Buffer): Buffer => {
  const size = Buffer.alloc(8)
  size.writeBigUInt64LE(BigInt(content.byteLength))
  return Buffer.concat([size, sealed])
}

/** An Office file locked as Word writes it today (agile: AES-256, SHA-512), with fewer rounds. */
export function writeAgile(content: Uint8Array, password: string, spinCount = ROUNDS): Uint8Array {
  const plain = Buffer.from(content)
  const [salt, dataSalt] = [Buffer.alloc(16, 7), Buffer.alloc(16, 9)]
  const [secret, input] = [Buffer.alloc(32, 3), Buffer.alloc(16, 5)]
  let sum = hash('sha512', salt, Buffer.from(password, 'utf16le'))
  for (let at = 0; at < Math.min(spinCount, ROUNDS); at += 1) sum = hash('sha512', counted(at), sum)
  const sealed = (block: string, value: Buffer): string =>
    cipher('cbc', value, hash('sha512', sum, Buffer.from(block, 'hex')).subarray(0, 32), salt).toString(
      'base64',
    )
  const common =
    'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"'
  const xml = `<?xml version="1.0" encoding="UTF-8"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${common} saltValue="${dataSalt.toString('base64')}"/><keyEncryptors><keyEncryptor><p:encryptedKey spinCount="${spinCount}" ${common} saltValue="${salt.toString('base64')}" encryptedVerifierHashInput="${sealed('fea7d2763b4b9e79', input)}" encryptedVerifierHashValue="${sealed('d7aa0f6d3061344e', hash('sha512', input))}" encryptedKeyValue="${sealed('146e0be7abacd0d6', secret)}"/></keyEncryptor></keyEncryptors></encryption>`
  const parts: Buffer[] = []
  for (let at = 0; at * 4096 < plain.byteLength; at += 1) {
    const start = hash('sha512', dataSalt, counted(at)).subarray(0, 16)
    parts.push(cipher('cbc', plain.subarray(at * 4096, (at + 1) * 4096), secret, start))
  }
  return writeCompound({
    EncryptionInfo: Buffer.concat([Buffer.from('0400040040000000', 'hex'), Buffer.from(xml)]),
    EncryptedPackage: sized(plain, Buffer.concat(parts)),
  })
}

/** An Office file locked as Word 2007 wrote it (standard: AES-128, SHA-1). */
export function writeStandard(content: Uint8Array, password: string): Uint8Array {
  const plain = Buffer.from(content)
  const [salt, input] = [Buffer.alloc(16, 7), Buffer.alloc(16, 5)]
  let sum = hash('sha1', salt, Buffer.from(password, 'utf16le'))
  for (let at = 0; at < 50_000; at += 1) sum = hash('sha1', counted(at), sum)
  sum = hash('sha1', sum, counted(0))
  const key = hash(
    'sha1',
    Buffer.from(Buffer.alloc(64, 0x36).map((sign, at) => sign ^ (sum[at] ?? 0))),
  ).subarray(0, 16)
  const header = Buffer.alloc(34)
  header.writeUInt32LE(0x24, 0)
  header.writeUInt32LE(0x660e, 8)
  header.writeUInt32LE(0x8004, 12)
  header.writeUInt32LE(128, 16)
  header.writeUInt32LE(0x18, 20)
  const verifier = [counted(16), salt, cipher('ecb', input, key, null), counted(20)]
  return writeCompound({
    EncryptionInfo: Buffer.concat([
      Buffer.from('0300020024000000', 'hex'),
      counted(header.byteLength),
      header,
      ...verifier,
      cipher('ecb', hash('sha1', input), key, null),
    ]),
    EncryptedPackage: sized(plain, cipher('ecb', plain, key, null)),
  })
}
