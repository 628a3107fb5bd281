import { createDecipheriv, createHash } from 'node:crypto'
import { z } from 'zod'
import { ReadRefusal } from '../read-refusal.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { openCompoundFile } from './compound-file.ts'
import type { CompoundFile } from './compound-file.ts'

/** What Excel gives a workbook that is only protected against changes: everybody may read it. */
const COMMON_PASSWORD = 'VelvetSweatshop'
/** Ten times what Office writes; more would only keep the machine busy. */
const MOST_ROUNDS = 1_000_000
const STANDARD_ROUNDS = 50_000
const SEGMENT = 4096
const SIZE_BYTES = 8

/** Finds the key by a password; null where the password is another. */
interface Lock {
  keyOf(password: string): Buffer | null
  open(content: Buffer, key: Buffer): Buffer
}

const cannotOpen = (): ReadRefusal => new ReadRefusal('encrypted', { hint: 'save-unprotected' })

const HASHES = { SHA1: 'sha1', SHA256: 'sha256', SHA384: 'sha384', SHA512: 'sha512' } as const
const base64 = z.string().transform((text) => Buffer.from(text, 'base64'))
const cipherSchema = z.object({
  saltValue: base64,
  blockSize: z.coerce.number().pipe(z.literal(16)),
  keyBits: z.coerce.number().pipe(z.union([z.literal(128), z.literal(192), z.literal(256)])),
  cipherAlgorithm: z.literal('AES'),
  cipherChaining: z.literal('ChainingModeCBC'),
  hashAlgorithm: z.enum(['SHA1', 'SHA256', 'SHA384', 'SHA512']).transform((name) => HASHES[name]),
})
const passwordSchema = cipherSchema.extend({
  spinCount: z.coerce.number().int().min(0).max(MOST_ROUNDS),
  encryptedVerifierHashInput: base64,
  encryptedVerifierHashValue: base64,
  encryptedKeyValue: base64,
})

const littleEndian = (number: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}
/** Cut to a length, or filled up to it with the sign the standard names. */
const fitted = (bytes: Buffer, length: number): Buffer =>
  Buffer.concat([bytes.subarray(0, length), Buffer.alloc(Math.max(length - bytes.byteLength, 0), 0x36)])

function hash(name: string, ...parts: readonly Buffer[]): Buffer {
  const sum = createHash(name)
  for (const part of parts) sum.update(part)
  return sum.digest()
}

function spun(name: string, salt: Buffer, password: string, rounds: number): Buffer {
  let sum = hash(name, salt, Buffer.from(password, 'utf16le'))
  const round = Buffer.alloc(4)
  for (let at = 0; at < rounds; at += 1) {
    round.writeUInt32LE(at)
    sum = hash(name, round, sum)
  }
  return sum
}

/** Whole blocks only: what is left over after the last is cut off. */
function decipher(mode: 'cbc' | 'ecb', content: Buffer, key: Buffer, start: Buffer | null): Buffer {
  const cipher = createDecipheriv(`aes-${key.byteLength * 8}-${mode}`, key, start)
  cipher.setAutoPadding(false)
  const whole = content.subarray(0, content.byteLength - (content.byteLength % 16))
  return Buffer.concat([cipher.update(whole), cipher.final()])
}

const VERIFIER_INPUT = Buffer.from('fea7d2763b4b9e79', 'hex')
const VERIFIER_VALUE = Buffer.from('d7aa0f6d3061344e', 'hex')
const KEY_VALUE = Buffer.from('146e0be7abacd0d6', 'hex')

