import { Button, FileButton, Textarea } from '@mantine/core'
import { IconUserOff } from '@tabler/icons-react'
import { longestPaste, type ProfileSource, type ProfilesRead, type ProposedPerson } from '../../src-preload/contract/profiles.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useAnswer } from '../connection/useAnswer.ts'
import { followWork, useJobs } from '../jobs/jobs.tsx'
import { useChanged } from '../look/changes.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageBody } from '../look/PageBody.tsx'
import { PageHeader } from '../look/PageHeader.tsx'
import { offerUndo } from '../look/UndoToast.tsx'
import { countWords } from '../look/words.ts'
import { profileAccept } from '../window/droppedKind.ts'
import { usePendingProfiles, type PendingProfiles } from '../window/pendingProfiles.tsx'
import { useTakeFiles } from '../window/useTakeFiles.ts'
import { claudeWords, takenWords } from './profileWords.ts'
import { useReadByClaude } from './useReadByClaude.tsx'
import classes from './ProfilesScreen.module.css'
import { ProposedPersonCard } from './ProposedPersonCard.tsx'

/** People from a message, résumés, contacts or an export: what was read is shown before anything is kept. */
export function ProfilesScreen() {
  const { pending } = usePendingProfiles()
  return pending.source === null ? <Asking /> : <Proposals key={JSON.stringify(pending.source)} source={pending.source} />
}

function Asking() {
  const { pending, change, open } = usePendingProfiles()
  const read = () => open({ kind: 'message', text: pending.draft }, 'A message')
  return (
    <>
      <PageHeader title="Add people" sub="From a message, résumés or contacts"><Button variant="default" onClick={() => goTo('/talent')}>Back to talent</Button></PageHeader>
      <PageBody label="Where people come from">
        <form className={classes.ask} onSubmit={event => { event.preventDefault(); read() }}>
          <Textarea
            data-autofocus label="A WhatsApp message, or any text" autosize minRows={8} maxRows={18} maxLength={longestPaste} value={pending.draft}
            placeholder={'Rohan Mehta, 5\'11", age 28-32, Andheri, Hindi Marathi English, theatre NSD 2016, 98200 12345'} onChange={event => change({ draft: event.currentTarget.value })}
          />
          <div className={classes.row}>
            <Button type="submit" disabled={pending.draft.trim() === ''}>Read the message</Button>
            <ChooseProfiles />
          </div>
          <p className={classes.told}>Several people in one paste, forwarded messages and Hindi labels are read too. Résumés come as PDF, Word or text, contacts as VCF, an export of CastMatch as JSON. All of it is read on this laptop, and nothing is kept before you say so.</p>
        </form>
      </PageBody>
    </>
  )
}

function ChooseProfiles() {
  const { takeProfiles } = useTakeFiles()
  return (
    <FileButton multiple accept={profileAccept} onChange={files => files.length > 0 && takeProfiles(files)} inputProps={{ 'aria-label': 'Choose résumés or contacts' }}>
      {props => <Button {...props} variant="default">Choose files</Button>}
    </FileButton>
  )
}

