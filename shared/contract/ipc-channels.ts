/** The two IPC channels between the desktop's page and the core. */
export const CALL_CHANNEL = 'empty-chair:call'
export const EVENT_CHANNEL = 'empty-chair:event'
