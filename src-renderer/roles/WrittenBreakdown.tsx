import { Button, Menu, Skeleton } from '@mantine/core'
import { IconChevronDown, IconCopy, IconPencil, IconSparkles } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { Breakdown, Claim, FlagSaid, FlagWord } from '../../src-preload/contract/breakdowns.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { followWork, useJobs } from '../jobs/jobs.tsx'
import { useFreshAnswer } from '../look/changes.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { MadeMark } from '../look/MadeMark.tsx'
import { offerUndo, say, sayFailure } from '../look/UndoToast.tsx'
import { countWords, dayWords } from '../look/words.ts'
import { useAskClaude } from '../productions/useAskClaude.tsx'
import { BreakdownEditor } from './BreakdownEditor.tsx'
import { BreakdownFlags } from './BreakdownFlags.tsx'
import { breakdownAsText, cutParagraph } from './breakdownText.ts'
import { NewerDraft } from './NewerDraft.tsx'
import { PageChips } from './PageChips.tsx'
import type { RoleDesk } from './roleDesk.ts'
import classes from './WrittenBreakdown.module.css'

interface WrittenBreakdownProps {
  readonly desk: RoleDesk
  readonly productionId: ProductionId
}

/** The role as an agent is sent it: a paragraph, each clause with its pages, and what must be settled with the actor. */
export function WrittenBreakdown({ desk, productionId }: WrittenBreakdownProps) {
  const answer = useFreshAnswer(['roles', 'scripts'], (office, signal) => office.breakdowns.get({ roleId: desk.role.id }, { signal }), [desk.role.id])
  return (
    <section className={classes.section} aria-label="Breakdown">
      <FourStates answer={answer} what="the breakdown" skeleton={<ParagraphSkeleton />}>
        {read => <OneBreakdown key={read.roleId} desk={desk} productionId={productionId} read={read} again={answer.again} />}
      </FourStates>
    </section>
  )
}

interface OneBreakdownProps extends WrittenBreakdownProps {
  readonly read: Breakdown
  readonly again: () => void
}

