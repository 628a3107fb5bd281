import { MOST_PASSWORD_CHARACTERS } from '../../shared/contract/original-procedures.ts'
import { Misuse } from './misuse.ts'

const MOST_PASSWORDS = 50
const MOST_CHARACTERS = 64 * 1024

/**
 * Passwords from standard input, one a line, to be tried on protected files: never from an argument or the environment,
 * which other programs can read. Throws Misuse where there are none or too many.
 */
export async function readPasswords(input: AsyncIterable<unknown>): Promise<readonly string[]> {
  let text = ''
  for await (const part of input) {
    text += String(part)
    if (text.length > MOST_CHARACTERS) throw new Misuse('Standard input holds more than passwords.')
  }
  const passwords = text.split(/\r?\n/).filter((line) => line !== '')
  if (passwords.length === 0) throw new Misuse('--password-stdin needs a password on standard input.')
  if (passwords.length > MOST_PASSWORDS || passwords.some((one) => one.length > MOST_PASSWORD_CHARACTERS))
    throw new Misuse('Standard input holds more than passwords.')
  return passwords
}
