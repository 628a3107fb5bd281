/** "January" … "December". */
export const MONTH_NAMES: readonly string[] =
  'January February March April May June July August September October November December'.split(' ')

/** The same in small letters, as words are compared. */
export const MONTH_WORDS: readonly string[] = MONTH_NAMES.map((name) => name.toLowerCase())
