import { spawn } from 'node:child_process'

const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
  linux: ['xdg-open'],
}

/** Asks the system to open our own address. Where it cannot, the printed address is enough. */
export function openInBrowser(address: string, platform: string): void {
  const opener = OPENERS[platform]
  if (!opener || !address.startsWith('http://127.0.0.1:')) return
  const [command, ...given] = opener
  const child = spawn(command, [...given, address], { stdio: 'ignore', detached: true })
  child.once('error', () => undefined)
  child.unref()
}
