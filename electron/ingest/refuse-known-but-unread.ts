import { ReadRefusal } from './read-refusal.ts'

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte)

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Types that are recognised so as to say clearly that they cannot be read, or not without a password. */
export function refuseKnownButUnread(bytes: Uint8Array): void {
  if (startsWith(bytes, OLE)) {
    // An encrypted Office file is an OLE container with this stream; its name stands in UTF-16.
    const encrypted = bufferOf(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw new ReadRefusal(encrypted ? 'encrypted' : 'unsupported-type')
  }
  const head = bufferOf(bytes.subarray(0, 4096)).toString('latin1').trimStart()
  if (head.startsWith('{\\rtf')) throw new ReadRefusal('unsupported-type')
}
