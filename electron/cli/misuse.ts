/** The command was not understood; its message is for the person who typed it. Exit code 2. */
export class Misuse extends Error {
  override readonly name = 'Misuse'
}
