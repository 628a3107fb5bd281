// Restores a backup over and over and waits to be killed.
import { writeSync } from 'node:fs'
import { restoreIntoFolder } from '../../electron/store/backup/restore-into-folder.ts'
import { NOW } from './library-fixture.ts'

const [folder = '', backup = ''] = process.argv.slice(2)
writeSync(1, 'OPEN\n')
for (;;) await restoreIntoFolder(folder, backup, NOW)
