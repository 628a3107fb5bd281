#!/usr/bin/env node
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { ERROR_WORDS, ServiceError } from '../../shared/contract/errors.ts'
import { libraryFolder } from '../service/library-folder.ts'
import { createLineLog } from '../service/log.ts'
import type { Log } from '../service/log.ts'
import { openService, programVersion } from '../service/open-service.ts'
import { programFolder } from '../service/project-folders.ts'
import type { Service } from '../service/service.ts'
import { actionsCommand } from './actions-command.ts'
import { analyseCommand } from './analyse-command.ts'
import { classifyCommand } from './classify-command.ts'
import { customersCommand, questionsCommand } from './customers-command.ts'
import { HELP, parseCommandLine } from './command-line.ts'
import type { CommandLine } from './command-line.ts'
import { importCommand } from './import-command.ts'
import { meetingCommand, meetingsCommand } from './meetings-command.ts'
import { Misuse } from './misuse.ts'
import { createOutput } from './output.ts'
import { planCommand } from './plan-command.ts'
import { backupCommand, restoreCommand, verifyCommand } from './safety-commands.ts'
import { readPasswords } from './read-passwords.ts'
import { reportCommand } from './report-command.ts'
import { searchCommand } from './search-command.ts'
import { serveCommand } from './serve-command.ts'
import { trendCommand } from './trend-command.ts'

const SOME_FAILED = 1
const MISUSED = 2

const output = createOutput(process.stdout, process.stderr)
const program = programFolder(import.meta.dirname)
const log: Log = createLineLog(
  (line) => process.stderr.write(line),
  () => new Date(),
)

// A reader that has seen enough closes the pipe; that is its right.
process.stdout.on('error', () => process.exit(0))

process.exitCode = await run(process.argv.slice(2))

async function run(words: readonly string[]): Promise<number> {
  try {
    const line = parseCommandLine(words)
    if (line === 'help') await output.text(`${HELP}\n`)
    else if (line === 'version') await output.text(`${programVersion(program)}\n`)
    else return (await carryOut(line)) ? 0 : SOME_FAILED
    return 0
  } catch (error) {
    if (error instanceof Misuse) {
      output.say(error.message)
      return MISUSED
    }
    if (error instanceof ServiceError) output.say(error.message)
    else output.say(ERROR_WORDS.internal)
    if (process.env['EMPTY_CHAIR_DEBUG']) output.say(error instanceof Error ? (error.stack ?? '') : '')
    return SOME_FAILED
  }
}

/** Answers whether all of the input was done. */
async function carryOut(line: CommandLine): Promise<boolean> {
  const passwords = line.passwordStdin ? await readPasswords(process.stdin) : []
  if (line.command === 'analyse')
    return analyseCommand(
      { paths: line.words, customerTerms: line.customerTerms, fast: line.fast, passwords },
      output,
    )
  if (line.command === 'classify') return classifyCommand(line, process.stdin, output)
  checkWords(line)
  const folder = resolve(line.data ?? libraryFolder(process.env, process.platform, homedir()))
  if (line.command === 'restore') {
    await restoreCommand({ words: line.words, json: line.json, folder }, output)
    return true
  }
  const host = line.command === 'serve' ? 'browser' : 'command line'
  const service = openService({ folder, host, log, clock: () => new Date() })
  try {
    return await withService(line, service, passwords)
  } finally {
    await service.close()
  }
}

/** What can be told before a library is opened, or made. */
function checkWords({ command, words }: CommandLine): void {
  const most = new Map([
    ['meetings', 0],
    ['trend', 0],
    ['plan', 0],
    ['report', 0],
    ['actions', 0],
    ['customers', 0],
    ['questions', 0],
    ['serve', 0],
    ['verify', 0],
    ['backup', 1],
    ['restore', 1],
    ['meeting', 1],
  ])
  if (words.length > (most.get(command) ?? Infinity))
    throw new Misuse(`${command} was given more than it takes.`)
  if (command === 'import' && words.length === 0)
    throw new Misuse('import needs at least one file or folder.')
}

async function withService(
  line: CommandLine,
  service: Service,
  passwords: readonly string[],
): Promise<boolean> {
  switch (line.command) {
    case 'import':
      return importCommand(
        { paths: line.words, board: line.board, json: line.json, fast: line.fast, passwords },
        service,
        output,
      )
    case 'meetings':
      await meetingsCommand(line, service, output)
      return true
    case 'meeting':
      await meetingCommand({ id: line.words[0], json: line.json }, service, output)
      return true
    case 'trend':
      await trendCommand(line, service, output)
      return true
    case 'actions':
      await actionsCommand(line, service, output)
      return true
    case 'customers':
      await customersCommand(line, service, output)
      return true
    case 'questions':
      await questionsCommand(line, service, output)
      return true
    case 'search':
      await searchCommand({ text: line.words.join(' '), board: line.board, json: line.json }, service, output)
      return true
    case 'report':
      await reportCommand(line, service, output)
      return true
    case 'plan':
      return planCommand(line, service, output)
    case 'backup':
      await backupCommand(line, service, output)
      return true
    case 'verify':
      return verifyCommand(line, service, output)
    case 'serve':
      await serveCommand({ pageFolder: join(program, 'out/renderer'), port: line.port, log }, service, output)
      return true
    default:
      throw new Misuse('This command is not known. --help lists them.')
  }
}
