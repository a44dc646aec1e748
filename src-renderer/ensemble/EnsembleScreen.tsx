import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconMasksTheater, IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import type { EnsembleWishes, KeptWishes } from '../../src-preload/contract/ensemble.ts'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleSummary } from '../../src-preload/contract/roles.ts'
import type { TalentId } from '../../src-preload/contract/talent.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged, useFreshAnswer } from '../look/changes.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FailedState, FourStates } from '../look/FourStates.tsx'
import { PageHeader } from '../look/PageHeader.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import { useKeys } from '../look/useKeys.ts'
import { TalentDrawer } from '../talent/TalentDrawer.tsx'
import { ScriptButton } from '../window/ScriptButton.tsx'
import { useSettings } from '../window/settingsStore.tsx'
import { useShelf } from '../window/shelf.tsx'
import { CastAnswer } from './CastAnswer.tsx'
import { useEnsembleRun } from './ensembleRuns.tsx'
import classes from './EnsembleScreen.module.css'
import { NoCast } from './NoCast.tsx'
import { sameWishes, useWishDesk } from './wishDesk.ts'
import { WishesPane } from './WishesPane.tsx'

/** The ensemble of a production: what is wished of its cast on the left, the best cast and its alternatives on the right. */
export function EnsembleScreen({ productionId }: { readonly productionId: ProductionId }) {
  const answer = useFreshAnswer(['roles', 'scripts', 'talent', 'casting'], async (office, signal) => {
    const [roles, kept] = await Promise.all([office.roles.list({ productionId }, { signal }), office.ensemble.wishes({ productionId }, { signal })])
    return { roles, kept }
  }, [productionId])
  return (
    <>
      <PageHeader
        before={<Tooltip label="All roles"><ActionIcon component="a" href={`#/production/${productionId}/roles`} aria-label="All roles"><IconArrowLeft size={16} aria-hidden /></ActionIcon></Tooltip>}
        title="Ensemble" sub="The best cast for several roles at once"
      />
      <FourStates
        answer={answer} what="the wishes" isEmpty={({ roles }) => roles.length === 0}
        empty={<EmptyState icon={<IconMasksTheater size={24} />} sentence="Drop the script here, and everybody who speaks becomes a role to cast."><ScriptButton variant="filled">Choose a script</ScriptButton></EmptyState>}
      >
        {({ roles, kept }) => <Suggesting><Board productionId={productionId} roles={roles} kept={kept} /></Suggesting>}
      </FourStates>
    </>
  )
}

interface BoardProps {
  readonly productionId: ProductionId
  readonly roles: readonly RoleSummary[]
  readonly kept: KeptWishes
}

function Board({ productionId, roles, kept }: BoardProps) {
  const desk = useWishDesk(productionId, kept)
  const { run, cast, cancel } = useEnsembleRun(productionId)
  const [opened, setOpened] = useState<TalentId | null>(null)
  const { answered, progress, failure } = run
  const castUnder = (wishes: EnsembleWishes) => {
    desk.flush()
    if (wishes.roleIds.length > 0) cast(wishes)
  }
  const loosen = (wishes: EnsembleWishes) => {
    desk.change(wishes)
    castUnder(wishes)
  }
  const castNow = () => castUnder(desk.wishes)
  useKeys({ c: castNow })
  const stale = answered !== null && !sameWishes(answered.wishes, desk.wishes)
  return (
    <div className={classes.columns}>
      <WishesPane desk={desk} roles={roles} run={run} onCast={castNow} onCancel={cancel} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reached by the keys */}
      <section className={classes.answer} aria-label="The cast" tabIndex={0} aria-busy={progress !== null}>
        <p className="visually-hidden" role="status">{saidOf(run.progress !== null, answered?.ensemble.state ?? null)}</p>
        {failure && <FailedState failure={failure} again={castNow} slim={answered !== null} />}
        {stale && progress === null && (
          <div className={classes.stale} role="status"><span>Your wishes changed since this cast.</span><Button size="compact-sm" onClick={castNow}>Cast again</Button></div>
        )}
        {answered && progress !== null && <div className={classes.stale}>The last cast stands here until the new one is found.</div>}
        {answered?.ensemble.state === 'found' && <CastAnswer desk={desk} ensemble={answered.ensemble} wishes={answered.wishes} onOpen={setOpened} />}
        {answered && answered.ensemble.state !== 'found' && <NoCast ensemble={answered.ensemble} wishes={desk.wishes} busy={progress !== null} onLoosen={loosen} />}
        {!answered && !failure && (
          <EmptyState
            icon={<IconUsersGroup size={24} />} sentence={progress ? 'The cast is being worked out.' : 'Choose the roles and say what you wish, then cast them together.'}
            hint={progress ? 'You may go on elsewhere; it waits here.' : 'The best cast is proven or its gap is said, with alternatives beside it.'}
          />
        )}
      </section>
      <TalentDrawer id={opened} onClose={() => setOpened(null)} />
    </div>
  )
}

function saidOf(casting: boolean, state: 'found' | 'impossible' | 'noTime' | null): string {
  if (casting) return 'Casting'
  return state === null ? '' : { found: 'A cast is found', impossible: 'No cast keeps all of these wishes', noTime: 'No cast was found in the time given' }[state]
}

/** Shows what is below where suggestions are on, else where they are off and a way to switch them on. */
function Suggesting({ children }: { readonly children: React.ReactNode }) {
  const office = useOffice()
  const changed = useChanged()
  const { settings, known, change } = useSettings()
  const { current } = useShelf()
  if (current && !current.suggestions) {
    const switchOn = () => office.productions.update({ id: current.id, change: { suggestions: true } }).then(() => changed('productions'))
    return (
      <EmptyState sentence={`Suggestions are off for ${current.title}.`} hint="No cast is proposed for it. Your lists stand open as always.">
        <Button variant="default" onClick={() => void switchOn().catch(sayFailure)}>Switch them on for this production</Button>
      </EmptyState>
    )
  }
  if (known && !settings.suggestions) {
    return (
      <EmptyState sentence="Suggestions are off for the whole of CastMatch." hint="No cast is proposed anywhere.">
        <Button variant="default" onClick={() => void change({ suggestions: true }).then(() => changed('productions'))}>Switch them on</Button>
      </EmptyState>
    )
  }
  return <>{children}</>
}