/** Agile encryption, [MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15: what Office writes since 2010. */
function agileLock(xml: Buffer): Lock {
  let data: unknown = null
  let keyed: unknown = null
  // What fills up the last sector is no part of it.
  parseXml(xml.subarray(0, xml.lastIndexOf('>') + 1), {
    open: (name, attributes) => {
      const local = name.slice(name.indexOf(':') + 1)
      if (local === 'keyData') data ??= attributes
      if (local === 'encryptedKey') keyed ??= attributes
    },
    close: () => undefined,
    text: () => undefined,
  })
  const content = cipherSchema.safeParse(data)
  const lock = passwordSchema.safeParse(keyed)
  if (!content.success || !lock.success) throw cannotOpen()
  const { hashAlgorithm, saltValue, keyBits, blockSize } = lock.data
  return {
    keyOf(password) {
      const sum = spun(hashAlgorithm, saltValue, password, lock.data.spinCount)
      const opened = (block: Buffer, value: Buffer): Buffer =>
        decipher(
          'cbc',
          value,
          fitted(hash(hashAlgorithm, sum, block), keyBits / 8),
          fitted(saltValue, blockSize),
        )
      const input = opened(VERIFIER_INPUT, lock.data.encryptedVerifierHashInput)
      const expected = hash(hashAlgorithm, input.subarray(0, saltValue.byteLength))
      const value = opened(VERIFIER_VALUE, lock.data.encryptedVerifierHashValue)
      if (!value.subarray(0, expected.byteLength).equals(expected)) return null
      return opened(KEY_VALUE, lock.data.encryptedKeyValue).subarray(0, content.data.keyBits / 8)
    },
    open(sealed, key) {
      const parts: Buffer[] = []
      for (let at = 0; at * SEGMENT < sealed.byteLength; at += 1) {
        const start = hash(content.data.hashAlgorithm, content.data.saltValue, littleEndian(at))
        const segment = sealed.subarray(at * SEGMENT, (at + 1) * SEGMENT)
        parts.push(decipher('cbc', segment, key, fitted(start, content.data.blockSize)))
      }
      return Buffer.concat(parts)
    },
  }
}

/** Standard encryption, [MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9: AES and SHA-1, as Office 2007 wrote it. */
function standardLock(info: Buffer): Lock {
  const headerBytes = info.readUInt32LE(8)
  const verifierAt = 12 + headerBytes
  const keyBytes = info.readUInt32LE(12 + 16) / 8
  const [algorithm, hashing] = [info.readUInt32LE(12 + 8), info.readUInt32LE(12 + 12)]
  const isAes = algorithm >= 0x660e && algorithm <= 0x6610 && [16, 24, 32].includes(keyBytes)
  if (!isAes || (hashing !== 0x8004 && hashing !== 0)) throw cannotOpen()
  const salt = info.subarray(verifierAt + 4, verifierAt + 20)
  const verifier = info.subarray(verifierAt + 20, verifierAt + 36)
  const verifierHash = info.subarray(verifierAt + 40, verifierAt + 72)
  if (verifierHash.byteLength < 32) throw new ReadRefusal('damaged')
  return {
    keyOf(password) {
      const sum = hash('sha1', spun('sha1', salt, password, STANDARD_ROUNDS), littleEndian(0))
      const mixed = (sign: number): Buffer =>
        hash('sha1', Buffer.from(Array.from({ length: 64 }, (_, at) => (sum[at] ?? 0) ^ sign)))
      const key = Buffer.concat([mixed(0x36), mixed(0x5c)]).subarray(0, keyBytes)
      const expected = hash('sha1', decipher('ecb', verifier, key, null))
      return decipher('ecb', verifierHash, key, null).subarray(0, expected.byteLength).equals(expected)
        ? key
        : null
    },
    open: (sealed, key) => decipher('ecb', sealed, key, null),
  }
}

function lockOf(info: Buffer): Lock {
  if (info.byteLength < 32) throw cannotOpen()
  const [major, minor] = [info.readUInt16LE(0), info.readUInt16LE(2)]
  if (major === 4 && minor === 4) return agileLock(info.subarray(8))
  if (minor === 2 && major >= 2 && major <= 4 && info.readUInt32LE(8) + 84 <= info.byteLength)
    return standardLock(info)
  throw cannotOpen()
}

/** Names in a compound file are the same whatever their case. */
function stream(file: CompoundFile, name: string): Buffer | null {
  const found = [...file.names].find((one) => one.toLowerCase() === name.toLowerCase())
  const bytes = found === undefined ? null : file.stream(found)
  return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/**
 * The Word, Excel or PowerPoint file inside an encrypted one.
 * @throws ReadRefusal encrypted: the password is missing or another, or with a hint, the way of encrypting is not
 *   known; damaged
 */
export function openProtectedOffice(bytes: Uint8Array, password: string | undefined): Uint8Array {
  const file = openCompoundFile(bytes)
  const info = stream(file, 'EncryptionInfo')
  const sealed = stream(file, 'EncryptedPackage')
  if (info === null || sealed === null) throw cannotOpen()
  const lock = lockOf(info)
  const key = lock.keyOf(password ?? COMMON_PASSWORD)
  if (key === null) throw new ReadRefusal('encrypted')
  if (sealed.byteLength < SIZE_BYTES) throw new ReadRefusal('damaged')
  const opened = lock.open(sealed.subarray(SIZE_BYTES), key)
  const size = sealed.readBigUInt64LE(0)
  if (size > BigInt(opened.byteLength)) throw new ReadRefusal('damaged')
  return new Uint8Array(opened.subarray(0, Number(size)))
}
