import { useOffice } from '../connection/OfficeProvider.tsx'
import { followWork, useJobs } from '../jobs/jobs.tsx'
import { useChanged } from '../look/changes.tsx'
import { goTo, placeNow } from '../look/hashPlace.ts'

/** Gives a function that opens the demo as a job, and then its script unless she went elsewhere meanwhile. */
export function useOpenDemo(): () => Promise<void> {
  const office = useOffice()
  const jobs = useJobs()
  const changed = useChanged()
  return async () => {
    const from = placeNow()
    const stillHere = () => placeNow() === from
    const demo = await jobs.start({
      title: 'The demo',
      run: async (signal, report) => followWork(await office.productions.openDemo({}, { signal }), report),
      summary: () => 'A short script and a book of fictional talent are ready.',
      link: result => ({ label: 'Open the demo', place: `/production/${result.productionId}/script` }),
      quiet: stillHere,
    })
    changed('productions', 'scripts', 'roles', 'talent')
    if (demo && stillHere()) goTo(`/production/${demo.productionId}/script`)
  }
}
