import { ActionIcon, Button, SegmentedControl, Select, Textarea, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconCheck, IconDownload, IconFiles } from '@tabler/icons-react'
import { useState } from 'react'
import type { ProductionId } from '../../src-preload/contract/productions.ts'
import type { RoleId } from '../../src-preload/contract/roles.ts'
import type { Sides, SidesId } from '../../src-preload/contract/sides.ts'
import { useOffice } from '../connection/OfficeProvider.tsx'
import { useChanged, useFreshAnswer } from '../look/changes.tsx'
import { Chip } from '../look/Chip.tsx'
import { EmptyState } from '../look/EmptyState.tsx'
import { FourStates } from '../look/FourStates.tsx'
import { goTo } from '../look/hashPlace.ts'
import { PageHeader } from '../look/PageHeader.tsx'
import { SaveMark } from '../look/SaveMark.tsx'
import { sayFailure } from '../look/UndoToast.tsx'
import { useAutosave } from '../look/useAutosave.ts'
import { countWords } from '../look/words.ts'
import { useShelf } from '../window/shelf.tsx'
import classes from './AllSidesScreen.module.css'
import { placeOf } from './RoleSides.tsx'
import { copyWords, cutWords, namesIn, staleWords } from './sidesWords.ts'
import { useMakeCopies, type CopyForm } from './useMakeCopies.ts'

/** The sides of a production: those of several roles are ticked, names pasted beside each, and all copies made at once. */
export function AllSidesScreen({ productionId }: { readonly productionId: ProductionId }) {
  const answer = useFreshAnswer(['sides', 'roles', 'scripts'], (office, signal) => office.sides.list({ productionId }, { signal }), [productionId])
  const list = answer.data ?? []
  // What she ticked or typed here; until then sides with names are ticked, and their names are those that are kept.
  const [ticks, setTicks] = useState<ReadonlyMap<SidesId, boolean>>(new Map())
  const [boxes, setBoxes] = useState<ReadonlyMap<SidesId, string>>(new Map())
  const namesOf = (sides: Sides) => boxes.get(sides.id) ?? sides.recipients.join('\n')
  const isTicked = (sides: Sides) => sides.scenes.length > 0 && (ticks.get(sides.id) ?? namesIn(namesOf(sides)).length > 0)
  const rows = list.filter(isTicked).map(sides => ({ sidesId: sides.id, recipients: namesIn(namesOf(sides)) }))
  return (
    <>
      <PageHeader
        before={<Tooltip label="All roles"><ActionIcon component="a" href={`#/production/${productionId}/roles`} aria-label="All roles"><IconArrowLeft size={16} aria-hidden /></ActionIcon></Tooltip>}
        title="Sides"
        sub={list.length > 0 ? `${rows.length} of ${list.length} ticked` : undefined}
      >
        <MakeFor />
        {list.length > 0 && <MakeAll rows={rows} />}
      </PageHeader>
      <div className={classes.body}>
        <FourStates
          answer={answer}
          what="the sides"
          isEmpty={all => all.length === 0}
          empty={
            <EmptyState icon={<IconFiles size={24} />} sentence="No sides yet. Choose a role above, and they begin with the scenes that show most of it.">
              <Button component="a" variant="default" href={`#/production/${productionId}/roles`}>See the roles</Button>
            </EmptyState>
          }
        >
          {all => (
            <ul className={classes.list}>
              {all.map(sides => (
                <SidesRow
                  key={sides.id}
                  sides={sides}
                  ticked={isTicked(sides)}
                  names={namesOf(sides)}
                  onTick={ticked => setTicks(new Map(ticks).set(sides.id, ticked))}
                  onNames={text => setBoxes(new Map(boxes).set(sides.id, text))}
                />
              ))}
            </ul>
          )}
        </FourStates>
      </div>
    </>
  )
}

/** How many copies rows make: one for each name, and one without a name where there is none. */
const copiesOf = (rows: readonly { readonly recipients: readonly string[] }[]): number => rows.reduce((sum, { recipients }) => sum + Math.max(1, recipients.length), 0)

