import { parseArgs } from 'node:util'
import { lensSchema } from '../../shared/model/measures.ts'
import type { Lens } from '../../shared/model/measures.ts'
import { Misuse } from './misuse.ts'

export const HELP = `empty-chair COMMAND

  analyse FILE… --json [--customer-terms a,b]   read files without storing them, one line each
  classify [--customer-terms a,b]               JSON lines of passages in, their focus out
  import PATH… [--data DIR] [--board NAME]      files and folders into the library
  meetings [--board NAME]                       every meeting
  meeting ID                                    one meeting, whole
  trend [--board NAME] [--lens LENS]            shares over the meetings (--json or --csv)
  actions [--board NAME]                        actions over the meetings (--json or --csv)
  customers [--board NAME]                      the register, and where the record names each (--json)
  questions --board NAME                        the eight customer questions over the meetings (--json)
  search TEXT [--board NAME]                    passages that hold the words
  report --board NAME [--lens LENS] --out FILE  the chair's report: .html, .pdf or .docx
  plan --board NAME [--minutes N] [--target PERCENT] [--out FILE]
                                                a customer-first agenda; FILE ends in .docx, .pdf, .md or .ics
  backup FILE                                   the whole library in one file
  restore FILE                                  a backup in the library's place, which is kept aside
  verify                                        compares everything with its hash
  serve [--port N]                              the app in the browser, on this computer only

  --data DIR   the library's folder        --json   results as JSON on standard output
  --date, --start, --place, --item-minutes 4=15,7=20   for plan: when and where, and times that the agenda lacks
  --fast       the fast model alone, for analyse, classify and import
  --password-stdin  for analyse and import: passwords to try on protected files, one a line on standard input
  --help, --version                        LENS: planned, recorded, record or pack

Results go to standard output, words to standard error.
Exit codes: 0 done, 1 some input failed and all others are done, 2 not understood.`

const COMMANDS = {
  analyse: ['json', 'customer-terms', 'fast', 'password-stdin'],
  classify: ['json', 'customer-terms', 'fast'],
  import: ['json', 'data', 'board', 'fast', 'password-stdin'],
  meetings: ['json', 'data', 'board'],
  meeting: ['json', 'data'],
  trend: ['json', 'csv', 'data', 'board', 'lens'],
  actions: ['json', 'csv', 'data', 'board'],
  customers: ['json', 'data', 'board'],
  questions: ['json', 'data', 'board'],
  search: ['json', 'data', 'board'],
  report: ['json', 'data', 'board', 'lens', 'out'],
  plan: ['json', 'data', 'board', 'minutes', 'target', 'item-minutes', 'date', 'start', 'place', 'out'],
  backup: ['json', 'data'],
  restore: ['json', 'data'],
  verify: ['json', 'data'],
  serve: ['data', 'port'],
} as const satisfies Record<string, readonly string[]>

export type CommandName = keyof typeof COMMANDS

export interface CommandLine {
  readonly command: CommandName
  readonly words: readonly string[]
  readonly json: boolean
  readonly csv: boolean
  readonly fast: boolean
  readonly passwordStdin: boolean
  readonly customerTerms: string[] | null
  readonly data: string | null
  readonly board: string | null
  readonly lens: Lens | null
  readonly port: number
  readonly minutes: string | null
  readonly target: string | null
  readonly itemMinutes: string | null
  readonly date: string | null
  readonly start: string | null
  readonly place: string | null
  readonly out: string | null
}

const isCommand = (word: string): word is CommandName => Object.hasOwn(COMMANDS, word)

/** Reads the words after the program's name; throws Misuse. `help` and `version` come back as such. */
export function parseCommandLine(words: readonly string[]): CommandLine | 'help' | 'version' {
  const parsed = read(words)
  if (parsed.values.help) return 'help'
  if (parsed.values.version) return 'version'
  const [command, ...rest] = parsed.positionals
  if (command === undefined) throw new Misuse('A command is needed. --help lists them.')
  if (!isCommand(command)) throw new Misuse('This command is not known. --help lists them.')
  const allowed: readonly string[] = COMMANDS[command]
  for (const option of Object.keys(parsed.values))
    if (!allowed.includes(option)) throw new Misuse(`${command} has no option --${option}.`)
  const { values } = parsed
  return {
    command,
    words: rest,
    json: values.json ?? false,
    csv: values.csv ?? false,
    fast: values.fast ?? false,
    passwordStdin: values['password-stdin'] ?? false,
    customerTerms: values['customer-terms'] === undefined ? null : termsOf(values['customer-terms']),
    data: filled('data', values.data),
    board: filled('board', values.board),
    lens: lensOf(values.lens),
    port: portOf(values.port),
    minutes: filled('minutes', values.minutes),
    target: filled('target', values.target),
    itemMinutes: filled('item-minutes', values['item-minutes']),
    date: filled('date', values.date),
    start: filled('start', values.start),
    place: filled('place', values.place),
    out: filled('out', values.out),
  }
}

function read(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
        json: { type: 'boolean' },
        csv: { type: 'boolean' },
        fast: { type: 'boolean' },
        'password-stdin': { type: 'boolean' },
        'customer-terms': { type: 'string' },
        data: { type: 'string' },
        board: { type: 'string' },
        lens: { type: 'string' },
        port: { type: 'string' },
        minutes: { type: 'string' },
        target: { type: 'string' },
        'item-minutes': { type: 'string' },
        date: { type: 'string' },
        start: { type: 'string' },
        place: { type: 'string' },
        out: { type: 'string' },
      },
    })
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : 'The command was not understood.')
  }
}

const termsOf = (list: string): string[] =>
  list
    .split(',')
    .map((term) => term.trim())
    .filter((term) => term !== '')

function filled(option: string, value: string | undefined): string | null {
  if (value === undefined) return null
  if (value.trim() === '') throw new Misuse(`--${option} is empty.`)
  return value
}

function lensOf(value: string | undefined): Lens | null {
  if (value === undefined) return null
  const lens = lensSchema.safeParse(value)
  if (!lens.success) throw new Misuse('--lens is one of planned, recorded, record, pack.')
  return lens.data
}

function portOf(value: string | undefined): number {
  if (value === undefined) return 0
  const port = Number(value)
  if (!/^\d{1,5}$/.test(value) || port > 65_535) throw new Misuse('--port is a number from 0 to 65535.')
  return port
}
