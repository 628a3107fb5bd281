/** A name as a page sends it ("Board/2025/minutes.pdf"): the file's own, and the folders it came in, outermost first. */
export function splitFileName(sent: string): { name: string; folders: string[] } {
  const parts = sent
    .split(/[\\/]/)
    // eslint-disable-next-line no-control-regex -- control characters in a name are only ever noise or mischief.
    .map((part) => part.replace(/[\u0000-\u001f\u007f]/g, '').trim())
    .filter((part) => part !== '' && part !== '.' && part !== '..')
  const name = parts.pop() ?? 'Unnamed file'
  return { name: name.slice(0, 255), folders: parts.map((part) => part.slice(0, 255)) }
}
