import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react'
import type { Connection, ConnectionState, OfficeClient } from './connectOffice.ts'

const OfficeContext = createContext<Connection | null>(null)

/** Gives the connection to everything below it; `connection` comes from `connect()` and lives as long as the page. */
export function OfficeProvider({ connection, children }: { readonly connection: Connection; readonly children: ReactNode }) {
  return <OfficeContext value={connection}>{children}</OfficeContext>
}

/** The office as the page calls it. Throws an Error outside an {@link OfficeProvider}. */
export const useOffice = (): OfficeClient => useOfficeConnection().office

/** How the connection stands, for the status strip. Throws an Error outside an {@link OfficeProvider}. */
export function useConnection(): ConnectionState {
  const connection = useOfficeConnection()
  return useSyncExternalStore(connection.subscribe, connection.state)
}

function useOfficeConnection(): Connection {
  const connection = useContext(OfficeContext)
  if (connection === null) throw new Error('useOffice needs an OfficeProvider above it')
  return connection
}
