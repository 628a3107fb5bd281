import type { App } from 'electron'

/** Chromium's own reasons to use the network or to keep text on the disk, switched off before it starts. */
const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-default-apps'],
  ['disable-breakpad'],
  ['disable-http-cache'],
  ['disable-gpu-shader-disk-cache'],
  ['dns-prefetch-disable'],
  ['no-pings'],
  ['no-proxy-server'],
  ['no-first-run'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  // No name is resolved at all: the page is read over app:// and never by a host's address.
  ['host-resolver-rules', 'MAP * ~NOTFOUND , EXCLUDE localhost'],
  [
    'disable-features',
    'AutofillServerCommunication,CertificateTransparencyComponentUpdater,InterestFeedContentSuggestions,MediaRouter,NetworkPrediction,OptimizationHints,SafeBrowsing,SpareRendererForSitePerProcess,Translate',
  ],
]

export function applyCommandLineSwitches(app: App): void {
  for (const [name, value] of SWITCHES)
    if (value === undefined) app.commandLine.appendSwitch(name)
    else app.commandLine.appendSwitch(name, value)
}
