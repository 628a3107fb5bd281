/** Stands between the name of an archive or message and the name of a file in it: "pack.zip › folder/agenda.docx". */
export const ENTRY_SEPARATOR = ' › '

/** The folders an entry lies in, outermost first; archives around it count as such. */
export function foldersOf(label: string): string[] {
  return label
    .split(ENTRY_SEPARATOR)
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .slice(0, -1)
    .map((part) => part.slice(0, 255))
}

/** How a job ends that held nothing but other files. */
export const openedWords = (files: number): string =>
  files === 1 ? 'Opened: 1 file was found in it.' : `Opened: ${files} files were found in it.`