function MakeAll({ rows }: { readonly rows: readonly { readonly sidesId: SidesId; readonly recipients: readonly string[] }[] }) {
  const makeCopies = useMakeCopies()
  const [form, setForm] = useState<CopyForm>('zip')
  const copies = copiesOf(rows)
  return (
    <>
      <SegmentedControl aria-label="Several copies come as" value={form} data={[{ value: 'zip', label: 'One PDF each (zip)' }, { value: 'one', label: 'One file' }]} onChange={value => setForm(value === 'one' ? 'one' : 'zip')} />
      <Button miw={120} disabled={copies === 0} leftSection={<IconDownload size={14} aria-hidden />} onClick={() => void makeCopies('Sides for the session', rows, form).catch(sayFailure)}>
        {copies === 0 ? 'Tick some' : `Make ${copyWords(copies)}`}
      </Button>
    </>
  )
}

/** Begins sides of a role that has none yet. */
function MakeFor() {
  const office = useOffice()
  const changed = useChanged()
  const { roles } = useShelf()
  const make = async (roleId: RoleId) => {
    try {
      const sides = await office.sides.create({ roleId })
      changed('sides')
      goTo(placeOf(sides))
    } catch (error) {
      sayFailure(error)
    }
  }
  return (
    <Select
      aria-label="Make sides for"
      placeholder="Make sides for…"
      w={180}
      searchable
      nothingFoundMessage="No role of that name"
      value={null}
      data={(roles.data ?? []).filter(({ scenes }) => scenes > 0).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={id => id && void make(id)}
    />
  )
}

interface SidesRowProps {
  readonly sides: Sides
  readonly ticked: boolean
  readonly names: string
  readonly onTick: (ticked: boolean) => void
  readonly onNames: (names: string) => void
}

function SidesRow({ sides, ticked, names, onTick, onNames }: SidesRowProps) {
  const office = useOffice()
  const changed = useChanged()
  const box = useAutosave(sides.recipients, recipients => office.sides.update({ id: sides.id, change: { recipients } }).then(() => changed('sides')))
  const nothing = sides.scenes.length === 0
  return (
    <li className={classes.row} data-ticked={ticked}>
      <button type="button" role="checkbox" aria-checked={ticked} aria-label={`${sides.roleName}, ${sides.title.trim() || 'Sides'}`} disabled={nothing} className={classes.tick} onClick={() => onTick(!ticked)}>
        <span className={classes.box} aria-hidden>{ticked && <IconCheck size={12} stroke={3} />}</span>
      </button>
      <div className={classes.words}>
        <a className={classes.name} href={`#${placeOf(sides)}`}>{sides.roleName}<span className={classes.title}>{sides.title.trim() || 'Sides'}</span></a>
        <span className={classes.facts}>
          {nothing ? 'No scene chosen yet' : cutWords(sides)}{sides.context > 0 && !nothing ? `, ${countWords(sides.context, 'scene')} of context` : ''} · {sides.draft.name}, {sides.draft.words}
        </span>
        {sides.stale && <Tooltip label={staleWords}><span><Chip tone="eye">Old draft</Chip></span></Tooltip>}
      </div>
      <Textarea
        className={classes.names}
        aria-label={`Names for ${sides.roleName}, ${sides.title.trim() || 'Sides'}`}
        placeholder="Names, one a line"
        autosize
        minRows={2}
        maxRows={8}
        value={names}
        onChange={event => { onNames(event.currentTarget.value); box.edit([...namesIn(event.currentTarget.value)]) }}
        onBlur={box.flush}
      />
      <div className={classes.made}>
        <span>{ticked ? countWords(Math.max(1, namesIn(names).length), 'copy', 'copies') : ''}{ticked && namesIn(names).length === 0 ? ', no name' : ''}</span>
        <SaveMark state={box.state} />
      </div>
    </li>
  )
}
