import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'

/** All that a page can reach: two functions. Neither gives it a path, a process or a module; held by test/electron/policy.test.ts. */
contextBridge.exposeInMainWorld('workbench', {
  call: (name: string, input: unknown): Promise<string> => ipcRenderer.invoke('call', name, input),
  onEvent: (listener: (event: unknown) => void): (() => void) => {
    const forward = (_event: IpcRendererEvent, event: unknown) => listener(event)
    ipcRenderer.on('event', forward)
    return () => ipcRenderer.off('event', forward)
  },
})
