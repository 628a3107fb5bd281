import type { MenuItemConstructorOptions } from 'electron'

export interface MenuActions {
  undo(): void
  redo(): void
  about(): void
}

/**
 * The menu in plain words. "Undo last change" takes back a change to the library and leaves the key to the page, which
 * knows whether a person is typing; typing itself is undone by the role below it.
 */
export function applicationMenu(
  actions: MenuActions,
  host: { readonly mac: boolean; readonly devtools: boolean },
): MenuItemConstructorOptions[] {
  const about: MenuItemConstructorOptions = { label: 'About Empty Chair', click: actions.about }
  return [
    ...(host.mac
      ? [
          {
            label: 'Empty Chair',
            submenu: [
              about,
              { type: 'separator' as const },
              { role: 'hide' as const, label: 'Hide Empty Chair' },
              { role: 'hideOthers' as const },
              { role: 'unhide' as const },
              { type: 'separator' as const },
              { role: 'quit' as const, label: 'Quit Empty Chair' },
            ],
          },
        ]
      : []),
    {
      label: 'File',
      submenu: [host.mac ? { role: 'close', label: 'Close window' } : { role: 'quit', label: 'Quit' }],
    },
    {
      label: 'Edit',
      submenu: [
        {
          label: 'Undo last change',
          accelerator: 'CmdOrCtrl+Z',
          registerAccelerator: false,
          click: actions.undo,
        },
        {
          label: 'Redo last change',
          accelerator: 'CmdOrCtrl+Shift+Z',
          registerAccelerator: false,
          click: actions.redo,
        },
        { type: 'separator' },
        { role: 'undo', label: 'Undo typing', registerAccelerator: false },
        { role: 'redo', label: 'Redo typing', registerAccelerator: false },
        { type: 'separator' },
        { role: 'cut', label: 'Cut' },
        { role: 'copy', label: 'Copy' },
        { role: 'paste', label: 'Paste' },
        { role: 'selectAll', label: 'Select all' },
      ],
    },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom', label: 'Actual size' },
        { role: 'zoomIn', label: 'Larger' },
        { role: 'zoomOut', label: 'Smaller' },
        { role: 'togglefullscreen', label: 'Full screen' },
        ...(host.devtools
          ? [{ type: 'separator' as const }, { role: 'toggleDevTools' as const, label: 'Developer tools' }]
          : []),
      ],
    },
    {
      label: 'Window',
      submenu: [
        { role: 'minimize', label: 'Minimise' },
        { role: 'zoom', label: 'Zoom' },
      ],
    },
    ...(host.mac ? [] : [{ label: 'Help', submenu: [about] }]),
  ]
}
