import { useLocation } from 'wouter'
import { sentenceFor } from '../../src-preload/contract/errors.ts'
import { doubtThreshold, laidOutFormats } from '../../src-preload/contract/scripts.ts'
import type { Production } from '../../src-preload/contract/productions.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { ticketFor } from '../connection/ticketFor.ts'
import { impactPlace } from '../drafts/comparePlace.ts'
import { impactSentence } from '../drafts/impactWords.ts'
import { followWork, useJobs } from '../jobs/jobs.tsx'
import { useChanged } from '../look/changes.tsx'
import { goTo, placeNow } from '../look/hashPlace.ts'
import { say } from '../look/UndoToast.tsx'
import { usePendingPictures } from '../media/pendingPictures.tsx'
import { daysScript, useTakeOrder } from '../reports/useTakeOrder.ts'
import { kindOfFile } from './droppedKind.ts'
import { usePendingProfiles } from './pendingProfiles.tsx'
import { usePendingSheet } from './pendingSheet.tsx'
import { useShelf } from './shelf.tsx'

/** What takes files in, and what a drop would mean where the window stands now. */
export interface FileTaking {
  readonly target: Production | null
  readonly asOrder: boolean
  /** Whether the talent book is open: a PDF dropped there is a résumé, elsewhere a script. */
  readonly onTalent: boolean
  readonly take: (files: readonly File[]) => void
  readonly takeProfiles: (files: readonly File[]) => void
}

/** Takes files in: a script becomes a job that opens it, a sheet or profiles go to the screen that shows them first, what is none of them is refused with a sentence. */
export function useTakeFiles(): FileTaking {
  const office = useOffice()
  const jobs = useJobs()
  const changed = useChanged()
  const { setSheet } = usePendingSheet()
  const { open: openProfiles } = usePendingProfiles()
  const { setFiles: setPictures } = usePendingPictures()
  const { current } = useShelf()
  const [path] = useLocation()
  // On the shelf itself no production is meant: a script dropped there begins one.
  const target = path === '/' ? null : current

  // A sheet that is dropped on the days of a script is its shooting order.
  const orderOf = daysScript(path)
  const takeOrder = useTakeOrder()

  const takeScript = async (file: File, asPictures = false) => {
    const from = placeNow().split('?')[0]
    // Whoever went elsewhere meanwhile is left in peace: the tray offers to open it.
    const stillHere = () => placeNow().split('?')[0] === from
    const taken = await jobs.start({
      title: file.name,
      run: async (signal, report) => {
        const ticket = await ticketFor(file, (done, total) => report({ stage: 'Taking the file in', done: Math.ceil(done / 1024), total: Math.ceil(total / 1024) }), signal)
        const kept = await followWork(await office.scripts.import({ ticket, productionId: target?.id ?? null, asPictures }, { signal }), report)
        const { confidence, format } = await office.scripts.get({ id: kept.scriptId }, { signal })
        const read = { ...kept, isUnsure: !kept.alreadyThere && confidence < doubtThreshold && laidOutFormats.includes(format), percent: Math.round(confidence * 100), impact: null }
        if (kept.draftOf === null) return read
        report({ stage: 'Comparing it with the draft before', done: 0, total: 0 })
        return { ...read, impact: await office.drafts.compare({ from: kept.draftOf, to: kept.scriptId }, { signal }).catch(() => null) }
      },
      summary: result =>
        result.alreadyThere ? 'This script was here already; nothing was imported twice.'
        : asPictures ? 'The script is kept as pictures. Nothing of it is read yet: open it to see its pages.'
        : result.isUnsure ? `The script was read, but only ${result.percent} % sure. Check the reading before you rely on its roles.`
        : result.impact ? impactSentence(result.impact)
        : 'The script was read, and its roles are made.',
      link: result => {
        const place = `/production/${result.productionId}/script/${result.scriptId}`
        if (result.isUnsure && !asPictures) return { label: 'Check the reading', place: `${place}/repair` }
        return result.draftOf === null ? { label: 'Open the script', place } : { label: 'Open the casting impact', place: impactPlace(result.productionId, result.draftOf, result.scriptId) }
      },
      otherWay: code => (code === 'SCRIPT_SCANNED' ? { label: 'Keep it as pictures', act: () => void takeScript(file, true) } : null),
      quiet: result => result.draftOf === null && stillHere(),
    })
    changed('productions', 'scripts', 'roles')
    if (taken === undefined || !stillHere()) return
    if (taken.alreadyThere) say(`${file.name} was here already. Nothing was imported twice; its entry is open.`)
    goTo(`/production/${taken.productionId}/script/${taken.scriptId}`)
    // Behind the impact of a new draft lies its script: Back leads there, and so does the rail.
    if (taken.draftOf !== null) goTo(impactPlace(taken.productionId, taken.draftOf, taken.scriptId))
  }

  const takeSheet = async (file: File) => {
    const ticket = await jobs.start({
      title: file.name,
      run: (signal, report) => ticketFor(file, (done, total) => report({ stage: 'Taking the sheet in', done: Math.ceil(done / 1024), total: Math.ceil(total / 1024) }), signal),
      summary: () => 'The sheet is ready to be looked at before it is imported.',
      link: () => ({ label: 'Look at it', place: '/talent/import' }),
      quiet: () => true,
    })
    if (ticket === undefined) return
    setSheet({ ticket, fileName: file.name })
    goTo('/talent/import')
  }

  const onTalent = path === '/talent' || path.startsWith('/talent/')
  const takeProfiles = async (files: readonly File[]) => {
    const title = files.length === 1 ? (files[0]?.name ?? '') : `${files.length} files`
    const tickets = await jobs.start({
      title,
      run: async (signal, report) => {
        const taken: string[] = []
        for (const file of files) {
          report({ stage: 'Taking the files in', done: taken.length, total: files.length })
          taken.push(await ticketFor(file, undefined, signal))
        }
        return taken
      },
      summary: () => 'The files are ready to be looked at before anybody is added.',
      link: () => ({ label: 'Look at them', place: '/talent/profiles' }),
      quiet: () => true,
    })
    if (tickets === undefined) return
    openProfiles({ kind: 'files', tickets }, title)
    goTo('/talent/profiles')
  }

  const take = (files: readonly File[]) => {
    const profiles = files.filter(file => kindOfFile(file.name, onTalent) === 'profile')
    if (profiles.length > 0) void takeProfiles(profiles)
    const pictures = files.filter(file => kindOfFile(file.name, onTalent) === 'pictures')
    if (pictures.length > 0) {
      setPictures(pictures)
      goTo('/talent/headshots')
    }
    for (const file of files.filter(other => !profiles.includes(other))) {
      const kind = kindOfFile(file.name, onTalent)
      if (kind === 'script') void takeScript(file)
      else if (kind === 'sheet') void (orderOf ? takeOrder(orderOf, file) : takeSheet(file))
      else if (kind !== 'pictures') say(sentenceFor('FILE_KIND_UNKNOWN', { subject: file.name }))
    }
  }
  return { target, asOrder: orderOf !== null, onTalent, take, takeProfiles: files => void takeProfiles(files) }
}