function OneBreakdown({ desk, productionId, read, again }: OneBreakdownProps) {
  const office = useOffice()
  const { start } = useJobs()
  const claude = useAskClaude(productionId)
  const { role } = desk
  const [newer, setNewer] = useState<{ readonly over: Breakdown; readonly breakdown: Breakdown } | null>(null)
  const [editing, setEditing] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const breakdown = newer?.over === read ? newer.breakdown : read
  const took = (next: Breakdown) => setNewer({ over: read, breakdown: next })
  const doing = (act: Promise<Breakdown>) => act.then(took)

  const flag = (word: FlagWord, said: FlagSaid) => {
    const before = breakdown.flags.find(one => one.flag === word)?.said ?? 'asRead'
    doing(office.breakdowns.flag({ roleId: role.id, flag: word, said })).then(() => {
      if (said === 'cleared') offerUndo('The flag is cleared.', () => doing(office.breakdowns.flag({ roleId: role.id, flag: word, said: before })))
    }).catch(sayFailure)
  }
  const backToDraft = () =>
    doing(office.breakdowns.resetToDraft({ roleId: role.id }))
      .then(() => offerUndo('Your text is put away, the draft is shown.', () => doing(office.breakdowns.undoReset({ roleId: role.id }))))
      .catch(sayFailure)
  const leave = () => {
    setEditing(false)
    requestAnimationFrame(() => pencil.current?.focus())
  }
  const edited = (before: Breakdown, after: Breakdown) => {
    took(after)
    leave()
    const takeBack = () => (before.edited
      ? office.breakdowns.edit({ roleId: role.id, text: before.paragraph })
      : office.breakdowns.resetToDraft({ roleId: role.id }))
    offerUndo('Your breakdown is kept.', () => takeBack().then(took))
  }
  const draftAgain = async () => {
    try {
      const work = await office.breakdowns.draft({ productionId, roleId: role.id, how: 'offline' })
      const { keptEdited } = await followWork(work, () => undefined)
      again()
      say(keptEdited > 0 ? 'Drafted again from the script. Your text stands as it was.' : 'Drafted again from the script.')
    } catch (error) {
      sayFailure(error)
    }
  }
  const askClaude = (everyRole: boolean) => claude.ask({
    title: everyRole ? 'Let Claude draft every role?' : `Let Claude draft ${role.name}?`,
    leaves: `The lines of the script in which ${everyRole ? 'the roles speak or are named leave' : `${role.name} speaks or is named leave`} this laptop, with their scene headings. Nothing of your talent, notes or own words is sent.`,
    go: () => void draftByClaude(everyRole),
  })
  const draftByClaude = async (everyRole: boolean) => {
    await start({
      title: everyRole ? 'Breakdowns by Claude' : `Breakdown of ${role.name} by Claude`,
      run: async (signal, report) => followWork(await office.breakdowns.draft({ productionId, roleId: everyRole ? null : role.id, how: 'claude' }, { signal }), report),
      summary: ({ drafted, keptEdited, failed, droppedClaims }) => [
        `${countWords(drafted, 'role')} drafted${keptEdited > 0 ? `, ${countWords(keptEdited, 'text')} of yours left as ${keptEdited === 1 ? 'it was' : 'they were'}` : ''}.`,
        failed.length > 0 ? `${failed.map(({ name }) => name).join(', ')} ${failed.length === 1 ? 'keeps its' : 'keep their'} earlier draft: ${failed[0]?.reason ?? ''}` : '',
        droppedClaims > 0 ? `${countWords(droppedClaims, 'clause')} that no line bore out ${droppedClaims === 1 ? 'was' : 'were'} dropped.` : '',
      ].filter(Boolean).join(' '),
    })
    again()
  }
  const copy = () => {
    navigator.clipboard.writeText(breakdownAsText(role.name, breakdown)).then(() => say('The breakdown is copied, with its pages.'), sayFailure)
  }

  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>Breakdown</h2>
        <DraftMark breakdown={breakdown} />
      </div>
      {editing
        ? <BreakdownEditor breakdown={breakdown} onDone={edited} onLeave={leave} />
        : <Paragraph breakdown={breakdown} desk={desk} productionId={productionId} />}
      {breakdown.newer && !editing && (
        <NewerDraft
          breakdown={breakdown}
          draft={breakdown.newer}
          desk={desk}
          productionId={productionId}
          onTake={() => void backToDraft()}
          onKeep={() => void doing(office.breakdowns.keepEdited({ roleId: role.id })).catch(sayFailure)}
        />
      )}
      {breakdown.stale && !breakdown.edited && <p className={classes.stale}>The script or its roles changed since Claude drafted this. What it cites is still there; draft it again to take in the rest.</p>}
      <BreakdownFlags flags={breakdown.flags} productionId={productionId} roleId={role.id} onSay={flag} />
      {!editing && (
        <div className={classes.actions}>
          <Button ref={pencil} variant="default" size="compact-sm" leftSection={<IconPencil size={14} aria-hidden />} onClick={() => setEditing(true)} aria-label="Edit the breakdown">Edit</Button>
          <Button variant="default" size="compact-sm" leftSection={<IconCopy size={14} aria-hidden />} onClick={copy}>Copy as text</Button>
          <Menu position="bottom-start" width={280}>
            <Menu.Target><Button variant="default" size="compact-sm" rightSection={<IconChevronDown size={14} aria-hidden />}>Draft</Button></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => void draftAgain()}>Draft again from the script</Menu.Item>
              <Menu.Item leftSection={<IconSparkles size={14} aria-hidden />} disabled={!breakdown.claudeReady} onClick={() => void askClaude(false)}>Draft by Claude</Menu.Item>
              <Menu.Item leftSection={<IconSparkles size={14} aria-hidden />} disabled={!breakdown.claudeReady} onClick={() => void askClaude(true)}>Draft every role by Claude</Menu.Item>
              {!breakdown.claudeReady && <p className={classes.reason}>Claude cannot be asked: no key is set on this laptop, or it is switched off in the settings.</p>}
              {breakdown.edited && <Menu.Divider />}
              {breakdown.edited && <Menu.Item onClick={() => void backToDraft()}>Put my text away, show the draft</Menu.Item>}
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
      {claude.dialog}
      {breakdown.alsoWritten.map(other => (
        <details key={other.roleId} className={classes.also}>
          <summary>What you wrote of {other.name} before it was merged</summary>
          <p className={classes.paragraph}>{other.text}</p>
        </details>
      ))}
    </>
  )
}