function Proposals({ source }: { readonly source: ProfileSource }) {
  const { pending, change, clear } = usePendingProfiles()
  const answer = useAnswer(async (office, signal) => followWork(await office.profiles.read({ source }, { signal }), () => undefined), [source])
  const claude = useReadByClaude(source)
  const read = claude.read ?? answer.data
  const take = useTaking(source, pending, claude.read?.byClaude?.reading ?? null)
  const coming = read ? comingIn(read, pending) : 0
  const back = () => {
    if (source.kind === 'message') return change({ source: null })
    clear()
    goTo('/talent')
  }
  return (
    <>
      <PageHeader title={pending.title} sub={read && totals(read)}>
        <Button variant="default" onClick={back}>{source.kind === 'message' ? 'Back to the message' : 'Do not add'}</Button>
        {read?.people.some(({ text }) => text !== '') || read?.unread.length ? claude.button : null}
        {read?.people.some(({ acts }) => !acts) && <Button variant="default" onClick={() => change({ leftOut: [...new Set([...pending.leftOut, ...read.people.filter(({ acts }) => !acts).map(({ key }) => key)])] })}>Untick who does not act</Button>}
        <Button disabled={coming === 0} onClick={() => void take()}>{coming === 0 ? 'Add' : `Add ${countWords(coming, 'person', 'people')}`}</Button>
      </PageHeader>
      <PageBody label="Who was read">
        <FourStates
          answer={claude.read === null ? answer : { ...answer, data: claude.read }} what="who is in it" isEmpty={found => found.total === 0}
          empty={
            <EmptyState icon={<IconUserOff size={24} />} sentence="Nothing in it tells of a person." hint={read?.unread.map(({ from, reason }) => `${from}: ${reason}`).join('. ') || 'A name and one thing more are needed: an age, a phone, languages.'}>
              <Button onClick={() => change({ source: null })}>{source.kind === 'message' ? 'Back to the message' : 'Paste a message instead'}</Button>
            </EmptyState>
          }
        >
          {found => (
            <>
              {found.byClaude && <p className={classes.read} role="status">{claudeWords(found.byClaude)}</p>}
              <ul className={classes.people}>{found.people.map(person => <Proposal key={person.key} person={person} />)}</ul>
              {found.total > found.people.length && <p className={classes.told}>The first {found.people.length.toLocaleString()} of {found.total.toLocaleString()} are shown; the others come in too.</p>}
              {found.unread.length > 0 && (
                <section className={classes.unread} aria-label="What gave nobody">
                  <h2>{countWords(found.unread.length, 'entry', 'entries')} gave nobody</h2>
                  <ul>{found.unread.map(({ from, reason }) => <li key={`${from} ${reason}`}>{from}: {reason}</li>)}</ul>
                </section>
              )}
            </>
          )}
        </FourStates>
      </PageBody>
      {claude.dialog}
    </>
  )
}

function Proposal({ person }: { readonly person: ProposedPerson }) {
  const { pending, change } = usePendingProfiles()
  const { key } = person
  return (
    <ProposedPersonCard
      person={person} taken={!pending.leftOut.includes(key)} without={pending.without[key] ?? []} name={pending.names[key] ?? ''}
      onTake={taken => change({ leftOut: taken ? pending.leftOut.filter(other => other !== key) : [...pending.leftOut, key] })}
      onWithout={fields => change({ without: { ...pending.without, [key]: fields } })}
      onName={name => change({ names: { ...pending.names, [key]: name } })}
    />
  )
}

/** How many would come in: those who are ticked and have a name. */
function comingIn(read: ProfilesRead, { leftOut, names }: PendingProfiles): number {
  const shownNameless = read.people.filter(({ name }) => name === '')
  const out = read.people.filter(({ key, name }) => leftOut.includes(key) || (name === '' && (names[key] ?? '').trim() === ''))
  return read.total - out.length - (read.nameless - shownNameless.length)
}

function totals({ total, people }: ProfilesRead): string {
  const known = people.filter(person => person.known !== null).length
  return `${countWords(total, 'person', 'people')} found${known > 0 ? `, ${known.toLocaleString()} known already` : ''}`
}

/** Takes them in as a job of the tray, then offers to undo the whole import. */
function useTaking(source: ProfileSource, { leftOut, without, names, title }: PendingProfiles, reading: string | null): () => Promise<void> {
  const office = useOffice()
  const { start } = useJobs()
  const { clear } = usePendingProfiles()
  const changed = useChanged()
  return async () => {
    const given = Object.fromEntries(Object.entries(names).filter(([, name]) => name.trim() !== ''))
    const choices = { leftOut: [...leftOut], without: Object.fromEntries(Object.entries(without).map(([key, fields]) => [key, [...fields]])), names: given }
    const result = await start({
      title: `People from ${title}`,
      run: async (signal, report) => followWork(await office.profiles.take({ source, choices, reading }, { signal }), report),
      summary: takenWords,
      quiet: () => true,
    })
    if (result === undefined) return
    changed('talent')
    clear()
    goTo(result.added > 0 ? '/talent?sort=newest' : '/talent')
    offerUndo(takenWords(result), async () => {
      await followWork(await office.imports.undo({ id: result.importId }), () => undefined)
      changed('talent')
    })
  }
}
