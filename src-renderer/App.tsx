import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { Router } from 'wouter'
import { ChatProvider } from './chat/chatDesk.tsx'
import type { Connection } from './connection/connectOffice.ts'
import { OfficeProvider } from './connection/OfficeProvider.tsx'
import { EnsembleRunsProvider } from './ensemble/ensembleRuns.tsx'
import { JobsProvider } from './jobs/jobs.tsx'
import { ChangesProvider } from './look/changes.tsx'
import { useHashPath, useHashSearch } from './look/hashPlace.ts'
import { cssVariables, theme } from './look/theme.ts'
import { PendingPicturesProvider } from './media/pendingPictures.tsx'
import { SheetImportProvider } from './talent/sheetImport.tsx'
import { IndexingProvider } from './window/indexing.tsx'
import { PendingProfilesProvider } from './window/pendingProfiles.tsx'
import { PendingSheetProvider } from './window/pendingSheet.tsx'
import { Screens } from './window/screens.tsx'
import { SettingsProvider } from './window/settingsStore.tsx'
import { ShelfProvider } from './window/shelf.tsx'
import { Shell } from './window/Shell.tsx'

/** The whole face of CastMatch over one connection to the office. */
export function App({ connection }: { readonly connection: Connection }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Notifications position="bottom-center" limit={3} transitionDuration={120} containerWidth={420} />
      <OfficeProvider connection={connection}>
        <Router hook={useHashPath} searchHook={useHashSearch}>
          <ChangesProvider>
            <SettingsProvider>
              <JobsProvider>
                <PendingSheetProvider><PendingPicturesProvider><PendingProfilesProvider>
                  <SheetImportProvider>
                    <IndexingProvider>
                      <ShelfProvider>
                        <ChatProvider>
                          <EnsembleRunsProvider><Shell><Screens /></Shell></EnsembleRunsProvider>
                        </ChatProvider>
                      </ShelfProvider>
                    </IndexingProvider>
                  </SheetImportProvider>
                </PendingProfilesProvider></PendingPicturesProvider></PendingSheetProvider>
              </JobsProvider>
            </SettingsProvider>
          </ChangesProvider>
        </Router>
      </OfficeProvider>
    </MantineProvider>
  )
}