/** The paragraph with the pages of each clause; what her words no longer say is folded under it with its lines. */
function Paragraph({ breakdown, desk, productionId }: WrittenBreakdownProps & { readonly breakdown: Breakdown }) {
  const { segments, elsewhere } = cutParagraph(breakdown.paragraph, breakdown.claims)
  const roleId = desk.role.id
  return (
    <>
      {breakdown.paragraph.trim() === ''
        ? <p className={classes.none}>{breakdown.edited ? 'Your text is empty.' : 'Neither the script nor you have said anything of this role yet.'}</p>
        : (
          <p className={classes.paragraph} dir="auto">
            {segments.map(({ text, claim }, index) => (claim ? <Clause key={index} claim={claim} productionId={productionId} roleId={roleId} /> : <span key={index}>{text}</span>))}
          </p>
        )}
      {elsewhere.length > 0 && (
        <details className={classes.also}>
          <summary>{countWords(elsewhere.length, 'clause')} of the draft not in your words</summary>
          <ul className={classes.list}>
            {elsewhere.map((claim, index) => <li key={index}><Clause claim={claim} productionId={productionId} roleId={roleId} /></li>)}
          </ul>
        </details>
      )}
    </>
  )
}

function Clause({ claim, productionId, roleId }: { readonly claim: Claim; readonly productionId: ProductionId; readonly roleId: RoleDesk['role']['id'] }) {
  return (
    <span title={claim.madeBy.by === 'user' ? 'Set by you' : undefined} className={claim.text.endsWith(':') ? classes.name : undefined}>
      {claim.text}<PageChips citations={claim.citations} productionId={productionId} roleId={roleId} />
    </span>
  )
}

function DraftMark({ breakdown }: { readonly breakdown: Breakdown }) {
  if (breakdown.edited) return <span className={classes.yours}><IconPencil size={12} aria-hidden />Yours, {dayWords(breakdown.edited.at.slice(0, 10))}</span>
  if (breakdown.madeBy.by === 'claude') {
    return (
      <MadeMark label={`Drafted by Claude (${breakdown.madeBy.model})`}>
        <p>Claude wrote these clauses from lines of the script. Each was checked here: the line it cites is there, and the words it quotes stand in it. What was not borne out was dropped.</p>
        <p>Scenes, speeches and shoot needs are counted on this laptop. Read it against the pages before you send it.</p>
      </MadeMark>
    )
  }
  return (
    <MadeMark label="Drafted from the script">
      <p>CastMatch drafted this on this laptop, by rules, from the lines whose pages stand behind each clause. Nothing left the laptop.</p>
      <p>Where the script is silent it says nothing. Flags are read from lines of action that name the role; they may miss one, so read the scenes too.</p>
    </MadeMark>
  )
}

function ParagraphSkeleton() {
  return (
    <div aria-hidden className={classes.skeleton}>
      {[38, 96, 92, 97, 88, 94, 60].map((width, line) => <Skeleton key={line} height={12} width={`${width}%`} animate={false} />)}
    </div>
  )
}
