const EVERYONE = /^(?:all|everyone|the board|board|all members|members|directors|trustees)$/

/** The people or offices an owner's words name, each in plain letters: "A. Bell / CD" gives "a bell" and "cd". */
export function ownersIn(owner: string | null): string[] {
  if (owner === null) return []
  return owner
    .replace(/\s+/g, ' ')
    .split(/[/,;&+]| and /i)
    .map((name) =>
      name
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .replace(/\b(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|cllr|councillor|the)\b\.?/gi, ' ')
        .replace(/[^\p{L}\p{N} ]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((name) => name !== '')
}

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
    .toLowerCase()

/** "MV" and "Marcus Venn", "M Venn" and "Marcus Venn" may be one person; two different full names are not. */
function isSamePerson(left: string, right: string): boolean {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()]
  if (a === b) return true
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left]
  if (/^[A-Z]{2,4}$/.test(shorter) && longer.includes(' '))
    return initialsOf(longer) === shorter.toLowerCase()
  const [short, long] = [shorter.toLowerCase().split(' '), longer.toLowerCase().split(' ')]
  const sameLast = short.at(-1) === long.at(-1)
  return (
    sameLast &&
    (short.length === 1 ||
      (short[0]?.length === 1 && long.length > 1 && long[0]?.startsWith(short[0]) === true))
  )
}

/**
 * Two owners who may be the same have at least one of these in common: a last name, or initials. A coarse net, to
 * find those worth asking `isSameOwner`.
 */
export function ownerKeys(owner: string | null): string[] {
  const keys = ownersIn(owner).flatMap((name) => {
    const initials = name.includes(' ')
      ? initialsOf(name)
      : /^[A-Z]{2,4}$/.test(name)
        ? name.toLowerCase()
        : null
    const last = `name ${name.toLowerCase().split(' ').at(-1)}`
    return initials === null ? [last] : [last, `initials ${initials}`]
  })
  return [...new Set(keys)]
}

/** True where at least one who is named on the one side is named on the other. Nobody is nobody's owner. */
export function isSameOwner(left: string | null, right: string | null): boolean {
  const [a, b] = [ownersIn(left), ownersIn(right)]
  return (
    a.some((one) => b.some((other) => isSamePerson(one, other) && !EVERYONE.test(one.toLowerCase()))) ||
    (a.length > 0 && left?.trim().toLowerCase() === right?.trim().toLowerCase())
  )
}
