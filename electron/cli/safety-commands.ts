import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describeBackup } from '../store/backup/backup-store.ts'
import { restoreIntoFolder } from '../store/backup/restore-into-folder.ts'
import type { Service } from '../service/service.ts'
import { Misuse } from './misuse.ts'
import type { Output } from './output.ts'
import { backupShape, verifyShape } from './shapes.ts'

function oneFile(command: string, words: readonly string[]): string {
  const [path, ...more] = words
  if (path === undefined || more.length > 0) throw new Misuse(`${command} needs one file.`)
  return resolve(path)
}

const counted = (count: number, what: string): string => `${count} ${count === 1 ? what : `${what}s`}`

/** `backup FILE`: the whole library in one file. */
export async function backupCommand(
  { words, json }: { readonly words: readonly string[]; readonly json: boolean },
  { store }: Service,
  output: Output,
): Promise<void> {
  const path = oneFile('backup', words)
  if (existsSync(path)) throw new Misuse('There is a file of this name already. It was left as it is.')
  const { name: _, ...entry } = await store.backups.make(undefined, path)
  if (json || !output.isTerminal) await output.json(backupShape, { file: path, ...entry })
  if (!json)
    output.say(`${counted(entry.meetings, 'meeting')} with ${counted(entry.documents, 'document')}, checked.`)
}

/** `restore FILE`: takes the place of the folder's library, which is kept as the earlier one. */
export async function restoreCommand(
  options: { readonly words: readonly string[]; readonly json: boolean; readonly folder: string },
  output: Output,
): Promise<void> {
  const path = oneFile('restore', options.words)
  if (!existsSync(path)) throw new Misuse('There is no such file.')
  await restoreIntoFolder(options.folder, path, () => new Date())
  const { name: _, ...entry } = describeBackup(path, '')
  if (options.json || !output.isTerminal) await output.json(backupShape, { file: path, ...entry })
  if (!options.json)
    output.say(
      `${counted(entry.meetings, 'meeting')} with ${counted(entry.documents, 'document')} are back. ` +
        'What was there before is kept; Settings shows how to return to it or to let it go.',
    )
}

/** `verify`: everything against its hash. Answers whether all of it is as it was stored. */
export async function verifyCommand(
  { json }: { readonly json: boolean },
  { store }: Service,
  output: Output,
): Promise<boolean> {
  const report = await store.verify()
  if (json || !output.isTerminal) await output.json(verifyShape, report)
  if (!json) {
    output.say(`${counted(report.documents, 'document')}, ${counted(report.originals, 'original')} compared.`)
    for (const { message, meetingId, documentId } of report.problems)
      output.say(`${message} ${[meetingId, documentId].filter((id) => id !== null).join(' ')}`.trim())
    if (report.problems.length === 0) output.say('All of it is as it was stored.')
  }
  return report.problems.length === 0
}
