import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import type { Lens } from '../../shared/model/measures.ts'
import { reportFormatSchema } from '../../shared/model/report.ts'
import { reportOfBoard, writeReport } from '../service/report/report-handlers.ts'
import type { Service } from '../service/service.ts'
import { boardNamed } from './meetings-command.ts'
import { Misuse } from './misuse.ts'
import type { Output } from './output.ts'
import { reportShape } from './shapes.ts'

export interface ReportOptions {
  readonly board: string | null
  readonly lens: Lens | null
  readonly out: string | null
  readonly json: boolean
}

/** `report`: the chair's report of a board as a file, as JSON, or both. */
export async function reportCommand(options: ReportOptions, service: Service, output: Output): Promise<void> {
  if (options.board === null) throw new Misuse('report needs --board NAME.')
  if (options.out === null && !options.json) throw new Misuse('report needs --out FILE, or --json.')
  const format =
    options.out === null ? null : reportFormatSchema.safeParse(extname(options.out).slice(1).toLowerCase())
  if (format?.success === false) throw new Misuse('--out ends in .html, .pdf or .docx.')
  const boardId = boardNamed(options.board, service)
  await service.mentions.complete()
  const now = new Date()
  const report = reportOfBoard(service.store, { boardId, lens: options.lens ?? undefined }, now)
  if (options.out !== null && format !== null) {
    const path = resolve(options.out)
    if (existsSync(path)) throw new Misuse('There is a file of this name already. It was left as it is.')
    const { bytes } = await writeReport(report, format.data, true, now)
    await writeFile(path, bytes, { flag: 'wx' })
  }
  if (options.json) await output.json(reportShape, { ...report, out: options.out })
  else output.say(report.headline)
}
