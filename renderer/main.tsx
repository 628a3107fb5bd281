import './host/configure-zod.ts'
import './styles/index.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { applyAppearance, applyContrast, readAppearance, readContrast } from './appearance.ts'
import { findHostBridge } from './host/host-bridge.ts'
import { createServiceClient } from './host/service-client.ts'

applyAppearance(readAppearance())
applyContrast(readContrast())

const root = document.querySelector('#root')
if (root !== null) createRoot(root).render(<App client={createServiceClient(findHostBridge())} />)
