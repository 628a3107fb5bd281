import { posix, win32 } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Where the library lives, for every host alike: EMPTY_CHAIR_LIBRARY, else the place the system keeps for the data of
 * its programs. Only absolute paths of the environment are believed.
 */
export function libraryFolder(environment: Environment, platform: string, home: string): string {
  return environment['EMPTY_CHAIR_LIBRARY'] || dataFolder(environment, platform, home, 'library')
}

/** The library of the sample board, kept apart from the user's own. */
export function demoLibraryFolder(environment: Environment, platform: string, home: string): string {
  return environment['EMPTY_CHAIR_LIBRARY'] || dataFolder(environment, platform, home, 'demo-library')
}

function dataFolder(environment: Environment, platform: string, home: string, name: string): string {
  if (platform === 'win32') {
    const roaming = environment['APPDATA'] ?? ''
    const base = win32.isAbsolute(roaming) ? roaming : win32.join(home, 'AppData', 'Roaming')
    return win32.join(base, 'Empty Chair', name)
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Empty Chair', name)
  const data = environment['XDG_DATA_HOME'] ?? ''
  return posix.join(posix.isAbsolute(data) ? data : posix.join(home, '.local', 'share'), 'empty-chair', name)
}
