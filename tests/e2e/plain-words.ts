/** Words as a person reads them: unbreakable spaces are spaces, and none stand at the ends. */
export function plainWords(text: string | null): string {
  return (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ').trim()
}
