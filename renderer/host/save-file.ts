/** Lets the person save what was made here; nothing leaves the machine. */
export function saveFile(name: string, content: BlobPart | BlobPart[], type: string): void {
  const parts = Array.isArray(content) ? content : [content]
  const address = URL.createObjectURL(new Blob(parts, { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
