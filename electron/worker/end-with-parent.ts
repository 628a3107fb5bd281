import { existsSync } from 'node:fs'

const SHELL = '/bin/sh'

/** At once where Linux has `setpriv`, whose own test shows whether it knows the option. */
const WITH_PARENT =
  'p=/usr/bin/setpriv; [ -x $p ] && $p --pdeathsig KILL /bin/true 2>/dev/null && exec $p --pdeathsig KILL -- "$0" "$@"'
/** More processor time than a parent gives a child for text, where nothing else ends one. */
export const MOST_SECONDS = 180

/**
 * How `fork` starts a child of Node that does not outlive its parent for long. A child that is stuck does not see its
 * parent die, and no timer of its own would run, so the system ends it. A watching thread would need `--allow-worker`,
 * and with that a child could shake off the permission model. Windows has no such means.
 */
export function endingWithParent(
  flags: readonly string[],
  processorSeconds: number | null,
): { execPath?: string; execArgv: string[] } {
  if (process.platform === 'win32' || !existsSync(SHELL)) return { execArgv: [...flags] }
  const limit = processorSeconds === null ? '' : `ulimit -t ${processorSeconds}; `
  return {
    execPath: SHELL,
    execArgv: ['-c', `${limit}${WITH_PARENT}; exec "$0" "$@"`, process.execPath, ...flags],
  }
}
