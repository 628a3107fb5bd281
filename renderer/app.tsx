import type { ServiceClient } from '../shared/contract/client.ts'
import { ServiceProvider } from './host/service-context.tsx'
import { AnnouncerProvider } from './shell/announcer.tsx'
import { Shell } from './shell/shell.tsx'

/** The whole app over any host's client. */
export function App({ client }: { client: ServiceClient }) {
  return (
    <ServiceProvider client={client}>
      <AnnouncerProvider>
        <Shell />
      </AnnouncerProvider>
    </ServiceProvider>
  )
}
