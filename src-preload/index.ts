import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { DesktopDoorway, doorway, TicketAnswer } from './contract/doorway.ts'

// Only the types are imported, so that this file stands on `electron` alone; the compiler holds the names together.
const names: typeof doorway = { office: 'castmatch:office', path: 'castmatch:path', bytes: 'castmatch:bytes' }

window.addEventListener('message', event => {
  if (event.source !== window || event.data !== names.office) return
  const [port] = event.ports
  if (port) ipcRenderer.postMessage(names.office, null, [port])
})

const ticketFor = async (file: File): Promise<TicketAnswer> => {
  const path = webUtils.getPathForFile(file)
  return path === '' ? ipcRenderer.invoke(names.bytes, file.name, await file.arrayBuffer()) : ipcRenderer.invoke(names.path, path)
}

contextBridge.exposeInMainWorld('castmatch', { ticketFor } satisfies DesktopDoorway)
